"""Made news in other words: as in real news, some words of each article were never seen before."""

import random
import re

UNSEEN = 1 / 6  # of the words, so long ones that a particle or an ending still leaves them words
WORD = re.compile(r"\w{4,}|\d+")
ARABIC = re.compile("[\u0621-\u064a]+")
BEFORE = ("و", "ف", "ب", "ل", "ك", "وال", "فال", "بال", "كال", "ولل", "وب", "ول", "وس", "فس", "سن")
BEHIND = ("ه", "ها", "هم", "هن", "نا", "كم", "ات", "ين", "ون", "يه", "تهم", "اتها", "وها", "ناه", "تان")
ENDINGS = ("s", "ed", "ing", "er", "ers", "ly", "ness", "able", "less", "ish", "ward", "most", "like")
BEGINNINGS = ("re", "un", "pre", "out", "over", "under", "mis", "non", "inter", "counter", "super")


def varied(texts: list[str], turn: int) -> list[str]:
    """The texts with some words given particles and endings, and other numbers; others in each turn."""
    chance = random.Random(turn)
    return [WORD.sub(lambda word: _other(chance, word[0]), text) for text in texts]


def _other(chance: random.Random, word: str) -> str:
    if word.isdecimal():
        return str(chance.randrange(10 ** len(word)))
    if chance.random() >= UNSEEN:
        return word
    if ARABIC.fullmatch(word):
        return chance.choice(BEFORE) + word + chance.choice(BEHIND)
    return chance.choice(BEGINNINGS) + word + chance.choice(ENDINGS) if word.islower() and word.isascii() else word
