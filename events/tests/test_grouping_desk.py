"""Grouping through the tables: events with their spread, editors' decisions, shown, taken back and kept on record."""

import html
import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from events import control, merging, review
from events.demo.editor import editors
from events.models import ControlEvent, ControlPeriod, Grouping, Revision
from events.tests import factories

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def editor():
    factories.umbrellas()
    user = factories.user()
    user.groups.add(editors())
    return user


def accepted(editor, slug: str, affiliation: str, days: float, **fields):
    start = factories.DAY_START + days * DAY
    report = factories.report(published_at=start + DAY)
    said = factories.claim(
        report=report, source=factories.source(slug, affiliation), event_start=start, event_end=start + DAY, **fields
    )
    review.accept(said, by=editor)
    return said


@pytest.fixture
def two(editor):
    return accepted(editor, "sana", "government", 0), accepted(editor, "sohr", "opposition", 1)


@pytest.fixture
def far(editor):
    """Two statements of one change, too far apart for the rule to see that."""
    return accepted(editor, "sana", "government", 0), accepted(editor, "sohr", "opposition", 7)


def keys(*claims) -> list[str]:
    return [f"claim:{claim.pk}" for claim in claims]


def derived():
    return ControlEvent.objects.live().derived().order_by("event_start")


def why(client, on="2016-12-08", **more) -> dict:
    return client.get("/api/v1/places/shaar/control", {"on": on, "lang": "en", **more}).json()


def test_two_dates_of_one_change_are_one_event_in_the_api_and_on_the_pages(client, two):
    (event,) = client.get("/api/v1/events?origin=derived").json()["items"]
    assert [stage["status"] for stage in event["stages"]] == ["claimed", "assessed"]
    assert [row["origins"] for row in event["dates"]] == [["sana"], ["sohr"]]

    body = why(client)
    assert (body["dating"]["from"], body["dating"]["to"]) == ("2016-12-07", "2016-12-08")
    assert body["dating"]["sentence"] == (
        "The sources date the change differently; it happened between 7 December 2016 and 8 December 2016."
    )
    page = client.get("/places/shaar/?on=2016-12-08&lang=en").content.decode()
    assert "on 7 December 2016: sana" in page and "on 8 December 2016: sohr" in page


def test_each_day_of_a_change_shows_what_counted_by_then(client, two):
    first, second = why(client, "2016-12-07"), why(client, "2016-12-08")

    assert (first["period"]["status"], first["period"]["line"]) == ("claimed", "control/5/partisan-none")
    assert [one["source"] for one in first["for"]] == ["sana"]
    assert (second["period"]["status"], second["period"]["line"]) == ("assessed", "control/5/strong-none")
    assert [one["source"] for one in second["for"]] == ["sana", "sohr"]
    assert second["for"] == why(client, "2016-12-08", known="2016-12-20")["for"]


def test_one_date_needs_no_words(client, editor):
    accepted(editor, "sana", "government", 0)
    assert why(client)["dating"] is None


def test_an_editor_merges_at_the_desk_and_the_reason_is_shown(client, editor, far):
    client.force_login(editor)
    event = derived().last()
    address = reverse("admin:events_controlevent_group", args=[event.pk])
    page = client.get(address).content.decode()
    assert all(key in page for key in keys(*far))

    answer = client.post(address, {"statements": keys(*far), "act": "merge", "reason": "The same assault"})
    assert answer.status_code == 302
    (event,) = derived()
    assert [row["origins"] for row in event.dates] == [["sana"], ["sohr"]]
    (decision,) = why(client, "2016-12-20")["decisions"]
    assert decision["reason"] == "The same assault"
    assert "The same assault" in client.get("/places/shaar/?on=2016-12-20").content.decode()
    assert Revision.objects.first().act == "grouped"


def test_an_editor_dates_a_change_and_overrules_it(client, editor, two):
    client.force_login(editor)
    address = reverse("admin:events_controlevent_group", args=[derived().get().pk])
    when = {"start": "2016-12-07T15:00", "end": "2016-12-07T18:00"}
    client.post(address, {"statements": keys(*two), "act": "pin", "reason": "Seen on video", **when})
    event = derived().get()

    assert (event.event_end - event.event_start, event.status) == (timedelta(hours=3), "assessed")
    assert len(event.dates) == 2, "what the sources said stays listed"
    page = client.get(reverse("admin:events_controlevent_group", args=[event.pk])).content.decode()
    link = html.unescape(re.search(r'href="(/admin/events/controlevent/add/\?[^"]+)"', page)[1])
    filled = client.get(link).context["adminform"].form
    assert (filled["place"].value(), filled["status"].value()) == (str(event.place_id), "assessed")


