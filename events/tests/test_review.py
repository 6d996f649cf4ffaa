"""Review, and what it does to the record of control."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from events import answers, control, review
from events.models import Claim, ControlEvent, ControlPeriod, Revision
from events.questions import Question
from events.tests import factories
from events.tests.factories import DAY, DAY_START

pytestmark = pytest.mark.django_db
ON_THE_DAY = date(2016, 12, 7)


@pytest.fixture(autouse=True)
def sides():
    factories.umbrellas()


def state_on(day: date, **kwargs):
    return [
        (row.place.slug, row.holder and row.holder.slug, row.status)
        for row in answers.control_on(Question(day, **kwargs))
    ]


def test_an_accepted_claim_moves_the_map_from_its_day_on():
    review.accept(factories.claim(), by=factories.user())

    assert state_on(ON_THE_DAY) == [("shaar", "government", "claimed")]
    assert state_on(ON_THE_DAY - DAY) == []


def test_a_pending_claim_moves_nothing():
    factories.claim()
    assert control.rebuild() == 0
    assert state_on(ON_THE_DAY) == []


@pytest.mark.parametrize("mode", ["future", "hypothetical", "historical"])
def test_what_is_not_said_to_be_so_moves_nothing(mode):
    review.accept(factories.claim(mode=mode), by=factories.user())
    assert state_on(ON_THE_DAY) == []


def test_a_claim_is_decided_once():
    claim = factories.claim()
    review.accept(claim, by=factories.user())

    with pytest.raises(review.AlreadyReviewed):
        review.reject(claim, by=factories.user())


def test_a_name_of_two_places_is_not_accepted_until_one_is_chosen():
    claim = factories.claim(place=None, candidates=["shaar", "sakhour"])

    with pytest.raises(review.PlaceUndecided, match="shaar, sakhour"):
        review.accept(claim, by=factories.user())
    claim.refresh_from_db()
    assert claim.status == "pending"


def test_the_article_that_it_was_made_for():
    """SANA, the army and opposition activists say that Shaar fell; an opposition official denies it."""
    editor = factories.user()
    control.enter(
        [factories.entry(actor=factories.actor("opposition", "opposition"), status="assessed")], by=editor, reason="Eve"
    )
    official = factories.source("opposition-sources", "opposition")
    said = [
        factories.claim(),
        factories.claim(source=factories.source("syrian-army", "government")),
        factories.claim(source=factories.source("activists", "opposition")),
        factories.claim(source=official, stance="denies"),
    ]
    review.accept_all(said, by=editor)

    found = answers.explain(factories.place(), Question(ON_THE_DAY))
    assert (found.period.holder.slug, found.period.status) == ("government", "assessed")
    assert found.decided_by.rule == "control/5/strong-partisan"
    assert {item.claim for item in found.supports} == set(said[:3])
    assert [item.claim.source for item in found.denials] == [official]
    assert state_on(date(2016, 12, 5)) == [("shaar", "opposition", "assessed")]


def test_yesterdays_revision_answers_as_it_did():
    first = review.accept(factories.claim(), by=factories.user())
    before = state_on(ON_THE_DAY, revision=first.pk)
    review.accept(factories.claim(source=factories.source("activists", "opposition")), by=factories.user())

    assert state_on(ON_THE_DAY) == [("shaar", "government", "assessed")]
    assert state_on(ON_THE_DAY, revision=first.pk) == before == [("shaar", "government", "claimed")]


def test_what_was_known_lets_in_only_what_was_published():
    review.accept(factories.claim(), by=factories.user())
    late = factories.report(published_at=DAY_START + 5 * DAY)
    review.accept(factories.claim(report=late, source=factories.source("activists", "opposition")), by=factories.user())

    known_then = answers.control_on(Question(ON_THE_DAY, known=ON_THE_DAY))
    known_later = answers.control_on(Question(ON_THE_DAY, known=ON_THE_DAY + 9 * DAY))
    assert [row.status for row in known_then] == ["claimed"]
    assert [row.status for row in known_later] == ["assessed"]


def test_a_reopened_claim_takes_back_what_it_moved():
    claim, editor = factories.claim(), factories.user()
    review.accept(claim, by=editor)
    review.reopen(claim, by=editor)

    assert state_on(ON_THE_DAY) == []
    assert Claim.objects.pending().get() == claim


def test_deriving_again_writes_nothing():
    review.accept(factories.claim(), by=factories.user())
    revisions = Revision.objects.count()

    assert control.rebuild() == 0
    assert Revision.objects.count() == revisions


def test_a_decision_writes_only_the_rows_that_change():
    editor = factories.user()
    elsewhere = factories.place("sakhour", "الصاخور", "Sakhour")
    review.accept(factories.claim(place=elsewhere), by=editor)
    kept = ControlPeriod.objects.live().get()
    review.accept(factories.claim(), by=editor)

    assert ControlPeriod.objects.live().get(place=elsewhere) == kept


def test_a_claim_on_a_region_holds_for_its_members_at_lower_precision():
    from gazetteer.models import Membership

    region = factories.place("old-city", "حلب القديمة", "Old City", kind="region")
    Membership.objects.create(region=region, member=factories.place())
    review.accept(factories.claim(place=region), by=factories.user())

    event = ControlEvent.objects.live().get(place__slug="shaar", origin="derived")
    assert (event.actor.slug, event.geo_precision) == ("government", 2)


def test_an_entry_taken_back_stays_on_record():
    editor = factories.user()
    entry = factories.entry(actor=factories.actor("opposition", "opposition"), status="assessed")
    control.enter([entry], by=editor, reason="Eve")
    control.withdraw(entry, by=editor, reason="Wrong place")

    assert state_on(ON_THE_DAY) == []
    assert ControlEvent.objects.get(pk=entry.pk).removed_in.reason == "Wrong place"


BROKEN = [
    ("claim_reviewed_by_someone_at_some_time", lambda: factories.claim(status="accepted")),
    ("claim_quotes_some_text", lambda: factories.claim(start=5, end=5)),
    ("claim_quantity_has_a_unit", lambda: factories.claim(quantity=45)),
    ("claim_score_is_between_0_and_1", lambda: factories.claim(score=2)),
    ("claim_lasts_some_time_or_is_undated", lambda: factories.claim(event_end=DAY_START - timedelta(1))),
    ("report_fails_with_a_reason", lambda: factories.report(state="failed")),
    ("report_being_read_has_a_lease", lambda: factories.report(state="reading")),
    ("revision_has_a_reason", lambda: Revision.objects.create(reason="")),
    ("source_reliability_is_an_admiralty_letter", lambda: factories.source("x", reliability="Z")),
    ("actor_side_is_known", lambda: factories.actor("x", "nobody")),
]


@pytest.mark.parametrize(("constraint", "breaks_it"), BROKEN, ids=[case[0] for case in BROKEN])
def test_the_database_keeps_the_rule(constraint, breaks_it):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        breaks_it()


def test_two_live_periods_of_a_place_cannot_start_together():
    review.accept(factories.claim(), by=factories.user())
    period = ControlPeriod.objects.live().get()
    period.pk = None

    with pytest.raises(IntegrityError, match="control_periods_of_a_place_do_not_overlap"), transaction.atomic():
        period.save()


def test_an_event_lasts_some_time():
    entry = factories.entry(actor=factories.actor(), status="assessed", event_end=DAY_START - 30 * DAY)
    with pytest.raises(IntegrityError, match="control_event_lasts_some_time"), transaction.atomic():
        control.enter([entry], by=factories.user(), reason="Wrong")


@pytest.mark.parametrize("decide", [review.accept, review.reject])
def test_what_another_editor_set_right_meanwhile_is_what_is_decided(decide):
    factories.umbrellas()
    claim = factories.claim()
    Claim.objects.filter(pk=claim.pk).update(kind="hold", place=factories.place("sakhour", "الصاخور", "Sakhour"))
    decide(claim, by=factories.user())

    recorded = claim.reviews.live().get().statement
    assert (recorded["kind"], recorded["place_id"]) == ("hold", factories.place("sakhour").pk)
    assert control.rebuild() == 0
