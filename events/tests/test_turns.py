"""Each change in a row of its own: counted as the map counts them, narrowed, ordered and taken away as CSV."""

import csv
import io
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events import answers, control, review
from events.questions import DAMASCUS
from events.tests import factories
from events.tests.columns import read_back
from events.views import table_of_changes
from gazetteer.models import Boundary

pytestmark = pytest.mark.django_db
DAY = factories.DAY
HEADS = {"shaar": ["2016-11-17", "2016-12-07"], "sukkari": ["2016-11-17"], "east": ["2016-11-17"]}


@pytest.fixture
def war():
    """Shaar, a shape, Sukkari, a point, and a region without either are the opposition's; Shaar is taken."""
    factories.umbrellas()
    places = [
        factories.place(), factories.place("sukkari", "السكري", "Sukkari"),
        factories.place("east", "شرق حلب", "East Aleppo", kind="region"),
    ]  # fmt: skip
    Boundary.objects.create(place=places[0], shape=factories.shape(), method="built")
    control.enter([_held(place) for place in places], by=factories.user(), reason="The eve")
    review.accept(factories.claim(), by=factories.user())


def _held(place, **fields):
    return factories.entry(place=place, actor=factories.actor("opposition", "opposition"), status="assessed", **fields)


def _rows(client, query="") -> list[dict]:
    answer = client.get(f"/table/changes.csv?{query}")
    assert answer.status_code == 200, answer.content
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def _told(client, query="") -> list[tuple[str, str]]:
    return [(row["place"], row["start"][:10]) for row in _rows(client, query)]


def test_every_period_of_the_map_is_a_change(client, war):
    read = read_back(client.get("/api/v1/timeline").json())
    assert sum(len(periods) for periods in read.values()) == len(_told(client)) == 4
    assert {slug: [day for place, day in _told(client) if place == slug] for slug in HEADS} == HEADS


def test_a_row_says_what_held_before_and_from_then_on(client, war):
    rows = [row for row in _rows(client) if row["place"] == "shaar"]
    assert rows[0]["before"] == "no information" and rows[0]["in_words"] == "Held by opposition"
    assert rows[1]["before"] == "Held by opposition" and rows[1]["in_words"].startswith("Claimed by")
    assert (rows[1]["status"], rows[1]["holder"], rows[1]["evidence"]) == ("claimed", "government", "1")


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("where=unplaced", ["east"]), ("where=shown", ["shaar", "sukkari", "shaar"]),
        ("sort=-time", ["shaar", "east", "shaar", "sukkari"]), ("sort=place", ["east", "shaar", "shaar", "sukkari"]),
        ("from=2016-12-07", ["shaar"]), ("to=2016-12-06", ["east", "shaar", "sukkari"]),
        ("from=2016-11-17&to=2016-11-17&where=unplaced", ["east"]), ("from=2016-12-08", []),
        ("known=2016-12-06&where=shown", ["shaar", "sukkari"]),
        ("sources=sana", ["shaar"]), ("revision=0", []),
    ],
)  # fmt: skip
def test_they_are_narrowed_to_days_to_the_map_and_to_times_of_the_record(client, war, query, places):
    assert [place for place, _day in _told(client, query)] == places


def test_the_page_counts_all_of_the_days_and_leads_to_each_part(client, war):
    html = client.get("/table/changes/?lang=en&from=2016-11-01&to=2016-12-31&where=unplaced").content.decode()
    assert '<a href="?from=2016-11-01&amp;to=2016-12-31">4 changes</a>' in html
    assert (
        '&amp;where=shown">3 shown on the map</a>' in html
        and '&amp;where=unplaced">1 without a place on the map</a>' in html
    )
    assert html.count("<tr data-slug=") == 1 and 'data-slug="east"' in html


