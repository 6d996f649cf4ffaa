"""Whatever was said: map, its still picture, table, API, place and changes give one answer to one question."""

import csv
import io
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import answers, control, review
from events.pictures.looks import PALER, fill_of, look_of
from events.tests import factories
from events.tests.columns import Row, read_back, row_on
from gazetteer.models import Boundary, Membership

pytestmark = pytest.mark.django_db
DAY = factories.DAY
SPEAKERS = {"sana": "government", "sohr": "independent", "amc": "opposition"}
PLACES = ("shaar", "sukkari", "east")
SAID = st.tuples(
    st.sampled_from(PLACES), st.sampled_from(sorted(SPEAKERS)), st.sampled_from(["saa", "opposition"]),
    st.sampled_from(["capture", "advance", "withdrawal", "hold", "siege"]), st.sampled_from(["asserts", "denies"]),
    st.integers(0, 36), st.sampled_from([6, 24, 120]), st.integers(0, 5),
)  # fmt: skip
STALE_DAYS = 2
DAYS = [date(2016, 12, day) for day in (6, 8, 12, 31)]


def _tell(place, source, actor, kind, stance, quarter, hours, later) -> None:
    start = factories.DAY_START + quarter * DAY / 4
    end = start + hours * DAY / 24
    claim = factories.claim(
        place=factories.place(place), source=factories.source(source, SPEAKERS[source]), kind=kind, stance=stance,
        actor=factories.actor(actor, "government" if actor == "saa" else actor), event_start=start, event_end=end,
        report=factories.report(f"{source} {start} {kind}", published_at=end + later * DAY),
    )  # fmt: skip
    review.accept(claim, by=factories.user())


def _city() -> None:
    factories.umbrellas()
    for slug, affiliation in SPEAKERS.items():
        factories.source(slug, affiliation)
    region = factories.place("east", "الشرق", "East", kind="region")
    for number, slug in enumerate(PLACES[:2]):
        place = factories.place(slug, slug, slug)
        Membership.objects.get_or_create(region=region, member=place)
        Boundary.objects.create(place=place, shape=factories.shape(37.1 + number / 20), method="built")


def _facts(state: dict | None) -> tuple | None:
    return state and (state["holder"], state["challenger"], state["status"], state["besieged"])


def _on_the_map(client, query: str, on: date) -> dict:
    read = read_back(client.get(f"/api/v1/timeline?{query}").json())
    rows = {slug: row_on(rows, on) for slug, rows in read.items()}
    return {slug: (_facts(row.state), _since(read[slug], row), row.last_proof(on)) for slug, row in rows.items() if row}


def _since(rows: list[Row], now: Row) -> date:
    """The day from which holder, challenger and status are what they are, with a siege or without."""
    since = now
    for row in reversed(rows[: rows.index(now)]):
        if _facts(row.state)[:3] != _facts(now.state)[:3]:
            break
        since = row
    return since.day


def _in_the_still(client, query: str, on: date) -> list[tuple[str, str]]:
    """What fills each place that has a shape, in their order, and how much of the colour is left."""
    answer = client.get(f"/still.svg?on={on}&{query}")
    paths = ET.fromstring(answer.content).findall("{http://www.w3.org/2000/svg}path")
    return [(path.get("fill"), path.get("fill-opacity", "1")) for path in paths]


def _painted(shown: dict, on: date) -> list[tuple[str, str]]:
    """The same, as the map's own answer has it: faded once, twice and four times as old as it may be."""
    found = []
    for slug in PLACES[:2]:
        facts, _since, last_proof = shown.get(slug, (None, None, on))
        holder, challenger, status, _siege = facts or (None,) * 4
        fill = fill_of(look_of(status, holder, challenger).name)  # here umbrellas have the names of their sides
        age = sum((on - last_proof).days > STALE_DAYS * times for times in (1, 2, 4))
        found.append((fill, f"{PALER[age]:g}"))
    return found


