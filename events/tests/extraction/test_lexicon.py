"""Each entry of the lexicons does in its example what it is there for. To try a new phrase, add it with an example."""

import pytest

from events.extraction.lexicons import FOLDER, LexiconError, _compiled, entries, lexicon
from gazetteer.folding import fold

from .aleppo import aleppo_extractor

LANGUAGES = ("ar", "en")
TABLES = {language: entries(FOLDER / language) for language in LANGUAGES}


def rows(*tables: str):
    """(language, entry) of the tables, for a test of each."""
    found = [(language, row) for language in LANGUAGES for table in tables for _, row in TABLES[language][table]]
    return pytest.mark.parametrize(
        ("language", "row"),
        found,
        ids=[f"{lang}:{row.get('id') or row.get('name') or row['slug']}" for lang, row in found],
    )


@pytest.fixture(scope="module")
def read_as_in_aleppo():
    return aleppo_extractor().extract


@rows("trigger")
def test_a_trigger_makes_the_claim_of_its_example(read_as_in_aleppo, language, row):
    assert row["id"] in {claim.rule for claim in read_as_in_aleppo(row["example"])}


@rows("cue", "attribution", "movement")
def test_a_cue_is_found_in_its_example(language, row):
    words = lexicon(language)
    pattern = words.cues.get(row["name"]) or getattr(words, row["name"])
    text, wanted = fold(row["example"]).text, fold(row["finds"]).text
    assert any(wanted in match[0] for match in pattern.finditer(text))


@rows("actor", "speaker")
def test_a_name_of_a_side_or_a_speaker_is_found_in_its_example(language, row):
    words = lexicon(language)
    patterns = [regex for slug, regex in (*words.actors, *words.speakers) if slug == row["slug"]]
    assert any(regex.search(fold(row["example"]).text) for regex in patterns)


@rows("homograph")
def test_a_word_that_is_a_name_too_makes_no_claim_in_its_example(read_as_in_aleppo, language, row):
    assert read_as_in_aleppo(row["example"]) == []


@rows("list")
def test_lists_are_read_in_their_example(read_as_in_aleppo, language, row):
    assert {slug for claim in read_as_in_aleppo(row["example"]) for slug in claim.places}


def test_a_pattern_that_cannot_be_read_is_told_with_its_file():
    with pytest.raises(LexiconError, match=r"capture.toml: the pattern '\(' cannot be read"):
        list(_compiled([("capture.toml", {"pattern": "("})], "ar"))
