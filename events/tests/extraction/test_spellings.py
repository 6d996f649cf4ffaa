"""Names spelled as nobody listed them."""

import pytest

from events.extraction.spellings import Spellings
from gazetteer.finder import Name

NAMES = [
    Name("Ramouseh", "ramouseh", "en"),
    Name("Al-Hellok", "hellok", "en"),
    Name("Sheikh Khudr", "sheikh-khudr", "en"),
    Name("Zahraa", "zahraa", "en"),
    Name("Zahra", "zahra-town", "en"),
    Name("الراموسة", "ramouseh", "ar"),
]
CASES = [
    ("Rebels took Ramussa on Sunday.", [("ramouseh", "Ramussa")]),
    ("Troops entered al-Halk area.", [("hellok", "al-Halk")]),
    ("Sheikh Kheder fell.", [("sheikh-khudr", "Sheikh Kheder")]),
    ("Troops took Halk.", []),  # three consonants, and nothing that says a place is meant
    ("Troops took Halk district.", [("hellok", "Halk")]),
    ("Troops took al-Zahrah.", []),  # two places have these consonants
    ("Troops took ramussa.", []),  # a name has a capital
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_name_is_known_by_its_consonants(text, expected):
    found = Spellings(NAMES).find(text, [])
    assert [(one.slugs[0], text[one.start : one.end]) for one in found] == expected


def test_what_is_named_already_is_not_named_again():
    assert Spellings(NAMES).find("Rebels took Ramussa.", [(12, 19)]) == []
