"""The database refuses to change what a revision recorded, whoever asks."""

from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction

from events import control, review
from events.models import Claim, ControlEvent, ControlPeriod, Evidence, Review, Revision
from events.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def recorded():
    """Two acts: an entry that was taken back, and an accepted claim."""
    factories.umbrellas()
    editor = factories.user()
    entry = factories.entry(status="unknown")
    control.enter([entry], by=editor, reason="Looked, cannot tell")
    control.withdraw(entry, by=editor, reason="Somebody told")
    review.accept(factories.claim(), by=editor)


def change(model, **fields):
    return lambda: model.objects.live().update(**fields)


def remove_in(number):
    return lambda: ControlPeriod.objects.live().update(removed_in=Revision.objects.order_by("pk")[number])


def copy(model, **fields):
    def put():
        row = model.objects.order_by("pk").last()
        for name, value in {"pk": None, **fields}.items():
            setattr(row, name, value)
        model.objects.bulk_create([row])

    return put


def in_the_first(model, **fields):
    made = {name: make() for name, make in fields.items()}
    return copy(model, added_in=Revision.objects.last(), removed_in=None, **made)()


def evidence_for_an_old_event():
    event = ControlEvent.objects.filter(origin="derived").order_by("pk").first()
    Evidence.objects.bulk_create([Evidence(event=event, claim=Claim.objects.get(), speaks_for=False)])


REFUSED = [
    ("revision_is_never_changed_nor_deleted", lambda: Revision.objects.update(reason="Another")),
    ("revision_is_never_changed_nor_deleted", lambda: Revision.objects.all()._raw_delete("default")),
    ("control_event_is_only_marked_as_removed_once", change(ControlEvent, kind="clash")),
    ("control_event_is_only_marked_as_removed_once", change(ControlEvent, known_at=factories.NOON)),
    ("control_event_is_never_deleted", lambda: ControlEvent.objects.all()._raw_delete("default")),
    ("control_period_is_only_marked_as_removed_once", change(ControlPeriod, status="unknown", holder=None)),
    ("control_period_is_only_marked_as_removed_once", lambda: ControlPeriod.objects.update(removed_in=None)),
    ("control_period_is_only_marked_as_removed_once", remove_in(0)),
    ("control_period_is_never_deleted", lambda: ControlPeriod.objects.all()._raw_delete("default")),
    ("review_is_only_marked_as_removed_once", change(Review, note="Another")),
    ("review_is_never_deleted", lambda: Review.objects.all()._raw_delete("default")),
    ("evidence_is_never_changed_nor_deleted", lambda: Evidence.objects.update(speaks_for=False)),
    ("evidence_is_never_changed_nor_deleted", lambda: Evidence.objects.all()._raw_delete("default")),
    ("evidence_is_added_with_its_event", evidence_for_an_old_event),
    ("control_event_is_added_in_the_latest_revision", lambda: in_the_first(ControlEvent)),
    (
        "control_period_is_added_in_the_latest_revision",
        lambda: in_the_first(ControlPeriod, start=lambda: factories.NOON),
    ),
    ("review_is_added_in_the_latest_revision", lambda: in_the_first(Review, claim=factories.claim)),
    ("decided_claim_keeps_its_passage", lambda: Claim.objects.update(quote="Another")),
]


@pytest.mark.parametrize(("trigger", "attempt"), REFUSED, ids=[f"{n} {row[0]}" for n, row in enumerate(REFUSED)])
def test_what_was_recorded_stays(recorded, trigger, attempt):
    before = {model: list(model.objects.order_by("pk").values()) for model in (Revision, ControlEvent, Evidence)}
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        attempt()

    assert refused.value.__cause__.diag.constraint_name == trigger
    assert before == {model: list(model.objects.order_by("pk").values()) for model in before}


def test_a_decided_claim_cannot_be_deleted(recorded):
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.all()._raw_delete("default")
        connection.check_constraints()


@pytest.mark.django_db(transaction=True)
def test_acts_are_recorded_one_at_a_time():
    """The second waits for the first to end, so its number is the greater one and never seen before the first."""
    numbers = []

    def record():
        numbers.append(Revision.objects.create(reason="Second").pk)
        connection.close()

    other = Thread(target=record)
    with transaction.atomic():
        first = Revision.objects.create(reason="First").pk
        other.start()
        other.join(timeout=1)
        assert numbers == []
    other.join()

    assert numbers == [first + 1]
