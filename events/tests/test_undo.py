"""Undoing an act: a new act that brings back what was and takes back what came, or says why it cannot."""

from datetime import timedelta

import pytest
from django.urls import reverse

from events import answers, control, merging, review
from events.demo.editor import editors
from events.models import Claim, ControlEvent, ControlPeriod, Grouping, Review, Revision
from events.questions import Question
from events.tests import factories
from events.undoing import CannotBeUndone, effects_of_undoing

pytestmark = pytest.mark.django_db
DAY = factories.NOON.date()


@pytest.fixture
def editor():
    factories.umbrellas()
    return factories.user()


@pytest.fixture
def eve(editor) -> Revision:
    entry = factories.entry(actor=factories.actor("opposition", "opposition"), status="assessed")
    return control.enter([entry], by=editor, reason="The eve")


def state(**when) -> list[tuple]:
    found = answers.control_on(Question(DAY, **when))
    return [(row.place.slug, row.holder and row.holder.slug, row.status) for row in found]


def facts() -> list[tuple]:
    return sorted(ControlPeriod.objects.live().values_list("place__slug", "start", "holder__slug", "status"))


ACTS = [
    ("an entry", lambda editor: control.enter([factories.entry(status="unknown")], by=editor, reason="Looked")),
    ("an entry taken back", lambda editor: control.withdraw(_entry(), by=editor, reason="Wrong")),
    ("an acceptance", lambda editor: review.accept(Claim.objects.pending().first(), by=editor)),
    ("a rejection", lambda editor: review.reject(Claim.objects.pending().first(), by=editor)),
    ("a reopening", lambda editor: review.reopen(Claim.objects.accepted().first(), by=editor)),
    ("an undoing", lambda editor: control.undo(Revision.objects.first(), by=editor, reason="Not so")),
]


def _entry() -> ControlEvent:
    return ControlEvent.objects.live().get(origin="entered")


@pytest.mark.parametrize("act", [act for _, act in ACTS], ids=[name for name, _ in ACTS])
def test_what_was_is_so_again(eve, editor, act):
    review.accept(factories.claim(source=factories.source("sohr", "independent")), by=editor)
    factories.claim()
    before, claims = facts(), list(Claim.objects.order_by("pk").values())
    wrong = act(editor)
    undone = control.undo(wrong, by=editor, reason="Mistaken")

    assert facts() == before
    assert list(Claim.objects.order_by("pk").values()) == claims
    assert (undone.undoes, undone.recorded_by, undone.reason) == (wrong, editor, "Mistaken")
    assert Revision.objects.first() == undone


def test_undoing_leaves_what_was_recorded_on_record(eve, editor):
    accepted = review.accept(factories.claim(source=factories.source("sohr", "independent")), by=editor)
    then = state()
    control.undo(accepted, by=editor, reason="Mistaken")

    assert state() == [("shaar", "opposition", "assessed")]
    assert state(revision=accepted.pk) == then == [("shaar", "government", "assessed")]
    assert Review.objects.get().removed_in == Revision.objects.first()


def test_a_reopened_claim_that_was_corrected_reads_again_as_it_was_accepted(eve, editor):
    claim = factories.claim(source=factories.source("sohr", "independent"))
    review.accept(claim, by=editor)
    reopened = review.reopen(claim, by=editor)
    Claim.objects.filter(pk=claim.pk).update(kind="advance", place=factories.place("sakhour", "الصاخور", "Sakhour"))
    control.undo(reopened, by=editor, reason="It was right")

    claim.refresh_from_db()
    assert (claim.kind, claim.place.slug, claim.status) == ("capture", "shaar", "accepted")
    assert state() == [("shaar", "government", "assessed")]


def _decided_since(editor, eve):
    claim = factories.claim()
    accepted = review.accept(claim, by=editor)
    review.reopen(claim, by=editor)
    return accepted


def _decided_again(editor, eve):
    claim = factories.claim()
    review.accept(claim, by=editor)
    reopened = review.reopen(claim, by=editor)
    review.reject(claim, by=editor)
    return reopened


def _taken_back_since(editor, eve):
    control.withdraw(_entry(), by=editor, reason="Wrong")
    return eve


def _undone(editor, eve):
    control.undo(eve, by=editor, reason="Mistaken")
    return eve


def _merge(editor, eve):
    return merging.merge(factories.place(), factories.place("sakhour", "الصاخور", "Sakhour"), by=editor)


def _merged_since(editor, eve):
    wrong = control.withdraw(_entry(), by=editor, reason="Wrong")
    _merge(editor, eve)
    return wrong


def _nothing(editor, eve):
    ControlPeriod.objects.live().update(removed_in=(revision := Revision.objects.create(reason="Lost periods")))
    control.rebuild()
    assert Revision.objects.first() != revision
    return Revision.objects.first()


@pytest.mark.parametrize(
    ("revision", "why"),
    [
        (_decided_since, "built on it"), (_decided_again, "built on it"), (_taken_back_since, "built on it"),
        (_undone, "undone already"), (_merge, "merge"), (_merged_since, "merged into another"), (_nothing, "nothing"),
    ],
)  # fmt: skip
def test_what_cannot_be_undone_says_why_and_changes_nothing(eve, editor, revision, why):
    found = revision(editor, eve)
    before, number = facts(), answers.latest_revision()
    with pytest.raises(CannotBeUndone, match=why):
        control.undo(found, by=editor, reason="Mistaken")

    assert (facts(), answers.latest_revision()) == (before, number)


