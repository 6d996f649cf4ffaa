"""Which language a sentence is in."""

import re

ARABIC = re.compile("[\u0600-\u06ff]")
LATIN = re.compile("[A-Za-z]")
NOT_ARABIC = re.compile("[^\u0600-\u06ff]+")
RUN_OF_LATIN = re.compile("[A-Za-z]+")


def language_of(text: str, wished: str | None) -> str:
    """What most of its letters are, whatever the report is said to be in."""
    if not LATIN.search(text):
        return "ar" if wished == "ar" or ARABIC.search(text) else "en"
    if not ARABIC.search(text):
        return "en"
    arabic, latin = len(text) - len("".join(NOT_ARABIC.findall(text))), len("".join(RUN_OF_LATIN.findall(text)))
    return "ar" if arabic > latin or (arabic == latin and wished == "ar") else "en"
