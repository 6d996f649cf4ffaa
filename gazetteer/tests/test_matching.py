"""Which place the fields of a feature mean."""

import pytest

from gazetteer.boundaries.feature import Feature
from gazetteer.boundaries.matching import How, Names, match
from gazetteer.folding import fold_name

PLACES = {
    "shaar": ["الشعار", "Al-Shaar"],
    "sukkari": ["السكري", "Al-Sukkari"],
    "jdeideh": ["الجديدة", "Al-Jdeideh", "Beit Muheb"],
    "hamdaniya": ["الحمدانية", "Hamdaniya"],
    "tishreen-north": ["تشرين", "Tishreen"],
    "tishreen-south": ["تشرين", "Tishreen"],
    "salaheddine": ["صلاح الدين", "Salaheddine"],
    "aleppo": ["حلب", "Aleppo"],
    "zahraa": ["Zahraa"],
    "zuhour": ["Zuhour", "الزهور"],
}


@pytest.fixture
def names() -> Names:
    known = Names()
    known.codes["SY0200"].add("sukkari")
    for slug, texts in PLACES.items():
        known.codes[slug].add(slug)
        for text in texts:
            known.add(fold_name(text), slug)
    return known


def features(*rows: dict) -> list[Feature]:
    return [Feature(number, row, None) for number, row in enumerate(rows, start=1)]


FIELDS = [
    # what the feature says, the places it may mean, what that rests on
    ({"code": "shaar"}, {"shaar"}, How.CODE),
    ({"code": "SY0200"}, {"sukkari"}, How.CODE),
    ({"code": "SY0200", "name": "الشعار"}, {"sukkari"}, How.CODE),
    ({"name": "السُكّري"}, {"sukkari"}, How.NAME),
    ({"name": "حي الشعار"}, {"shaar"}, How.NAME),
    ({"name": "AL SHAAR"}, {"shaar"}, How.NAME),
    ({"name": "شعار"}, {"shaar"}, How.SPELLING),
    ({"name": "ash-Sha’ar"}, {"shaar"}, How.SPELLING),
    ({"name": "Salah ad-Deen"}, {"salaheddine"}, How.SPELLING),
    ({"name": "Beit Muheb / Jdeydeh"}, {"jdeideh"}, How.PART),
    ({"name": "Something (as-Sukari)"}, {"sukkari"}, How.PART),
    ({"name": "الشعار – السكري"}, {"shaar", "sukkari"}, How.PART),
    ({"name": "al-Hamdaniyeh IV"}, {"hamdaniya"}, How.PART),
    ({"name": "Hamdania neighborhood"}, {"hamdaniya"}, How.SPELLING),
    ({"name": "Tishreen"}, {"tishreen-north", "tishreen-south"}, How.NAME),
    ({"en": "az-Zohor", "ar": "الزهور"}, {"zuhour"}, How.NAME),
    ({"en": "Shaar", "ar": "السكري"}, {"shaar", "sukkari"}, How.NAME),
    ({"name": "Atlantis"}, set(), None),
    ({}, set(), None),
]


@pytest.mark.parametrize(("says", "places", "how"), FIELDS, ids=[str(row[0]) for row in FIELDS])
def test_a_feature_means(names, says, places, how):
    (found,) = match(features(says), names)
    assert (found.places, found.how) == (places, how)


def test_a_column_that_repeats_one_name_does_not_tell_features_apart(names):
    rows = [{"name": text, "city": "Aleppo"} for text in ("Shaar", "Sukkari", "Hamdaniya")]
    assert [one.places for one in match(features(*rows), names)] == [{"shaar"}, {"sukkari"}, {"hamdaniya"}]


def test_several_parts_of_one_place_are_all_matched(names):
    rows = [{"name": "Hamdaniya", "note": f"part {number}"} for number in range(4)]
    assert [one.places for one in match(features(*rows), names)] == [{"hamdaniya"}] * 4