def test_what_was_decided_about_an_entry_holds_when_the_entry_comes_back(eve, editor):
    """An entry that comes back has another number; an undoing of the undoing, and so on, too."""
    said = factories.entry(source=factories.source("sohr", "independent"), actor=factories.actor(), kind="capture")
    control.enter([said], by=editor, reason="As the Observatory has it")
    pinned = factories.DAY_START + timedelta(days=3)
    pin = Grouping(place=said.place, act="pin", statements=[f"entry:{said.pk}"], reason="By its photographs")
    pin.start, pin.end = pinned, pinned + timedelta(hours=6)
    control.group(pin, by=editor)
    before = facts()
    assert pinned in [start for _, start, *_ in before]

    act = control.withdraw(said, by=editor, reason="Wrong")
    for number in range(4):
        act = control.undo(act, by=editor, reason=f"Undone {number}")
        assert (facts() == before) is (number % 2 == 0)
        assert Grouping.objects.live().count() == 1


def test_a_judgement_that_comes_back_does_not_count_over_a_later_one(client, eve, editor):
    editor.groups.add(editors())
    client.force_login(editor)
    first = _entry()
    later = factories.entry(actor=factories.actor("government"), status="assessed")
    control.enter([later], by=editor, reason="By the film")
    assert state() == [("shaar", "government", "assessed")]
    client.post(reverse("admin:events_controlevent_delete", args=[first.pk]), {"reason": "Wrong"})

    for number in range(3):  # undone, the undoing undone, and so on
        act = Revision.objects.first()
        client.post(reverse("admin:events_revision_undo", args=[act.pk]), {"reason": f"Undone {number}"})
        assert Revision.objects.first().undoes == act
        assert state() == [("shaar", "government", "assessed")]
    assert ControlEvent.objects.live().filter(origin="entered").count() == 2
    assert state(revision=eve.pk) == [("shaar", "opposition", "assessed")]
    assert control.rebuild() == 0


def _pin(days: int, *statements: str) -> Grouping:
    start = factories.DAY_START - timedelta(days=days)
    time = {"start": start, "end": start + timedelta(hours=6)}
    return Grouping(place=factories.place(), act="pin", statements=statements, reason=f"{days} days before", **time)


def test_a_decision_that_comes_back_does_not_count_over_a_later_one(editor):
    claim = factories.claim()
    review.accept(claim, by=editor)
    first, later = _pin(5, f"claim:{claim.pk}"), _pin(2, f"claim:{claim.pk}")
    for pin in (first, later):
        control.group(pin, by=editor)
    before = facts()
    control.undo(control.ungroup(first, by=editor, reason="Wrong"), by=editor, reason="Right")

    assert facts() == before and before[0][1] == later.start
    assert list(Grouping.objects.live().values_list("reason", flat=True)) == ["5 days before", "2 days before"]


def test_a_decision_carried_over_does_not_count_over_a_later_one(eve, editor):
    """An entry that comes back is called otherwise, and so a decision that names it is replaced."""
    claim, entry = factories.claim(), _entry()
    review.accept(claim, by=editor)
    later = _pin(2, f"claim:{claim.pk}")
    for pin in (_pin(5, f"claim:{claim.pk}", f"entry:{entry.pk}"), later):
        control.group(pin, by=editor)
    before = facts()
    control.undo(control.withdraw(entry, by=editor, reason="Wrong"), by=editor, reason="Right")

    assert facts() == before and later.start in [start for _, start, *_ in before]


def test_rebuilding_records_nothing_when_nothing_differs(eve):
    assert control.rebuild() == 0
    assert answers.latest_revision() == eve.pk


# On the desk


def test_an_editor_undoes_an_act_with_a_reason(client, eve, editor):
    editor.groups.add(editors())
    client.force_login(editor)
    rows = client.get(reverse("admin:events_revision_changelist")).content.decode()
    assert "The eve" in rows and "events: 2 · periods: 1" in rows and editor.username in rows

    address = reverse("admin:events_revision_undo", args=[eve.pk])
    assert "Entries that would be taken back" in client.get(address).content.decode()
    assert "This field is required" in client.post(address, {"reason": " "}).content.decode()
    client.post(address, {"reason": "Mistaken"})
    assert (Revision.objects.first().reason, state()) == ("Mistaken", [])
    assert "undone already" in client.get(address).content.decode()


def test_whoever_may_not_enter_events_undoes_nothing(client, eve):
    client.force_login(factories.user())
    address = reverse("admin:events_revision_undo", args=[eve.pk])
    assert client.post(address, {"reason": "Mistaken"}).status_code == 403
    assert answers.latest_revision() == eve.pk


def test_the_list_of_acts_takes_no_query_a_row(client, editor, eve, django_assert_max_num_queries):
    editor.groups.add(editors())
    client.force_login(editor)
    for _ in range(5):
        review.accept(factories.claim(), by=editor)
    with django_assert_max_num_queries(12):
        client.get(reverse("admin:events_revision_changelist"))


def test_names_and_quotes_keep_their_own_direction(eve, editor):
    claim = factories.claim(quote="The army took it.")
    review.accept(claim, by=editor)
    told = [rows for act in Revision.objects.all() for _title, rows in effects_of_undoing(act)]
    assert ["capture: \u2068The army took it.\u2069"] in told
    assert [f"\u2068{claim.place}\u2069 · still held · Nov. 17, 2016"] in told
