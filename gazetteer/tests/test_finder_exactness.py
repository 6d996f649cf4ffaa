"""The finder finds what a naive one finds that tries name after name with a regular expression."""

import random
import re

import pytest

from gazetteer.finder import Finder, Name
from gazetteer.folding import fold

CLITIC = "(?:[وف]?[بلك]?)"
ARTICLES = ("al", "el", "ad", "an", "ar", "as", "ash", "at", "az")
EDGE, SEPARATOR = r"[^\W_]", r"[\W_]"
NAMES = [
    Name("الشعار", "shaar", "ar"), Name("شعار", "shaar", "ar"), Name("الشعار", "other-shaar", "ar"),
    Name("النيرب", "nayrab", "ar"), Name("باب النيرب", "bab-al-nayrab", "ar"), Name("حي باب النيرب", "gate", "ar"),
    Name("الباب", "al-bab", "ar"), Name("باب", "bab", "ar"), Name("الباب الشرقي", "east-gate", "ar"),
    Name("كرم القاطرجي", "karm-al-qaterji", "ar"), Name("كرم", "karm", "ar"), Name("قاطرجي", "qaterji", "ar"),
    Name("الأصيلة", "asila", "ar"), Name("كلاسة", "kallasa", "ar"), Name("الكلاسة", "kallasa", "ar"),
    Name("لبن", "laban", "ar"), Name("البن", "coffee", "ar"), Name("الوفا", "wafa", "ar"), Name("الفا", "alpha", "ar"),
    Name("بلاط", "balat", "ar"), Name("مساكن هنانو", "hanano", "ar"), Name("هنانو", "hanano", "ar"),
    Name("Karm al-Qaterji", "karm-al-qaterji", "en"), Name("Qaterji", "qaterji", "en"), Name("Karm", "karm", "en"),
    Name("al-Sha'ar", "shaar", "en"), Name("Bab ash-Sharqi", "east-gate", "en"), Name("Bab Sharqi", "sharqi", "en"),
    Name("Kafr Da'el", "kafr-dael", "en"), Name("Al-Bab", "al-bab", "en"), Name("Tishreen (Hamdaniya)", "t", "en"),
]  # fmt: skip


def naive(text: str) -> list[tuple]:
    """(places, start, end, whether bare) of all mentions: the longest of those that begin first, span by span."""
    letters = [(letter, position) for position, character in enumerate(text) for letter in fold(character).text]
    folded = "".join(letter for letter, _ in letters)
    at: dict[tuple[int, int], list[tuple[str, bool]]] = {}
    for name in NAMES:
        for pattern, is_bare in patterns(fold(name.text).text, name.language):
            for match in re.finditer(rf"(?<!{EDGE}){pattern}(?!{EDGE})", folded):
                at.setdefault(match.span(1), []).append((name.slug, is_bare))
    chosen, reached = [], 0
    for start, end in sorted(at, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            reached = end
            bare = {slug for slug, is_bare in at[start, end] if is_bare}
            whole = {slug for slug, _ in at[start, end]} - bare
            span = letters[start][1], letters[end - 1][1] + 1
            chosen.append((tuple(sorted(whole or bare)), *span, not whole))
    return chosen


def patterns(name: str, language: str) -> list[tuple[str, bool]]:
    """What a name may look like in a text, its own letters in a group, each with whether that is bare."""
    words = re.sub("^حي ", "", name.replace("-", " ")).split()
    return arabic(words) if language == "ar" else latin(words)


def arabic(words: list[str]) -> list[tuple[str, bool]]:
    found = []
    for inner in (words[1:], [word.removeprefix("ال") for word in words[1:]]):
        whole = SEPARATOR.join([words[0], *inner])
        found.append((f"{CLITIC}({whole})", False))
        if words[0].startswith("ال") and len(" ".join(words)) >= 5:
            stem = whole.removeprefix("ال")
            found += [(f"{CLITIC}({stem})", not inner), (f"[وف]?لل({stem})", False)]
    return found


def latin(words: list[str]) -> list[tuple[str, bool]]:
    words = words[1:] if words[0] in ARTICLES else words
    article = rf"(?:(?:{'|'.join(ARTICLES)}){SEPARATOR})?"
    found = []
    for apostrophe in (SEPARATOR, ""):
        parts = [article if word in ARTICLES else _letters(word, apostrophe) + SEPARATOR for word in words]
        found.append((f"{CLITIC}({''.join(parts).removesuffix(SEPARATOR)})", False))
    return found


def _letters(word: str, apostrophe: str) -> str:
    return word.replace("'", apostrophe).removesuffix(")").replace("(", SEPARATOR)


def generated(chance: random.Random) -> str:
    """Some words in a row: names and pieces of them with all that may be written before, inside, after and between."""
    return "".join(
        _word(chance) + chance.choice([" ", " ", " ", " ", "-", "، ", ".\n", "\n", "_", "» "]) for _ in range(12)
    )


def _word(chance: random.Random) -> str:
    name = chance.choice(NAMES)
    words = [_article(chance, word, name.language) for word in re.split("[ -]", name.text)]
    word = chance.choice([" ", " ", "-"]).join(
        words if chance.random() < 0.7 else words[: chance.randint(1, len(words))]
    )
    if name.language == "en":
        return chance.choice(["", "", "", "the ", "al-", "as ", "x"]) + chance.choice([word, word.upper(), word + "i"])
    before = chance.choice(["", "", "و", "ف", "ب", "ل", "ك", "وب", "فل", "لل", "ولل", "كال", "ال", "س", "وس", "حي "])
    return before + _marked(chance, word) + chance.choice(["", "", "", "", "ات", "ي", "ـ", "’s", "1"])


def _article(chance: random.Random, word: str, language: str) -> str:
    if language == "ar":
        return chance.choice([word, word, word.removeprefix("ال")])
    return chance.choice([*ARTICLES, ""]) if word.casefold() in ARTICLES else word


def _marked(chance: random.Random, word: str) -> str:
    marks = ["\u064e", "\u0651\u064f", "ـ", "\u200f"] if chance.random() < 0.3 else [""]
    return "".join(letter + chance.choice(marks) * (chance.random() < 0.5) for letter in word)


@pytest.fixture(scope="module")
def finder():
    return Finder(NAMES)


def test_it_finds_exactly_what_a_naive_finder_finds_in_a_thousand_texts(finder):
    chance = random.Random(20161207)
    texts = [generated(chance) for _ in range(1000)]
    found = {text: [tuple(mention) for mention in finder.find(text)] for text in texts}
    assert found == {text: naive(text) for text in texts}
    assert sum(map(len, found.values())) > 3000


def test_spans_are_of_the_text_as_it_was_written(finder):
    text = "انسحبوا من بــاب النَّيْرَب، وبالشِّعَار"
    assert [text[mention.start : mention.end] for mention in finder.find(text)] == ["بــاب النَّيْرَب", "الشِّعَار"]
