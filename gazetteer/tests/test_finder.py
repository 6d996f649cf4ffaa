"""The finder: names in texts, without particles, at the original characters."""

import random
import re

import pytest

from gazetteer.finder import CLITICS, Finder, Name
from gazetteer.folding import fold

NAMES = [
    ("الشعار", "shaar", "ar"), ("شعار", "shaar", "ar"), ("Shaar", "shaar", "en"), ("al-Sha'ar", "shaar", "en"),
    ("باب النيرب", "bab-al-nayrab", "ar"), ("حي باب النيرب", "bab-al-nayrab", "ar"), ("النيرب", "nayrab", "ar"),
    ("كرم القاطرجي", "karm-al-qaterji", "ar"), ("Karm al-Qaterji", "karm-al-qaterji", "en"),
    ("باب المقام", "bab-al-maqam", "ar"), ("الأصيلة", "qasila", "ar"), ("الجلوم", "jalloum", "ar"),
    ("تشرين", "tishreen-north", "ar"), ("تشرين", "tishreen-hamdaniya", "ar"),
    ("Sheikh Maqsoud", "sheikh-maqsoud", "en"), ("حلب", "aleppo-city", "ar"),
]  # fmt: skip
CASES = [
    ("وبالشعار", [("shaar", "الشعار", False)]),
    ("للشعار", [("shaar", "شعار", False)]),
    ("رفعوا شعار الثورة", [("shaar", "شعار", True)]),
    ("شعارات", []),
    ("في حي باب النيرب،", [("bab-al-nayrab", "باب النيرب", False)]),
    ("وكرم القاطرجي وتشرين", [("karm-al-qaterji", "كرم القاطرجي", False), ("tishreen-hamdaniya", "تشرين", False)]),
    ("أصيلة وجلوم", [("qasila", "أصيلة", True), ("jalloum", "جلوم", True)]),
    ("وباب مقام", [("bab-al-maqam", "باب مقام", False)]),
    ("حيّ الشِّعَار", [("shaar", "الشِّعَار", False)]),
    ("لحلب وبحلب", [("aleppo-city", "حلب", False), ("aleppo-city", "حلب", False)]),
    ("Sheikh Maqsoud and the Shaar", [("sheikh-maqsoud", "Sheikh Maqsoud", False), ("shaar", "Shaar", False)]),
    ("Karm el Qaterji", [("karm-al-qaterji", "Karm el Qaterji", False)]),
    ("Karm-al-Qaterji", [("karm-al-qaterji", "Karm-al-Qaterji", False)]),
    ("al-Sha’ar", [("shaar", "Sha’ar", False)]),
    ("Shaarawi", []),
]  # fmt: skip


@pytest.fixture(scope="module")
def finder():
    return Finder(Name(*name) for name in NAMES)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_mentions(finder, text, expected):
    found = [(mention.slugs[0], text[mention.start : mention.end], mention.bare) for mention in finder.find(text)]
    assert found == expected


def test_a_name_of_two_places_means_both(finder):
    assert finder.find("تشرين")[0].slugs == ("tishreen-hamdaniya", "tishreen-north")


def test_nothing_is_found_by_a_finder_of_nothing():
    assert Finder([]).find("حلب") == []


def naive(words: list[str], text: str) -> list[tuple[int, int]]:
    """Where the words stand with or without a particle, leftmost and longest: one regular expression a word."""
    particles = "|".join(sorted(CLITICS, key=len, reverse=True))
    spans = [
        match.span(1)
        for word in words
        for match in re.finditer(rf"(?<!\w)(?:{particles})({re.escape(word)})(?!\w)", text)
    ]
    chosen, reached = [], 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            chosen.append((start, end))
            reached = end
    return chosen


def test_it_finds_what_a_naive_search_finds():
    chance = random.Random(7)
    words = ["حلب", "هنانو", "مساكن هنانو", "كرم ميسر", "كرم", "سكري", "مشهد"]
    finder = Finder(Name(word, f"place-{number}", "ar") for number, word in enumerate(words))
    filler = ["قال", "في", "و", "جيش", "حلبي", "ب", "،", "."]
    for _ in range(1000):
        text = " ".join(chance.choice(["", "و", "ب", "ول"]) + chance.choice(words + filler) for _ in range(12))
        found = [(mention.start, mention.end) for mention in finder.find(fold(text))]
        assert found == naive([fold(word).text for word in words], fold(text).text)
