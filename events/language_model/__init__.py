"""A language model behind an OpenAI-compatible endpoint as extractor; off unless EXTRACTOR names it.

Whatever it answers is checked against the text and the names, and the rules read what it cannot.
"""