@pytest.mark.parametrize("is_besieged", [True, False])
def test_what_overrules_a_change_begins_with_all_that_the_rule_made_of_it(client, editor, is_besieged):
    rebels, army = factories.actor("opposition", "opposition"), factories.actor("government", "government")
    accepted(editor, "afp", "independent", -9, kind="hold", actor=rebels)
    if is_besieged:
        accepted(editor, "ocha", "independent", -6, kind="siege", actor=army)
    accepted(editor, "reuters", "independent", 0, kind="advance", actor=army)
    client.force_login(editor)
    event = derived().last()
    assert (event.status, event.is_besieged, event.counterparty) == ("contested", is_besieged, army)

    page = client.get(reverse("admin:events_controlevent_group", args=[event.pk])).content.decode()
    link = html.unescape(re.search(r'href="(/admin/events/controlevent/add/\?[^"]+)"', page)[1])
    filled = client.get(link).context["adminform"].form
    assert (" checked" in str(filled["is_besieged"])) is is_besieged
    assert filled["counterparty"].value() == str(army.pk)


@pytest.mark.parametrize(("kind", "came_by"), [("withdrawal", "transfer"), ("loss", "capture")])
def test_what_overrules_a_departure_says_how_the_place_came_to_its_holder(client, editor, kind, came_by):
    rebels, army = factories.actor("opposition", "opposition"), factories.actor("government", "government")
    accepted(editor, "afp", "independent", 0, kind=kind, actor=rebels, counterparty=army)
    client.force_login(editor)
    event = derived().get()
    assert (event.kind, event.actor) == (kind, army)

    page = client.get(reverse("admin:events_controlevent_group", args=[event.pk])).content.decode()
    link = html.unescape(re.search(r'href="(/admin/events/controlevent/add/\?[^"]+)"', page)[1])
    assert client.get(link).context["adminform"].form["kind"].value() == came_by


def test_an_overruling_entry_says_why(client, editor, two):
    client.force_login(editor)
    entry = factories.entry(status="unknown", kind="hold")
    fields = {
        "place": entry.place_id, "place_name": "", "kind": "hold", "stance": "asserts", "status": "unknown",
        "event_start_0": "2016-12-09", "event_start_1": "00:00", "event_end_0": "2016-12-10", "event_end_1": "00:00",
        "known_at_0": "2016-12-10", "known_at_1": "00:00", "time_precision": 1, "geo_precision": 1, "credibility": 6,
        "reason": "Both videos are of another quarter",
    }  # fmt: skip
    answer = client.post(reverse("admin:events_controlevent_add"), fields)
    assert answer.status_code == 302, answer.context["errors"]

    body = why(client, "2016-12-10")
    assert body["period"]["status"] == "unknown"
    assert body["for"][-1]["note"] == "Both videos are of another quarter"


def test_it_is_split_and_the_split_is_taken_back(client, editor, two):
    client.force_login(editor)
    grouping = Grouping(place=factories.place(), act="split", statements=keys(two[0]), reason="Another street")
    control.group(grouping, by=editor)
    assert derived().count() == 2

    take_back = reverse("admin:events_grouping_take_back", args=[grouping.pk])
    client.post(take_back, {"reason": " "})
    assert derived().count() == 2, "without a reason nothing is done"
    client.post(take_back, {"reason": "The same street"})
    assert derived().count() == 1
    assert not Grouping.objects.live().exists() and Grouping.objects.exists()


WRONG = [
    ("merge", {}, "Tick at least two statements"),
    ("pin", {}, "Give the time from which it happened."),
    ("pin", {"start": "2016-12-08T00:00", "end": "2016-12-07T00:00"}, "end after"),
    ("split", {"reason": ""}, "This field is required."),
    ("", {}, "This field is required."),
]


@pytest.mark.parametrize(("act", "more", "told"), WRONG)
def test_what_is_missing_is_named_and_nothing_is_changed(client, editor, two, act, more, told):
    client.force_login(editor)
    address = reverse("admin:events_controlevent_group", args=[derived().get().pk])
    sent = {"statements": keys(two[0]), "act": act, "reason": "Because", **more}
    answer = client.post(address, sent, headers={"accept-language": "en"})

    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not Grouping.objects.exists()


def test_only_editors_group(client, two):
    client.force_login(factories.user())
    event = derived().get()
    assert client.get(reverse("admin:events_controlevent_group", args=[event.pk])).status_code == 403
    assert client.post(reverse("admin:events_grouping_take_back", args=[1])).status_code == 403


def test_a_grouping_is_undone_like_any_act_and_earlier_revisions_answer_as_before(client, editor, far):
    before = why(client, "2016-12-20")
    number = Revision.objects.last_number()
    revision = control.group(
        Grouping(place=factories.place(), act="merge", statements=keys(*far), reason="One assault"), by=editor
    )
    assert derived().count() == 1 and len(why(client, "2016-12-20")["decisions"]) == 1
    assert why(client, "2016-12-20", revision=number)["for"] == before["for"]

    control.undo(revision, by=editor, reason="Two assaults")
    assert why(client, "2016-12-20")["decisions"] == []
    assert derived().count() == 2
    assert control.rebuild() == 0


