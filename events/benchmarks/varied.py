"""Made news in other words: as in real news, some words of each article were never seen before."""

import random
import re
from collections.abc import Callable

UNSEEN = 1 / 4  # of the words that may be others, about one in eight of all
WORD = re.compile(r"[^\W\d_]{4,}")
ARABIC = re.compile("[\u0621-\u064a]+")
BEFORE = ("و", "ف", "ب", "ل", "ك", "وال", "فال", "بال", "كال", "ولل", "وب", "ول", "وس", "فس", "سن")
BEHIND = ("ه", "ها", "هم", "هن", "نا", "كم", "ات", "ين", "ون", "يه", "تهم", "اتها", "وها", "ناه", "تان")
ENDINGS = ("s", "ed", "ing", "er", "ers", "ly", "ness", "able", "less", "ish", "ward", "most", "like")
BEGINNINGS = ("re", "un", "pre", "out", "over", "under", "mis", "non", "inter", "counter", "super")


def varied(texts: list[str], turn: int, matters: Callable[[str], bool]) -> list[str]:
    """The texts with some words given particles and endings; others in each turn, and none that `matters`.

    So as much is told in them as before.
    """
    chance = random.Random(turn)
    return [WORD.sub(lambda word: _other(chance, word[0], matters), text) for text in texts]


def _other(chance: random.Random, word: str, matters: Callable[[str], bool]) -> str:
    if chance.random() >= UNSEEN or matters(word):
        return word
    if ARABIC.fullmatch(word):
        return chance.choice(BEFORE) + word + chance.choice(BEHIND)
    return chance.choice(BEGINNINGS) + word + chance.choice(ENDINGS) if word.islower() and word.isascii() else word
