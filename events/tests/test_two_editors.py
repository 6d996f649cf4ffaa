"""Two editors at once, on connections of their own: neither locks the other out, and nothing is lost."""

from collections.abc import Callable
from threading import Thread

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from conftest import wait_for
from events import control, names, review, speaking
from events.models import Affiliation, Claim, Revision
from events.tests import factories
from gazetteer.models import Membership

pytestmark = pytest.mark.django_db(transaction=True)
WAITING = "SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database WHERE NOT granted AND datname = %s"


class Editor(Thread):
    """Does what it is given in one transaction, in a thread; what went wrong is raised when it is joined."""

    def __init__(self, act: Callable):
        super().__init__()
        self.act, self.error, self.is_done = act, None, False
        self.start()

    def run(self):
        try:
            with transaction.atomic():
                self.act()
        except Exception as error:
            self.error = error
        finally:
            self.is_done = True
            connection.close()

    def wait(self):
        self.join()
        if self.error:
            raise self.error

    def is_waiting_or_done(self) -> bool:
        """It cannot go on, or has nothing left to do: either way the other one may."""
        with connection.cursor() as cursor:
            cursor.execute(WAITING, [connection.settings_dict["NAME"]])
            return self.is_done or cursor.fetchone()[0] > 0


@pytest.fixture
def places():
    """Two members of one region."""
    factories.umbrellas()
    region = factories.place("east", "الشرق", "East", kind="region")
    members = [factories.place("shaar"), factories.place("hanano")]
    Membership.objects.bulk_create(Membership(region=region, member=place) for place in members)
    return [*members, region]


def claims(places, **fields) -> list[Claim]:
    return [factories.claim(place=place, **fields) for place in places]


@pytest.mark.parametrize("whole", [False, True], ids=["one by one", "in one act"])
def test_overlapping_places_in_opposite_order(places, whole):
    """Each accepts claims about all three; the second begins with what the first ends with."""
    mine = claims(places)
    others = claims(reversed(places), source=factories.source("sohr", "independent"))
    me, another = factories.user(), factories.user()

    def accept(rows, by):
        for batch in [rows] if whole else [[row] for row in rows]:
            review.accept_all(batch, by=by)

    with transaction.atomic():
        accept(mine[:1], me)
        second = Editor(lambda: accept(others, another))
        wait_for(second.is_waiting_or_done, "the second editor waits for the turn")
        accept(mine[1:], me)
    second.wait()

    assert Claim.objects.accepted().count() == 6
    assert {place.control_periods.live().get().status for place in places} == {"assessed"}
    assert {place.control_periods.live().get().evidence_count for place in places[:2]} == {2}
    assert control.rebuild() == 0


def test_many_at_once(places):
    """Six editors who accept, each in an order of its own."""
    voices = [factories.source(f"paper-{number}", "independent") for number in range(6)]
    rows = [claims(places, source=voice) for voice in voices]
    users = [factories.user() for _ in voices]
    orders = [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0), (0, 2, 1), (2, 0, 1)]

    def work(number):
        for position in orders[number]:
            review.accept(rows[number][position], by=users[number])

    editors = [Editor(lambda number=number: work(number)) for number in range(6)]
    for editor in editors:
        editor.wait()

    assert Claim.objects.accepted().count() == 18
    assert Revision.objects.count() == 18
    assert {place.control_periods.live().get().evidence_count for place in places[:2]} == {6}
    assert control.rebuild() == 0


def test_a_corrected_source_and_a_claim_of_it_accepted_meanwhile(places):
    """The correction waits, and then sees the claim."""
    claim, editor = factories.claim(), factories.user()

    def correct():
        Affiliation.objects.filter(source=claim.source).update(side="independent")
        speaking.reconsider([claim.source_id], by=editor, reason="Corrected")

    with transaction.atomic():
        review.accept(claim, by=editor)
        second = Editor(correct)
        wait_for(second.is_waiting_or_done, "the correction waits for the turn")
    second.wait()

    assert claim.place.control_periods.live().get().status == "assessed"
    assert control.rebuild() == 0


@pytest.mark.parametrize("button", ["_save", "_continue", "_accept", "_reject"])
def test_a_form_that_was_open_while_another_decided_changes_nothing(places, button):
    """The form read the claim as pending; what it would store would put the claim back into the queue."""
    claim, late = factories.claim(), factories.user(is_superuser=True)
    page, told = Client(), []
    page.force_login(late)
    address = reverse("admin:events_claim_change", args=[claim.pk])
    given = page.get(address).context["adminform"].form.initial
    form = {name: value for name, value in given.items() if value not in (None, "", False)}
    moments = {name: localtime(form.pop(name)) for name in ("event_start", "event_end")}
    for name, moment in moments.items():
        form |= {f"{name}_0": moment.date().isoformat(), f"{name}_1": moment.time().isoformat()}

    with transaction.atomic():
        review.accept(claim, by=factories.user())
        second = Editor(lambda: told.append(page.post(address, {**form, "kind": "hold", button: "1"}, follow=True)))
        wait_for(second.is_waiting_or_done, "the form waits for the turn")
    second.wait()

    assert "decided by somebody else" in told[0].text
    claim.refresh_from_db()
    assert (claim.status, claim.kind, claim.reviews.live().count()) == ("accepted", "capture", 1)
    assert control.rebuild() == 0


def test_the_lists_are_loaded_while_an_editor_decides(places):
    """Who loads the lists takes the turn before any row of a source, so neither waits for what the other has."""
    names.load()
    editor = factories.user()
    claim = factories.claim(source=factories.source("sana"))
    with transaction.atomic():
        review.accept(claim, by=editor)
        second = Editor(names.load)
        wait_for(second.is_waiting_or_done, "the lists wait for the turn")
        claim.source.affiliations.update(side="independent")
        speaking.reconsider([claim.source_id], by=editor, reason="Corrected")
    second.wait()

    assert claim.source.affiliations.get().side == "government", "the list corrects what the list said"
    assert control.rebuild() == 0
