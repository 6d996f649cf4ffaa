"""The table: the facts of the map in rows, narrowed, ordered and taken away as CSV."""

import csv
import io
import re
from datetime import date, timedelta
from html import unescape

import pytest

from events import answers, control, review
from events.tests import factories
from events.tests.columns import read_back, row_on
from gazetteer.models import Boundary, Place, PlaceName

pytestmark = pytest.mark.django_db
DAY = factories.DAY


@pytest.fixture
def city():
    """Shaar claimed by the government on 7 December, Sukkari the opposition's since November, Sakhour a shape alone."""
    factories.umbrellas()
    editor = factories.user()
    sukkari = factories.place("sukkari", "السكري", "Sukkari")
    sakhour = factories.place("sakhour", "الصاخور", "Sakhour")
    for number, place in enumerate((factories.place(), sukkari, sakhour)):
        Boundary.objects.create(place=place, shape=factories.shape(37.1 + number / 20), method="built")
    control.enter([_held(sukkari)], by=editor, reason="The eve")
    review.accept(factories.claim(), by=editor)


def _held(place):
    return factories.entry(place=place, actor=factories.actor("opposition", "opposition"), status="assessed")


def _rows(client, query="") -> list[dict]:
    answer = client.get(f"/table.csv?on=2016-12-07&{query}")
    assert answer.status_code == 200, answer.content
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def _places(client, query="") -> list[str]:
    return [row["place"] for row in _rows(client, query)]


def test_a_row_has_the_facts_of_the_map(client, city):
    rows = {row["place"]: row for row in _rows(client)}
    told = client.get("/api/v1/control?on=2016-12-07").json()["features"]

    assert set(rows) == {"shaar", "sukkari", "sakhour"}
    for feature in told:
        facts, row = feature["properties"], rows[feature["id"]]
        assert (row["holder"], row["status"], row["since"]) == (facts["holder"], facts["status"], facts["since"][:10])
        assert (row["name_ar"], row["evidence"]) == (facts["name_ar"], str(facts["evidence"]))
    assert rows["sakhour"]["status"] == "none" and rows["sakhour"]["holder"] == ""
    assert rows["shaar"]["in_words"].startswith("Claimed by")
    assert 3.5 < float(rows["shaar"]["area_km2"]) < 4.5  # two hundredths of a degree each way


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("side=government", ["shaar"]), ("status=assessed", ["sukkari"]), ("status=none", ["sakhour"]),
        ("q=السكري", ["sukkari"]), ("q=shaar&status=assessed", []), ("", ["sakhour", "shaar", "sukkari"]),
        ("sort=-name", ["sukkari", "shaar", "sakhour"]), ("sort=since", ["sukkari", "shaar", "sakhour"]),
        ("sort=-since", ["shaar", "sukkari", "sakhour"]), ("sort=holder", ["shaar", "sukkari", "sakhour"]),
        ("sort=-evidence", ["shaar", "sukkari", "sakhour"]), ("sort=status", ["sukkari", "shaar", "sakhour"]),
    ],
)  # fmt: skip
def test_it_is_narrowed_and_ordered(client, city, query, places):
    assert _places(client, query) == places


def test_the_page_says_how_it_is_ordered_and_leads_to_the_other_order(client, city):
    html = client.get("/table/?on=2016-12-07&sort=since&lang=en").content.decode()
    assert '<th scope="col" aria-sort="ascending"><a href="?on=2016-12-07&amp;sort=-since&amp;lang=en">Since' in html
    assert html.count("aria-sort") == 1


ON = date(2016, 12, 20)
SPANS = [  # a week that the rule counts from its end, and one day
    (factories.DAY_START - 6 * DAY, factories.DAY_START + DAY), (factories.DAY_START, factories.DAY_START + DAY),
]  # fmt: skip


@pytest.mark.parametrize(("start", "end"), SPANS)
@pytest.mark.parametrize("undated", [False, True])
def test_last_evidence_is_that_of_the_map(client, city, start, end, undated):
    taken = factories.claim(
        place=factories.place("sakhour"), source=factories.source("sohr", "independent"), event_start=start,
        event_end=end, report=factories.report(published_at=None if undated else factories.NOON),
    )  # fmt: skip
    denied = factories.claim(
        place=factories.place("sakhour"), source=factories.source("amc", "opposition"), stance="denies",
        report=factories.report(published_at=factories.NOON + 9 * DAY),
    )  # fmt: skip
    review.accept_all([taken, denied], by=factories.user())
    for query in ("", "known=2030-12-31", f"revision={answers.latest_revision()}", "sources=sohr,sana"):
        rows = {row["place"]: row for row in csv.DictReader(
            io.StringIO(client.get(f"/table.csv?on={ON}&{query}").content.decode())
        )}  # fmt: skip
        read = read_back(client.get(f"/api/v1/timeline?{query}").json())
        for slug in ("shaar", "sakhour"):
            told = row_on(read[slug], ON).last_proof(ON)
            assert rows[slug]["last_evidence"] == told.isoformat(), (query, slug)


@pytest.mark.parametrize("address", ["/table.csv?on=2016-12-07", "/api/v1/changed?from=2016-12-06&to=2016-12-07"])
def test_at_an_earlier_revision_places_have_the_names_and_kinds_of_then(client, city, address):
    address = f"{address}&revision={answers.latest_revision()}"
    before = client.get(address).content
    PlaceName.objects.filter(place__slug="shaar", language="ar").update(text="اسم آخر")
    Place.objects.filter(slug="shaar").update(kind="quarter")
    assert client.get(address).content == before


