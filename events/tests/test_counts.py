"""Counts of sources beside the map's own figure."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon

from events import answers, control, review
from events.counts import counts
from events.models import ControlEvent
from events.tally import Holding, figure
from events.tests import factories
from gazetteer.models import Boundary, Membership, Place

HELD = [
    Holding("neighbourhood", 1.0, "government"),
    Holding("neighbourhood", 2.0, "opposition"),
    Holding("landmark", 0.5, "government"),
    Holding("neighbourhood", 0.5, None),
]
CASES = [
    ("government", "neighbourhoods", 1.0),
    ("government", "percent", 37.5),
    ("opposition", "km2", 2.0),
    ("kurdish", "neighbourhoods", 0.0),
    ("government", "people", None),
]


@pytest.mark.parametrize(("side", "unit", "expected"), CASES)
def test_a_side_holds_so_much(side, unit, expected):
    assert figure(HELD, side, unit) == expected


def test_where_no_holder_is_known_there_is_no_figure():
    assert figure([Holding("neighbourhood", 1.0, None)], "government", "neighbourhoods") is None


@pytest.fixture
def counted(db):
    """A region of two quarters, one of which the government took before a source counted two."""
    factories.umbrellas()
    editor, region = factories.user(), factories.place("east", "الشرق", "East", kind="region")
    for number, (slug, side) in enumerate((("one", "government"), ("two", "opposition"))):
        place = factories.place(slug, slug, slug)
        Membership.objects.create(region=region, member=place)
        corners = Polygon.from_bbox((37.1 + number / 100, 36.2, 37.11 + number / 100, 36.21))
        Boundary.objects.create(place=place, shape=MultiPolygon(corners, srid=4326), method="imported")
        start = datetime(2016, 12, 1, tzinfo=UTC)
        entry = ControlEvent(
            place=place, kind="hold", actor=factories.actor(side, side), status="assessed", known_at=start,
            event_start=start, event_end=start + timedelta(hours=1),
        )  # fmt: skip
        control.enter([entry], by=editor, reason="A test")
    claim = factories.claim(place=region, kind="count", quantity=2, unit="neighbourhoods", actor=factories.actor("saa"))
    review.accept(claim, by=editor)
    return claim


def test_the_map_is_set_beside_the_source(counted, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        (found,) = counts()
    assert (found.claim, found.own, found.difference) == (counted, 1.0, 1.0)
    assert found.day == date(2016, 12, 7), "it speaks of the time up to the midnight after"


def test_over_http_and_on_the_page(counted, client):
    day = counts()[0].day.isoformat()
    (found,) = client.get("/api/v1/counts", {"on": day}).json()["counts"]
    assert (found["said"], found["map"], found["difference"], found["side"]) == (2.0, 1.0, 1.0, "government")
    assert client.get("/api/v1/counts", {"on": date(2012, 1, 1).isoformat()}).json()["counts"] == []
    page = client.get("/counts/")
    assert (
        page.status_code == 200
        and "+1<" in page.text
        and "East" in page.text
        and counted.get_absolute_url() in page.text
    )


def test_a_figure_has_the_decimal_mark_of_the_language(counted, client):
    claim = factories.claim(place=counted.place, kind="count", quantity=19.8, unit="percent", actor=counted.actor)
    review.accept(claim, by=factories.user())
    assert ">19.8<" in client.get("/counts/?lang=en").text
    assert ">١٩٫٨<" in client.get("/counts/?lang=ar").text and ">٢<" in client.get("/counts/?lang=ar").text


def test_without_counts_the_page_says_so(client, db):
    assert "No count has been accepted yet." in client.get("/counts/").text


def test_counts_as_known_on_a_day(counted, client, django_assert_max_num_queries):
    """The count was published on the 7th; what the map's figure rests on, on the 1st."""
    early = client.get("/api/v1/counts?known=2016-12-06").json()
    assert (early["known"], early["counts"]) == ("2016-12-06", [])
    assert "No count on record answers to this" in client.get("/counts/?known=2016-12-06&lang=en").text

    later = factories.report(published_at=factories.NOON + timedelta(days=3))
    claim = factories.claim(report=later, place=factories.place("two"), source=factories.source("sohr", "independent"))
    review.accept(claim, by=factories.user())
    with django_assert_max_num_queries(18):
        (then,) = client.get("/api/v1/counts?known=2016-12-07").json()["counts"]
    (today,) = client.get("/api/v1/counts").json()["counts"]
    assert (then["map"], today["map"]) == (1.0, 2.0)
    page = client.get("/counts/?known=2016-12-07&lang=en").text
    assert "As known on 7 December 2016." in page and "+1<" in page


def test_a_day_that_is_none_is_refused(client, db):
    page = client.get("/counts/?known=soon&lang=en")
    assert page.status_code == 400 and "As known on" in page.text
    assert list(client.get("/api/v1/counts?known=soon").json()["errors"]) == ["known"]


def test_counts_by_a_perspective(counted, client):
    """SANA gave the count; by its word alone nobody holds anything, for the entries are nobody's account."""
    (found,) = client.get("/api/v1/counts?sources=sana").json()["counts"]
    assert (found["source"], found["map"]) == ("sana", None)
    factories.source("sohr", "opposition")
    assert client.get("/api/v1/counts?sources=sohr").json()["counts"] == []
    page = client.get("/counts/?sources=sana&lang=en").text
    assert "As told by" in page and counted.get_absolute_url() in page


def test_counts_of_a_revision_stay_as_they_were(counted, client):
    revision = answers.latest_revision()
    before = client.get(f"/api/v1/counts?revision={revision}").json()
    assert before["counts"] == client.get("/api/v1/counts").json()["counts"]

    review.accept(
        factories.claim(place=factories.place("two"), source=factories.source("sohr", "independent")),
        by=factories.user(),
    )
    review.reopen(counted, by=factories.user())
    assert client.get("/api/v1/counts").json()["counts"] == []
    assert client.get(f"/api/v1/counts?revision={revision}").json() == before
    assert client.get("/counts/?revision=9999999").status_code == 400


@pytest.mark.parametrize("kind", ["landmark", "road"])
def test_counts_of_a_revision_keep_the_kinds_of_then(counted, client, kind):
    """What is no neighbourhood today was one when the revision was the last; a road is counted by nobody."""
    revision = answers.latest_revision()
    before = client.get(f"/api/v1/counts?revision={revision}").json()
    Place.objects.filter(slug="one").update(kind=kind)

    assert client.get("/api/v1/counts").json()["counts"][0]["map"] == 0.0
    assert client.get(f"/api/v1/counts?revision={revision}").json() == before
    assert before["counts"][0]["map"] == 1.0