def _in_the_table(client, query: str, on: date) -> dict:
    rows = csv.DictReader(io.StringIO(client.get(f"/table.csv?on={on}&{query}").content.decode()))
    return {
        row["place"]: (
            (row["holder"] or None, row["challenger"] or None, row["status"], row["besieged"] == "yes"),
            date.fromisoformat(row["since"]), date.fromisoformat(row["last_evidence"]),
        )
        for row in rows
        if row["status"] != "none"
    }  # fmt: skip


def _over_the_api(client, query: str, on: date) -> dict:
    held = client.get(f"/api/v1/control?on={on}&{query}").json()["features"]
    return {one["id"]: (_facts(one["properties"]), one["properties"]["since"][:10]) for one in held}


def _supports(client, query: str, on: date) -> list[dict]:
    """By place how many statements support its state: in the table, in the control of the day, in the list itself."""
    rows = csv.DictReader(io.StringIO(client.get(f"/table.csv?on={on}&{query}").content.decode()))
    held = client.get(f"/api/v1/control?on={on}&{query}").json()["features"]
    table = {row["place"]: int(row["evidence"]) for row in rows if row["status"] != "none"}
    listed = {slug: client.get(f"/api/v1/places/{slug}/control?on={on}&{query}").json()["for"] for slug in table}
    control = {one["id"]: one["properties"]["evidence"] for one in held}
    return [table, control, {slug: len(said) for slug, said in listed.items()}]


def _at_the_place(client, query: str, on: date, slug: str) -> tuple | None:
    period = client.get(f"/api/v1/places/{slug}/control?on={on}&{query}").json()["period"]
    return period and (_facts(period), period["since"][:10])


def _changed(client, query: str, first: date, last: date) -> dict:
    places = client.get(f"/api/v1/changed?from={first}&to={last}&{query}").json()["places"]
    return {one["place"]: (_facts(one["before"]), _facts(one["after"])) for one in places}


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(story=st.lists(SAID, min_size=1, max_size=7), ruled=st.booleans())
def test_every_door_gives_one_answer(client, story, ruled):
    with transaction.atomic(), override_settings(CONTROL_STALE_DAYS=STALE_DAYS):
        middle = _record(story, ruled)
        for query in ("", "known=2016-12-10", "known=2017-12-31", "sources=sohr,sana", f"revision={middle}"):
            _check(client, query)
        transaction.set_rollback(True)  # for the next story


def _record(story: list[tuple], ruled: bool) -> int:
    """Tell the story, and let an editor judge after it; the revision before that."""
    _city()
    for said in story:
        _tell(*said)
    middle = answers.latest_revision()
    if ruled:
        entry = factories.entry(place=factories.place("sukkari"), actor=factories.actor(), status="assessed")
        control.enter([entry], by=factories.user(), reason="Looked into")
    return middle


def _check(client, query: str) -> None:
    told = {on: _over_the_api(client, query, on) for on in DAYS}
    for on in DAYS:
        shown = _on_the_map(client, query, on)
        assert shown == _in_the_table(client, query, on), (query, on)
        assert _in_the_still(client, query, on) == _painted(shown, on), (query, on)
        assert {slug: (facts, str(since)) for slug, (facts, since, _) in shown.items()} == told[on], (query, on)
        table, control_of_day, listed = _supports(client, query, on)
        assert table == control_of_day == listed, (query, on)
        assert _at_the_place(client, query, on, "shaar") == told[on].get("shaar"), (query, on)
    before, after = ({slug: facts for slug, (facts, _) in told[on].items()} for on in (DAYS[0], DAYS[2]))
    differing = {slug for slug in {*before, *after} if before.get(slug) != after.get(slug)}
    expected = {slug: (before.get(slug), after.get(slug)) for slug in differing}
    assert _changed(client, query, DAYS[0], DAYS[2]) == expected, query
