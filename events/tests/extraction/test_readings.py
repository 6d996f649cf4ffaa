"""The tables of readings: sentences in the wording of many outlets, and the claims they make."""

import tomllib
from pathlib import Path

import pytest

from .aleppo import EVENING, aleppo_extractor, told

FOLDER = Path(__file__).parent / "readings"
TABLES = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
ROWS = [row for table in TABLES for row in table["reading"]]


@pytest.fixture(scope="module")
def extractor():
    return aleppo_extractor()


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_a_sentence_makes_the_claims_of_its_row(extractor, row):
    assert [told(claim) for claim in extractor.extract(row["text"], published_at=EVENING)] == row["claims"]