def test_a_change_of_an_hour_tells_it(client, war):
    start = factories.NOON + timedelta(hours=2)
    entry = _held(
        factories.place(), event_start=start, event_end=start + timedelta(hours=1), known_at=start + DAY, kind="capture"
    )
    control.enter([entry], by=factories.user(), reason="The hour is told")
    html = client.get("/table/changes/?lang=en&from=2016-12-07").content.decode()
    hour = _rows(client, "from=2016-12-07&sort=-time")[0]["start"][11:13]
    assert f"7 December 2016, {hour}:00" in html
    assert f"on=2016-12-07&amp;at={int(hour)}&amp;place=shaar" in html
    assert "on=2016-12-07&amp;place=" in html, "where only the day is told"


def test_of_a_day_that_begins_at_one_oclock_no_hour_is_told(client, war):
    spring = datetime(2013, 3, 29, 1, tzinfo=DAMASCUS)  # its clocks were put forward at midnight
    entry = _held(factories.place(), event_start=spring, event_end=spring + timedelta(hours=23), known_at=spring + DAY)
    control.enter([entry], by=factories.user(), reason="The day alone is told")
    html = client.get("/table/changes/?lang=en&to=2013-12-31").content.decode()
    assert '<td class="day">29 March 2013</td>' in html


def test_pages_follow_each_other_at_the_same_number_of_queries(client, war, monkeypatch):
    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        return len(found)

    few = asked("/table/changes/?from=2016-12-07")
    assert asked("/table/changes/") == few
    monkeypatch.setattr(table_of_changes, "ON_A_PAGE", 3)
    html = client.get("/table/changes/?lang=en&page=2").content.decode()
    assert (
        "Page 2 of 2" in html and html.count("<tr data-slug=") == 1 and 'rel="prev" href="?lang=en&amp;page=1"' in html
    )


def test_nothing_on_record_has_a_page_too(client):
    html = client.get("/table/changes/?lang=en").content.decode()
    assert "0 changes" in html and "No change is on record for this." in html


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("from=x", "Give the date"), ("from=2016-12-08&to=2016-12-07", "lies before the first"),
        ("from=0001-01-01", "between 1900 and 2100"), ("where=x", "Ask for what is shown"), ("sort=x", "No such order"),
        ("known=x", "As known on"), ("revision=99999", "no such revision"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_by_name(client, war, query, told):
    for address in ("/table/changes/", "/table/changes.csv"):
        answer = client.get(f"{address}?{query}&lang=en")
        assert answer.status_code == 400 and told in answer.content.decode()


def test_an_earlier_revision_has_the_kinds_and_shapes_of_then(client, war):
    before = _rows(client, f"revision={answers.latest_revision()}")
    east = factories.place("east")
    east.kind = "quarter"
    east.save()
    assert _rows(client, f"revision={answers.latest_revision()}") == before
    assert _told(client, "where=unplaced") == []


def test_its_days_hold_all_changes_of_what_some_sources_tell(client):
    """The Observatory tells of the change on the 7th, which is on record; by SANA's word alone it was on the 9th."""
    factories.umbrellas()
    for number, slug in ((0, "sohr"), (2, "sana")):
        begins = factories.DAY_START + number * DAY
        report = factories.report(f"Taken, says {slug}.", published_at=begins + DAY)
        claim = factories.claim(
            report=report, source=factories.source(slug), event_start=begins, event_end=begins + DAY
        )
        review.accept(claim, by=factories.user())

    days = {query: client.get(f"/table/changes/?{query}").context["days"] for query in ("", "sources=sana")}
    assert days[""] == {"first": "2016-12-07", "last": "2016-12-07"}
    assert days["sources=sana"] == {"first": "2016-12-09", "last": "2016-12-09"}
    assert _told(client, "sources=sana&from=2016-12-09&to=2016-12-09") == _told(client, "sources=sana")
    assert client.get("/table/changes/?sources=sana").context["number"] == 1
    told = client.get("/api/v1/timeline?sources=sana").json()
    assert (told["first"], told["last"]) == ("2016-12-09", "2016-12-09")
