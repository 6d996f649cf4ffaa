"""The article that the product was first made for, where it lies beside the project."""

import csv
from datetime import datetime

import pytest
from django.conf import settings

from events.extraction.dates import DAMASCUS
from events.extraction.extractor import ActorName, Extractor, SourceName
from gazetteer.finder import Name

SHARED = settings.BASE_DIR.parent / "shared"
ARTICLE = SHARED / "reports" / "rt-2016-12-07-ar.txt"
pytestmark = pytest.mark.skipif(
    not ARTICLE.exists(), reason="the article is not part of the project and is not beside it"
)
SANA = {"aqyul", "bab-al-hadid", "shaar", "marjeh", "karm-al-qaterji", "sheikh-lutfi", "tallat-al-shurta"}
SOUTH = {"qasila", "jalloum", "aqaba", "bab-al-maqam", "kallaseh", "umayyad-mosque"}


@pytest.fixture(scope="module")
def claims():
    extractor = Extractor(
        places=[Name(text, row["slug"], language) for row in _rows("places") for text, language in _names(row, "alt")],
        actors=[
            ActorName(text, row["slug"], row["side"], language)
            for row in _rows("actors")
            for text, language in _names(row, "aliases")
        ],
        sources=[
            SourceName(text, row["slug"], language)
            for row in _rows("sources")
            for text, language in _names(row, "aliases")
        ],
    )
    with ARTICLE.open(encoding="utf-8", newline="") as file:
        return extractor.extract(file.read(), published_at=datetime(2016, 12, 7, 20, tzinfo=DAMASCUS))


def _rows(name):
    with (SHARED / "gazetteer" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _names(row, more):
    for language in ("ar", "en"):
        for text in (row[f"name_{language}"], *row[f"{more}_{language}"].split(";")):
            if text.strip():
                yield text.strip(), language


def test_the_correspondent_reports_a_capture(claims):
    (claim,) = [claim for claim in claims if claim.places == ("bab-al-nayrab",)]
    assert (claim.kind, claim.actor, claim.source, claim.source_text) == ("capture", "saa", None, "مراسلتنا")


def test_the_agency_names_eight_places(claims):
    agency = [claim for claim in claims if claim.source == "sana" and claim.kind == "capture"]
    assert len(agency) == 8 and {claim.stance for claim in agency} == {"asserts"}
    assert {place for claim in agency for place in claim.places} >= SANA


def test_an_official_of_the_opposition_denies_the_fall(claims):
    (claim,) = [claim for claim in claims if claim.stance == "denies" and "shaar" in claim.places]
    assert (claim.kind, claim.source) == ("capture", "opposition-sources")
    assert claim.source_text == "مسؤول في المعارضة يقيم في تركيا"


def test_six_places_are_still_held(claims):
    held = {place: claim for claim in claims if claim.kind == "hold" for place in claim.places}
    assert set(held) >= SOUTH
    assert {held[place].actor for place in SOUTH} == {"opposition"}


def test_counts_and_people_are_read(claims):
    counts = {(claim.quantity, claim.source) for claim in claims if claim.unit == "neighbourhoods"}
    people = {claim.quantity for claim in claims if claim.unit == "people"}
    assert {(50, "hmeimim"), (10, "hmeimim"), (45, "hmeimim")} <= counts
    assert {1200, 200, 300} <= people


def test_what_is_only_talked_of_is_not_asserted(claims):
    talked_of = [claim for claim in claims if "إمكانية" in claim.quote or "بديلا" in claim.quote]
    assert talked_of and all(claim.mode != "actual" or claim.stance == "denies" for claim in talked_of)