def test_groupings_move_with_a_place_that_is_merged_into_another(editor, two):
    other = factories.place("shaar-north", "الشعار الشمالي", "North Shaar")
    entry = factories.entry(source=factories.source("amc", "opposition"), actor=factories.actor(), kind="capture")
    control.enter([entry], by=editor, reason="Told")
    statements = [f"entry:{entry.pk}", *keys(two[0])]
    control.group(Grouping(place=factories.place(), act="merge", statements=statements, reason="One"), by=editor)
    merging.merge(factories.place(), other, by=editor)

    moved = Grouping.objects.live().get()
    now = ControlEvent.objects.live().get(origin="entered")
    assert (moved.place, moved.statements) == (other, [f"entry:{now.pk}", *keys(two[0])])
    assert control.rebuild() == 0


def test_what_was_decided_about_a_statement_holds_for_the_one_that_stands_for_it_after_a_merge(editor):
    """One passage spoke of either place; merged, the claim about the one is set aside for the other's."""
    double, shaar = factories.place("shaar-2", "الشعّار", "Sha'ar"), factories.place()
    report = factories.report()
    said, twin = (factories.claim(report=report, place=place) for place in (double, shaar))
    review.accept(said, by=editor)
    pinned = factories.DAY_START + 2 * DAY
    pin = Grouping(
        place=double, act="pin", statements=keys(said), start=pinned, end=pinned + DAY, reason="By its light"
    )
    control.group(pin, by=editor)
    merging.merge(double, shaar, by=editor)

    assert Grouping.objects.live().get().statements == keys(twin)
    assert derived().get().event_start == pinned
    assert control.rebuild() == 0


ROWS = [
    {"act": "merge", "statements": ["claim:1"]},
    {"act": "split", "statements": []},
    {"act": "pin", "statements": ["claim:1"]},
    {"act": "split", "statements": ["claim:1"], "start": factories.NOON, "end": factories.NOON + DAY},
    {"act": "split", "statements": ["claim:1"], "reason": ""},
]


@pytest.mark.parametrize("fields", ROWS)
def test_the_database_keeps_the_rules_of_groupings(editor, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        control.group(Grouping(place=factories.place(), **{"reason": "Because", **fields}), by=editor)


@pytest.mark.parametrize("change", ["update", "delete"])
def test_a_grouping_is_never_changed(editor, two, change):
    control.group(Grouping(place=factories.place(), act="split", statements=keys(two[0]), reason="Why"), by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        if change == "update":
            Grouping.objects.update(reason="Another")
        else:
            Grouping.objects.all()._raw_delete("default")


def test_after_an_upgrade_control_is_derived_anew_only_if_the_rule_has_changed(two, monkeypatch, capsys):
    call_command("rebuild_control", "--after-upgrade")
    assert capsys.readouterr().out == ""

    monkeypatch.setattr("events.derived.RULE_VERSION", "next")
    monkeypatch.setattr("events.management.commands.rebuild_control.RULE", "control/next")
    call_command("rebuild_control", "--after-upgrade")
    assert "were written" in capsys.readouterr().out
    assert ControlPeriod.objects.live().filter(event__rule__startswith="control/next/").exists()


def test_two_editors_take_one_grouping_back_once(editor, far):
    grouping = Grouping(place=factories.place(), act="merge", statements=keys(*far), reason="One change")
    control.group(grouping, by=editor)
    last = control.ungroup(grouping, by=editor, reason="Two changes")
    with pytest.raises(control.AlreadyTakenBack):
        control.ungroup(grouping, by=editor, reason="Two changes")
    assert Revision.objects.last_number() == last.pk


def test_two_editors_take_one_entry_back_once(editor):
    entry = factories.entry(place=factories.place(), actor=factories.actor(), status="assessed")
    control.enter([entry], by=editor, reason="As I see it")
    last = control.withdraw(entry, by=editor, reason="Not any more")
    with pytest.raises(control.AlreadyTakenBack):
        control.withdraw(entry, by=editor, reason="Not any more")
    assert Revision.objects.last_number() == last.pk


def test_the_list_of_acts_counts_groupings(client, editor, two):
    control.group(Grouping(place=factories.place(), act="split", statements=keys(two[0]), reason="Why"), by=editor)
    client.force_login(editor)
    rows = client.get(reverse("admin:events_revision_changelist"), headers={"accept-language": "en"}).text
    assert "groupings: 1" in rows


@pytest.mark.parametrize("given", ["2016-12-07T00:00", "2016-13-41T00:00", "soon", ""])
def test_the_form_of_an_entry_opens_whatever_moment_its_address_gives(client, editor, given):
    client.force_login(editor)
    form = client.get(reverse("admin:events_controlevent_add"), {"event_start": given})
    assert form.status_code == 200
    assert ('value="2016-12-07"' in form.text) is given.startswith("2016-12-07")
