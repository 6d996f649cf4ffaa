"""What is told of a period: all that was said within it, also by events that began before it."""

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
def test_before_it_was_said_only_the_siege_is_told(besieged_between, known):
    found = answers.explain(factories.place(), Question(on=date(2016, 12, 8), at=10, known=known))
    assert {item.claim.source.slug for item in found.evidence} == {"aamaq"}
    assert found.line.endswith("/siege")
