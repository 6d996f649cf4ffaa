"""Arabic names in Latin letters, brought to one form whatever the romanisation. Pure.

There are many ways to write الشيخ مقصود in Latin letters, and they differ in the same few things: vowels, doubled
letters, the article, and which letter stands for a sound that Latin has none for. What they share is the order of
the consonants, so that is what is compared.
"""

import re

from .folding import fold_name

APOSTROPHES = re.compile(r"['`´ʾʿʻʽ‛′]")  # hamza and ayn, which come and go
SEPARATORS = re.compile(r"[\W_]+")
# «… al-Din» is written as one word too: Salaheddine
DIN = re.compile(r"(?<=\w) ?[aeiou][ld] ?d(?:ee|i|e)ne?\b")
WORDS = [
    (DIN, " din"),
    (re.compile(r"\babd[aeiou]l\b ?"), "abd "),  # Abdel Nasser, Abd an-Naser
    (re.compile(r"\b(?:ibn|b[ie]n)\b"), "bn"),
]
# The article before a word, also as it sounds before a sun letter: ash-Shaar, ad-Din, aj-Jabal
ARTICLE = re.compile(r"\b(?:[aeu]l|a(?:ch|dh|sh|th|[djnrstz])|e(?:ch|sh|[dnrstz])) (?=\w{2})")
# Letters that stand for one sound, the longer first; a capital is a sound without a Latin letter of its own
SOUNDS = [
    ("tch", "S"), ("sch", "S"), ("dj", "j"), ("sh", "S"), ("ch", "S"), ("kh", "X"), ("gh", "G"), ("dh", "d"),
    ("th", "t"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("p", "b"), ("v", "f"),
]  # fmt: skip
ENDING = re.compile(r"(?<=[aeiouy])[ht]\b")  # ta marbuta: -a, -ah, -eh, -at
DOUBLED = re.compile(r"(\w)\1+")
VOWELS = re.compile("[aeiouyw]")  # y and w are as often vowels as not


def skeleton(text: str) -> str:
    """The consonants of a Latin name as one word: equal for the usual romanisations of one Arabic name."""
    return "".join(_consonants(word) for word in bare(text).split())


def bare(text: str) -> str:
    """The Latin name in small words without articles, apostrophes, doubled letters and the -h of an ending."""
    name = SEPARATORS.sub(" ", APOSTROPHES.sub("", fold_name(text))).strip()
    for pattern, word in WORDS:
        name = pattern.sub(word, name)
    name = ARTICLE.sub("", name)
    for letters, sound in SOUNDS:
        name = name.replace(letters, sound)
    return DOUBLED.sub(r"\1", ENDING.sub("", name))


def _consonants(word: str) -> str:
    """The word without its vowels; that it begins with one is kept."""
    return ("a" if word[0] in "aeiou" else word[0]) + VOWELS.sub("", word[1:])
