"""What is told of a period: all that was said within it, also by events that began before it."""

import csv
import io
from datetime import date, timedelta

import pytest

from events import answers, review
from events.questions import Question
from events.tests import factories

pytestmark = pytest.mark.django_db
TOLD = (
    ("sohr", "independent", "capture"),
    ("aamaq", "opposition", "siege"),
    ("reuters", "independent", "capture"),
)


@pytest.fixture
def besieged_between():
    """A capture, a siege twenty hours later, and twenty hours after that another's word on the same capture."""
    factories.umbrellas()
    actors = {"capture": factories.actor("saa"), "siege": factories.actor("rebels", "opposition")}
    for number, (slug, leaning, kind) in enumerate(TOLD):
        start = factories.DAY_START + number * timedelta(hours=20)
        claim = factories.claim(
            kind=kind, actor=actors[kind], source=factories.source(slug, leaning), event_start=start,
            event_end=start + timedelta(hours=6), report=factories.report(published_at=start + timedelta(hours=8)),
        )  # fmt: skip
        review.accept(claim, by=factories.user())


@pytest.mark.parametrize("known", [None, date(2016, 12, 20)], ids=["from rows", "by the rule"])
def test_a_report_that_joins_a_change_of_before_the_period_is_told_in_it(besieged_between, known):
    found = answers.explain(factories.place(), Question(on=date(2016, 12, 8), known=known))
    assert found.period.is_besieged
    assert {item.claim.source.slug for item in found.evidence} >= {"aamaq", "reuters"}
    assert found.line.endswith("/strong-none")


@pytest.mark.parametrize("known", [None, date(2016, 12, 20)], ids=["from rows", "by the rule"])
def test_a_siege_begins_no_other_holding(besieged_between, known):
    found = answers.explain(factories.place(), Question(on=date(2016, 12, 8), at=10, known=known))
    assert found.period.is_besieged
    assert {item.claim.source.slug for item in found.evidence} == {"sohr", "aamaq"}
    assert found.line.endswith("/strong-none")
    assert found.begun.start == factories.DAY_START


@pytest.mark.parametrize("query", ["", "&known=2016-12-20", "&sources=sohr,aamaq"])
def test_every_door_says_since_when_it_is_held_not_besieged(client, besieged_between, query):
    asked = f"on=2016-12-08&at=10{query}"
    panel = client.get(f"/api/v1/places/shaar/control?{asked}").json()["period"]
    [on_the_map] = client.get(f"/api/v1/control?{asked}").json()["features"]
    [row] = csv.DictReader(io.StringIO(client.get(f"/table.csv?{asked}").content.decode()))
    page = client.get(f"/places/shaar/?{asked}&lang=en").content.decode()

    assert panel["since"][:10] == on_the_map["properties"]["since"][:10] == row["since"] == "2016-12-07"
    assert "since 7 December 2016." in page


@pytest.mark.parametrize("known", [None, date(2016, 12, 20)], ids=["from rows", "by the rule"])
def test_what_confirms_a_state_does_not_explain_it(known):
    factories.umbrellas()
    for hours, kind, slug in ((0, "capture", "saa"), (30, "clash", "rebels"), (60, "hold", "saa")):
        start = factories.DAY_START + timedelta(hours=hours)
        claim = factories.claim(
            kind=kind, actor=factories.actor(slug, "opposition"), source=factories.source("sohr", "independent"),
            event_start=start, event_end=start + timedelta(hours=6), report=factories.report(published_at=start),
        )  # fmt: skip
        review.accept(claim, by=factories.user())
    found = answers.explain(factories.place(), Question(on=date(2016, 12, 12), known=known))
    assert (found.period.status, found.line.rsplit("/", 1)[-1]) == ("contested", "fighting")
