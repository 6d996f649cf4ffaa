"""Which of two places of one name is meant."""

from datetime import datetime

import pytest

from events.extraction.dates import DAMASCUS
from events.extraction.extractor import ActorName, Extractor, PlaceFact
from gazetteer.finder import Name

NAMES = [
    Name("الخالدية", "khalidiya", "ar"),
    Name("الخالدية", "khalidiya-anbar", "ar"),
    Name("الليرمون", "layramoun", "ar"),
    Name("الرمادي", "ramadi", "ar"),
]
FACTS = {
    "khalidiya": PlaceFact("neighbourhood", 37.13, 36.23),
    "khalidiya-anbar": PlaceFact("town", 43.48, 33.38),
    "layramoun": PlaceFact("neighbourhood", 37.11, 36.25),
    "ramadi": PlaceFact("town", 43.30, 33.43),
}


@pytest.fixture(scope="module")
def read():
    actors = [ActorName("الجيش", "saa", "government", "ar")]
    extractor = Extractor(places=NAMES, actors=actors, sources=[], facts=FACTS)
    return lambda text: [
        one.places for one in extractor.extract(text, published_at=datetime(2016, 7, 1, tzinfo=DAMASCUS))
    ]


def test_the_place_near_another_of_the_sentence_is_meant(read):
    assert read("سيطر الجيش على حيي الخالدية والليرمون.") == [("khalidiya",), ("layramoun",)]
    assert read("سيطر الجيش على الخالدية والرمادي.") == [("khalidiya-anbar",), ("ramadi",)]


def test_a_place_of_an_earlier_sentence_tells_too(read):
    assert read("دخل الجيش الليرمون.\nسيطر الجيش على حي الخالدية.")[-1] == ("khalidiya",)


def test_where_nothing_tells_both_are_kept_for_an_editor(read):
    assert read("سيطر الجيش على الخالدية.") == [("khalidiya", "khalidiya-anbar")]