def test_last_evidence_is_the_newest_publication_of_the_period(client, city):
    report = factories.report(published_at=factories.NOON + 3 * DAY)
    later = factories.claim(report=report, source=factories.source("sohr", "independent"), kind="hold")
    review.accept(later, by=factories.user())

    for query in ("", "known=2016-12-31"):
        rows = {row["place"]: row for row in _rows(client, query)}
        assert rows["shaar"]["last_evidence"] == "2016-12-10"
        assert rows["sukkari"]["last_evidence"] == "2016-11-18"


def test_it_answers_in_the_three_times_and_for_some_sources(client, city):
    before = client.get("/api/v1/timeline").json()["revision"]
    report = factories.report(published_at=factories.NOON + 2 * DAY)
    review.accept(factories.claim(report=report, source=factories.source("sohr", "independent")), by=factories.user())

    def status(query):
        return {row["place"]: row["status"] for row in _rows(client, query)}["shaar"]

    assert (status(""), status("known=2016-12-07"), status(f"revision={before}")) == ("assessed", "claimed", "claimed")
    assert status("sources=sana") == "claimed" and status("sources=sohr") == "assessed"
    assert status("known=2016-12-06") == "none"
    assert _rows(client, "known=2016-12-07&sources=sana")[0]["sources"] == "sana"


@pytest.mark.parametrize(
    ("query", "told"),
    [("revision=999999", "no such revision"), ("known=x", "As known on"), ("sources=nobody", "No such source"),
     ("status=x", "No such status"), ("side=x", "No such side"), ("sort=x", "No such order")],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_by_name(client, city, query, told):
    page = client.get(f"/table/?{query}&lang=en")
    assert page.status_code == 400 and told in page.content.decode()
    file = client.get(f"/table.csv?{query}&lang=en")
    assert file.status_code == 400 and told in file.content.decode()


def test_a_file_of_a_day_that_is_none_is_refused(client, city):
    assert client.get("/table/?on=yesterday").status_code == 200, "a page shows which day it chose"
    assert client.get("/table.csv?on=yesterday").status_code == 400


def test_no_cell_is_a_formula(client, city):
    PlaceName.objects.filter(place__slug="shaar", language="en").update(text="=HYPERLINK(1)")
    row = next(row for row in _rows(client) if row["place"] == "shaar")
    assert row["name_en"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(("query", "number"), [("", 11), ("known=2016-12-07", 25), ("sources=sana", 26)])
def test_a_longer_table_asks_no_more(client, city, django_assert_max_num_queries, query, number):
    editor = factories.user()
    for one in range(5):
        place = factories.place(f"place-{one}", f"مكان {one}", f"Place {one}")
        control.enter([_held(place)], by=editor, reason="More")
        report = factories.report(published_at=factories.NOON - timedelta(hours=1))
        review.accept(factories.claim(place=place, report=report), by=editor)
    with django_assert_max_num_queries(number):
        answer = client.get(f"/table/?on=2016-12-07&{query}&lang=en")
    assert answer.status_code == 200 and b"Place 4" in answer.content


def test_an_empty_record_is_told(client):
    assert "No place answers to this" in client.get("/table/?lang=en").content.decode()


def test_links_between_map_and_table_keep_the_view(client, city):
    asked = "on=2016-12-06&known=2016-12-08&sources=sana"
    table = client.get(f"/table/?{asked}&lang=en").content.decode()
    assert f'href="/?{asked.replace("&", "&amp;")}"' in table
    shown = client.get(f"/?{asked}&lang=en").content.decode()
    assert f'href="/table/?{asked.replace("&", "&amp;")}"' in shown


@pytest.mark.parametrize("on", ["2016-11-31", "yesterday"])
def test_a_day_that_is_none_is_told_and_no_link_carries_it(client, city, on):
    for address in ("/table/", "/places/shaar/", "/data/"):
        page = client.get(f"{address}?on={on}&at=14&sort=since&lang=en").text
        assert '<p class="error" role="alert">Give the date as 2016-12-07.</p>' in page, address
        assert on not in page and "at=14" not in page, address
    table = client.get(f"/table/?on={on}&lang=en").text
    link = unescape(re.search('href="(/table.csv[^"]*)"', table)[1])
    assert "on=2016-12-07" in link and client.get(link).status_code == 200
    assert "Give the date" not in client.get("/table/?on=2016-12-07&lang=en").text


@pytest.mark.parametrize("query", ["", "&known=2030-12-31", "&sources=sana,sohr,amc"])
def test_evidence_counts_what_supports_it_by_that_day(client, city, query):
    for days, source, leaning, stance in ((3, "amc", "opposition", "denies"), (5, "sohr", "independent", "asserts")):
        start = factories.DAY_START + days * DAY
        said = factories.claim(
            source=factories.source(source, leaning), stance=stance, kind="hold", event_start=start,
            event_end=start + DAY, report=factories.report(published_at=start),
        )  # fmt: skip
        review.accept(said, by=factories.user())
    for on, number in (("2016-12-07", 1), ("2016-12-10", 1), ("2016-12-20", 1)):
        listed = client.get(f"/api/v1/places/shaar/control?on={on}{query}").json()["for"]
        rows = csv.DictReader(io.StringIO(client.get(f"/table.csv?on={on}{query}").content.decode()))
        [row] = [row for row in rows if row["place"] == "shaar"]
        assert int(row["evidence"]) == len(listed) == number, on
