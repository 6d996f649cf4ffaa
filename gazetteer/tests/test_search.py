"""Search: every usual spelling of a name finds its place, and says how."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer.folding import fold_name
from gazetteer.models import Ambiguity, Place, PlaceName
from gazetteer.romanisation import skeleton
from gazetteer.search import search

FIRST = [
    ("حي الشيخ مقصود", "sheikh-maqsoud", "exact"), ("الشيخ مقصود", "sheikh-maqsoud", "exact"),
    ("شيخ مقصود", "sheikh-maqsoud", "exact"), ("الشّيـخ مقصُود", "sheikh-maqsoud", "folded"),
    ("شيخ المقصود", "sheikh-maqsoud", "spelling"), ("الشيح مقصود", "sheikh-maqsoud", "near"),
    ("Sheikh Maqsoud", "sheikh-maqsoud", "exact"), ("SHEIKH-MAQSOUD", "sheikh-maqsoud", "folded"),
    ("Shaykh Maqsud", "sheikh-maqsoud", "spelling"), ("cheikh maksoud", "sheikh-maqsoud", "spelling"),
    ("Şêx Meqsûd", "sheikh-maqsoud", "spelling"), ("Sheik Maqsod", "sheikh-maqsoud", "near"),
    ("الاشرفيه", "ashrafiya", None), ("Achrafiyeh", "ashrafiya", "spelling"), ("el-Eşrefiye", "ashrafiya", "spelling"),
    ("مساكن هنانوا", "masaken-hanano", "near"), ("Hanno", "masaken-hanano", "near"),
    ("وبالشعار", "shaar", "spelling"), ("للشعار", "shaar", "spelling"), ("ولحي السكري", "sukkari", "spelling"),
    ("Soukkari", "sukkari", "spelling"), ("Kalasse", "kallaseh", None), ("El Chaar", "shaar", "spelling"),
    ("Salah ad-Din", "salaheddine", None), ("Seifeddaoula", "saif-al-dawla", "spelling"),
    ("Boustan el Kasr", "bustan-al-qasr", None), ("Tareek al-Bab", "tariq-al-bab", "spelling"),
    ("Soulaimaniyé", "sulaymaniya", "spelling"), ("zuhur", "zuhour", "spelling"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "slug", "how"), FIRST, ids=[case[0] for case in FIRST])
def test_the_first_hit(loaded, asked, slug, how):
    hit = search(asked)[0]
    assert (hit.place.slug, hit.how) == (slug, how or hit.how)


def test_a_hit_tells_which_name_was_hit(loaded):
    hit = search("cheikh maksoud")[0]
    assert (hit.name, hit.language, hit.script, hit.how) == ("Sheikh Maksoud", "en", "Latn", "spelling")
    assert (hit.place.name_ar, search("شيخ مقصود")[0].script) == ("الشيخ مقصود", "Arab")


def test_a_name_of_two_places_shows_both(loaded):
    assert {hit.place.slug for hit in search("تشرين")} == {"tishreen-hamdaniya", "tishreen-north"}
    assert {hit.place.slug for hit in search("Handarat")} >= {"handarat-camp", "handarat-village"}


def test_what_is_known_of_an_ambiguity_is_told_with_the_hit(loaded):
    known = Ambiguity.objects.get(text="كرم الدادا")
    hits = search("كرم دادا")
    assert {hit.place.slug for hit in hits} == {"karaz-dada", "karm-al-dada"}
    assert all(hit.doubt.note == known.note for hit in hits)
    assert hits[0].doubt.slugs == ("karaz-dada", "karm-al-dada")
    assert search("الشعار")[0].doubt is None


def test_exact_names_stand_before_folded_ones_and_those_before_other_spellings(loaded):
    names = {"one": "Basel", "two": "BASEL", "three": "Bassil"}
    position = Place.objects.get(slug="shaar").position
    for slug, text in names.items():
        place = Place.objects.create(slug=slug, kind="village", position=position)
        PlaceName.objects.create(place=place, text=text, language="en")
    found = [(hit.place.slug, hit.how) for hit in search("BASEL") if hit.place.slug in names]
    assert found == [("two", "exact"), ("one", "folded"), ("three", "spelling")]


@pytest.mark.parametrize("asked", ["الشعار", "AL SHAAR", "Chaar", "Shear", "nothing like it"])
def test_a_search_takes_at_most_two_queries(loaded, django_assert_max_num_queries, asked):
    with django_assert_max_num_queries(2):
        assert all(hit.place.name_ar for hit in search(asked))


HOSTILE = [
    "", " ", "\x00", "a\x00b", "%", "_", "%_%", "\\", "'", '"', "ا", "ل", "لل", "و", "al", "حي", "حي ", "x" * 100,
    "ﷺ" * 100, "و" * 100, "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("asked", HOSTILE)
def test_nothing_breaks_it(loaded, asked):
    assert len(search(asked, limit=5)) <= 5


def test_wildcards_are_letters_like_others(loaded):
    assert search("%") == search("_") == search("Sh%r") == []


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(asked=st.text(st.characters(), max_size=100))
def test_no_text_breaks_it(loaded, asked):
    search(asked)


# The address


def test_the_address_says_how_a_place_was_found(loaded, client):
    first = client.get("/api/v1/places", {"q": "Shaykh Maqsud"}).json()["places"][0]
    assert first["slug"] == "sheikh-maqsoud"
    assert first["hit"] == {
        "name": "Sheikh Maqsud", "language": "en", "language_name": "English", "script": "Latn", "how": "spelling",
        "ambiguity": None,
    }  # fmt: skip
    assert {"kind", "kind_name", "name_ar", "name_en", "position"} < set(first)


def test_the_address_takes_two_queries(loaded, client, django_assert_num_queries):
    for asked in ("", "الشعار", "Shear"):
        with django_assert_num_queries(2):
            client.get("/api/v1/places", {"q": asked})


def test_the_address_answers_any_text(loaded, client):
    for asked in HOSTILE[:-1]:
        assert client.get("/api/v1/places", {"q": asked}).status_code == 200


# The skeleton

SHARED = [
    ("Sheikh Maqsoud", "Shaykh al-Maqsud", "Cheikh Maksoud", "Şêx Meqsûd"),
    ("Salah al-Din", "Salaheddine", "Salahuddin", "Salah ad-Deen"),
    ("Saif al-Dawla", "Seif el-Dawleh", "Seifeddawla", "Sayf ad-Dawlah"),
    ("al-Ashrafiya", "Achrafieh", "Ashrafiyyeh", "Eşrefiye"),
    ("Abd al-Nasser", "Abdel Nasser", "Abdulnasser"),
    ("Ain al-Tal", "'Ayn at-Tall", "Ein el Tell"),
    ("الشيخ المقصود", "شيخ مقصود"),
    ("عبد الناصر", "عبدالناصر"),
    ("Sha'ar", "Chaar", "al-Shaar neighbourhood", "Hayy al-Sha‘ar"),
]
APART = [
    ("Zahraa", "Zuhour"),
    ("Izaa", "Aziza"),
    ("Hamdan", "Hamdaniya"),
    ("Kallaseh", "Qasila"),
    ("الشعار", "الشعارات"),
]


@pytest.mark.parametrize("names", SHARED, ids=[names[0] for names in SHARED])
def test_spellings_of_a_name_share_a_skeleton(names):
    assert len({skeleton(fold_name(name)) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_names_do_not(one, other):
    assert skeleton(fold_name(one)) != skeleton(fold_name(other))


def test_a_skeleton_is_the_form_itself_where_nothing_would_be_left():
    assert [skeleton(name) for name in ("'", "-", "")] == ["'", "-", ""]
