"""A form that is sent twice by a double click stores once; sent again later it is another act."""

from copy import copy
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from conftest import wait_for
from events import control, twice
from events.demo.editor import editors
from events.models import ControlEvent, Grouping, Revision
from events.tests import factories
from events.tests.test_admin import entered
from events.tests.test_grouping_desk import accepted, derived, keys
from events.tests.test_two_editors import Editor

ADD = "admin:events_controlevent_add"
GROUPED = {"act": "split", "reason": "Another street"}


@pytest.fixture
def editor(client):
    factories.umbrellas()
    user = factories.user()
    user.groups.add(editors())
    client.force_login(user)
    return user


@pytest.mark.django_db
def test_an_entry_sent_twice_is_stored_once_and_led_to(client, editor):
    answers = [client.post(reverse(ADD), entered(_continue="1"), follow=True) for _ in range(3)]
    entry = ControlEvent.objects.get(origin="entered")
    assert Revision.objects.count() == 1
    for answer in answers:
        assert str(entry.pk) in answer.request["PATH_INFO"]


@pytest.mark.django_db
@pytest.mark.parametrize("changes", [{"reason": "Another"}, {"event_start_1": "01:00"}, {"note": "Seen"}])
def test_another_entry_is_stored_beside_it(client, editor, changes):
    client.post(reverse(ADD), entered())
    client.post(reverse(ADD), entered(**changes))
    assert ControlEvent.objects.filter(origin="entered").count() == 2


@pytest.mark.django_db
def test_what_another_editor_enters_or_is_entered_later_is_another_act(client, editor, monkeypatch):
    client.post(reverse(ADD), entered())
    other = factories.user(is_superuser=True)
    client.force_login(other)
    client.post(reverse(ADD), entered())
    assert Revision.objects.count() == 2

    later = timezone.now() + timedelta(minutes=2)
    monkeypatch.setattr(twice.timezone, "now", lambda: later)
    client.post(reverse(ADD), entered())
    assert Revision.objects.count() == 3


@pytest.mark.django_db
def test_what_was_taken_back_is_entered_again(client, editor):
    client.post(reverse(ADD), entered())
    control.withdraw(ControlEvent.objects.get(origin="entered"), by=editor, reason="By mistake")
    client.post(reverse(ADD), entered())
    assert ControlEvent.objects.live().filter(origin="entered").count() == 1


@pytest.mark.django_db
def test_a_grouping_sent_twice_is_told(client, editor):
    one, _other = accepted(editor, "sana", "government", 0), accepted(editor, "sohr", "opposition", 1)
    address = reverse("admin:events_controlevent_group", args=[derived().first().pk])
    for told in ("Decided, in revision", "derived anew since you opened its page"):
        answer = client.post(address, {**GROUPED, "statements": keys(one)}, follow=True)
        assert (answer.status_code, told in answer.content.decode()) == (200, True)
    assert Grouping.objects.count() == 1


def _sent_at_once(client, address: str, given: dict, times: int) -> None:
    """The clicks of one browser, while another act has the turn to record."""
    with transaction.atomic():
        Revision.objects.wait_for_turn()
        clicks = [Editor(lambda: copy(client).post(address, given)) for _ in range(times)]
        wait_for(lambda: all(click.is_waiting_or_done() for click in clicks), "the clicks wait for the turn")
    for click in clicks:
        click.wait()


@pytest.mark.django_db(transaction=True)
def test_entries_sent_at_the_same_moment_are_stored_once(client, editor):
    _sent_at_once(client, reverse(ADD), entered(), times=3)
    assert ControlEvent.objects.filter(origin="entered").count() == 1


@pytest.mark.django_db(transaction=True)
def test_groupings_sent_at_the_same_moment_are_stored_once(client, editor):
    one, _other = accepted(editor, "sana", "government", 0), accepted(editor, "sohr", "opposition", 1)
    address = reverse("admin:events_controlevent_group", args=[derived().first().pk])
    _sent_at_once(client, address, {**GROUPED, "statements": keys(one)}, times=2)
    assert Grouping.objects.count() == 1
