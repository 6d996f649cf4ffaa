"""One box for places and reports: what it finds, in which order, and what it costs."""

import pytest

from events.tests import factories

pytestmark = pytest.mark.django_db
DAY = factories.DAY


@pytest.fixture
def library():
    factories.place()
    factories.place("shaar-hospital", "مشفى الشعار", "Shaar hospital", kind="landmark")
    factories.place("sukkari", "السكري", "Sukkari")
    sana = factories.source("sana")
    factories.report("سيطر الجيش على حيّ أصيلة أمس.", title="تقدّم الجيش", publisher=sana)
    factories.report("A quiet day.", title="Fighting in Asila", language="en", published_at=factories.NOON + DAY)
    long = "word " * 60 + "the fall of Shaar " + "more " * 60
    factories.report(long, title="Older", language="en", published_at=factories.NOON - DAY)


def _found(client, q) -> dict:
    answer = client.get("/api/v1/search", {"q": q, "lang": "en"})
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.mark.parametrize(
    ("q", "slugs"),
    [
        ("shaar", ["shaar", "shaar-hospital"]), ("الشعار", ["shaar", "shaar-hospital"]), ("hosp", ["shaar-hospital"]),
        ("سكر", ["sukkari"]), ("sukk", ["sukkari"]), ("السُّكَّري", ["sukkari"]), ("sukari", ["sukkari"]), ("nowhere", []),
    ],
)  # fmt: skip
def test_places_by_a_name_or_a_part_of_it(client, library, q, slugs):
    found = _found(client, q)["places"]
    assert [row["slug"] for row in found] == slugs
    if found:
        assert found[0]["url"] == f"/places/{slugs[0]}/" and found[0]["name_ar"]


def test_a_place_of_that_very_name_goes_before_one_that_only_begins_with_it(client):
    """Whichever was there first; Enter in the box takes the first."""
    factories.place("hanano-barracks", "ثكنة هنانو", "Hanano Barracks", kind="landmark")
    hanano = factories.place("masaken-hanano", "مساكن هنانو", "Masaken Hanano")
    hanano.names.create(text="Hanano", language="en", kind="alias")
    found = _found(client, "hanano")["places"]
    assert [row["slug"] for row in found] == ["masaken-hanano", "hanano-barracks"]


@pytest.mark.parametrize(
    ("q", "titles"),
    [
        ("اصيله", ["تقدّم الجيش"]), ("تقدم", ["تقدّم الجيش"]), ("asila", ["Fighting in Asila"]),
        ("fall shaar", ["Older"]),
        ("الجيش", ["تقدّم الجيش"]), ("fall nowhere", []), ("day.", ["Fighting in Asila"]), ("d.y", []),
    ],
)  # fmt: skip
def test_reports_by_title_or_text_however_it_is_spelt(client, library, q, titles):
    assert [row["title"] for row in _found(client, q)["reports"]] == titles


def test_titles_go_first_and_then_what_is_newest(client, library):
    factories.report("Nothing about Asila.", title="Newer", language="en", published_at=factories.NOON + 9 * DAY)
    assert [row["title"] for row in _found(client, "asila")["reports"]] == ["Fighting in Asila", "Newer"]


def test_an_excerpt_has_the_words_around_it_cut_between_words(client, library):
    (found,) = _found(client, "fall")["reports"]
    assert found["excerpt"].startswith("… word") and found["excerpt"].endswith("more …")
    assert "the fall of Shaar" in found["excerpt"] and len(found["excerpt"]) < 140
    (titled,) = _found(client, "fighting")["reports"]
    assert (titled["excerpt"], titled["published"]) == ("", "2016-12-08")


def test_reports_that_cannot_be_shown_are_not_found(client):
    factories.report("", title="Hidden", state="failed", error="Empty", read_at=None)
    assert _found(client, "hidden")["reports"] == []


@pytest.mark.parametrize("q", ["%00%00", "a%5B(", "%5C%5C", "%D9%8E%D9%8E", "(%3F%3A", "%2E*%2B"])
def test_nothing_that_is_typed_breaks_it(client, library, q):
    assert client.get(f"/api/v1/search?q={q}").status_code == 200


@pytest.mark.parametrize("q", ["", "a", "x" * 101])
def test_too_little_and_too_much_is_refused_by_name(client, q):
    answer = client.get("/api/v1/search", {"q": q})
    assert answer.status_code == 400 and list(answer.json()["errors"]) == ["q"]


def test_more_reports_and_places_ask_no_more(client, library, django_assert_max_num_queries):
    for number in range(12):
        factories.report(f"Shaar again {number}", publisher=factories.source(f"paper-{number}"))
        factories.place(f"shaar-{number}", f"الشعار {number}", f"Shaar {number}")
    with django_assert_max_num_queries(6):
        found = _found(client, "shaar")
    assert len(found["places"]) == len(found["reports"]) == 8
