"""The editors' desk: the queue, a claim in its text, events by hand; and who may do what."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse

from events import answers, control, review
from events.demo.editor import editors
from events.models import Claim, ControlEvent, Report, Revision
from events.questions import Question
from events.tests import factories
from gazetteer.models import Ambiguity

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    factories.umbrellas()
    user = factories.user()
    user.groups.add(editors())
    client.force_login(user)
    return user


def as_posted(claim: Claim) -> dict:
    """The review form as a browser sends it unchanged."""
    return {
        "place": claim.place_id or "", "kind": claim.kind, "stance": claim.stance, "mode": claim.mode,
        "actor": claim.actor_id or "", "counterparty": "", "source": claim.source_id or "", "source_text": "",
        "event_start_0": "2016-12-07", "event_start_1": "00:00:00",
        "event_end_0": "2016-12-08", "event_end_1": "00:00:00",
        "time_precision": 1, "quantity": "", "unit": "", "review_note": "",
    }  # fmt: skip


def test_the_queue_shows_what_waits(client, editor, django_assert_max_num_queries):
    review.reject(factories.claim(), by=editor)
    for _ in range(5):
        factories.claim()
    with django_assert_max_num_queries(16):
        page = client.get(reverse("admin:events_claim_changelist"))

    assert page.context["cl"].result_count == 5


def test_a_claim_is_shown_in_its_text(client, editor):
    claim = factories.claim(spans=[["place", 24, 31]])
    page = client.get(reverse("admin:events_claim_change", args=[claim.pk]))

    assert "".join(passage.text for passage in page.context["passages"]) == claim.report.text
    assert b"_accept" in page.content and b"_reject" in page.content


HOSTILE = "<script>alert(1)</script> took Shaar"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_desk_says_why_a_claim_was_read_so(client, editor, language):
    report = factories.report(HOSTILE)
    claim = factories.claim(report=report, spans=[["trigger", 26, 30], ["place", 31, 36], ["actor", 0, 8]])
    for address in (
        reverse("admin:events_claim_change", args=[claim.pk]),
        reverse("admin:events_report_change", args=[report.pk]),
    ):
        html = client.get(f"{address}?lang={language}").content.decode()
        assert f'id="why-{claim.pk}"' in html and "took</q>" in html
        assert '<mark class="said" data-claims' in html
        assert "<script>alert" not in html


def test_a_report_at_the_desk_shows_all_its_claims(client, editor, django_assert_max_num_queries):
    report = factories.report()
    claims = [factories.claim(report=report, place=factories.place(f"place-{one}")) for one in range(8)]
    review.reject(claims[0], by=editor)
    with django_assert_max_num_queries(12):
        html = client.get(reverse("admin:events_report_change", args=[report.pk])).content.decode()

    assert all(reverse("admin:events_claim_change", args=[claim.pk]) in html for claim in claims)
    assert client.get(reverse("admin:events_report_change", args=[factories.report("").pk])).status_code == 200


def test_accept_moves_the_map_and_goes_on_to_the_next(client, editor):
    claim, following = factories.claim(), factories.claim()
    answer = client.post(reverse("admin:events_claim_change", args=[claim.pk]), {**as_posted(claim), "_accept": "1"})

    assert answer.url == reverse("admin:events_claim_change", args=[following.pk])
    claim.refresh_from_db()
    assert (claim.status, claim.reviewed_by) == ("accepted", editor)
    assert ControlEvent.objects.live().filter(origin="derived").count() == 1


def test_reject_keeps_the_claim_and_moves_nothing(client, editor):
    claim = factories.claim()
    client.post(reverse("admin:events_claim_change", args=[claim.pk]), {**as_posted(claim), "_reject": "1"})

    claim.refresh_from_db()
    assert claim.status == "rejected"
    assert not ControlEvent.objects.exists()


def test_a_correction_counts_with_the_decision(client, editor):
    claim = factories.claim(place=None, candidates=["shaar", "sakhour"])
    place = factories.place()
    posted = {**as_posted(claim), "place": place.pk, "_accept": "1"}
    client.post(reverse("admin:events_claim_change", args=[claim.pk]), posted)

    claim.refresh_from_db()
    assert (claim.status, claim.place) == ("accepted", place)


def test_an_undecided_place_is_not_accepted(client, editor):
    claim = factories.claim(place=None, candidates=["shaar", "sakhour"])
    page = client.post(
        reverse("admin:events_claim_change", args=[claim.pk]), {**as_posted(claim), "_accept": "1"}, follow=True
    )

    assert "choose a place first" in page.content.decode()
    assert Claim.objects.pending().count() == 1


def test_several_claims_are_decided_at_once(client, editor):
    claims = [factories.claim(), factories.claim()]
    chosen = {"action": "accept_selected", "_selected_action": [claim.pk for claim in claims]}
    client.post(reverse("admin:events_claim_changelist"), chosen)

    assert Claim.objects.accepted().count() == 2


def entered(**changes) -> dict:
    fields = {
        "place": factories.place().pk, "kind": "hold", "stance": "asserts",
        "actor": factories.actor("opposition", "opposition").pk, "counterparty": "", "status": "assessed",
        "event_start_0": "2016-11-14", "event_start_1": "00:00", "event_end_0": "2016-11-15", "event_end_1": "00:00",
        "time_precision": 1, "geo_precision": 1, "source": "", "known_at_0": "2016-11-15", "known_at_1": "00:00",
        "credibility": 6, "sub_event_type": "", "note": "", "reason": "The state on the eve",
    }  # fmt: skip
    return {**fields, **changes}


def test_an_event_by_hand_is_recorded_with_its_reason(client, editor):
    answer = client.post(reverse("admin:events_controlevent_add"), entered())

    assert answer.status_code == 302
    assert Revision.objects.get().reason == "The state on the eve"
    assert Revision.objects.get().recorded_by == editor
    assert answers.control_on(Question(factories.NOON.date()))[0].holder.slug == "opposition"


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"event_end_0": "2016-11-13"}, "event_end"), ({"status": ""}, "status"), ({"reason": ""}, "reason")],
)
def test_an_event_that_makes_no_sense_names_the_field(client, editor, changes, field):
    page = client.post(reverse("admin:events_controlevent_add"), entered(**changes))

    assert field in page.context["adminform"].form.errors
    assert not ControlEvent.objects.exists()


@pytest.mark.parametrize("actor", ["nobody", "of no side"])
def test_a_judgement_that_somebody_holds_a_place_names_a_party_of_a_side(client, editor, actor):
    mediator = factories.actor("mediator", "none").pk
    page = client.post(reverse("admin:events_controlevent_add"), entered(actor="" if actor == "nobody" else mediator))

    assert "actor" in page.context["adminform"].form.errors
    assert not ControlEvent.objects.exists()


SAID = {"stance": "denies", "is_partial": "on", "kind": "loss"}
REFUSED = [
    ({"stance": "denies"}, "stance"),
    ({"stance": "retracts", "status": "unknown"}, "stance"),
    *(({"is_partial": "on", "status": status}, "is_partial") for status in ("assessed", "claimed")),
    *(
        ({"kind": kind, "status": status}, "kind")
        for kind in ("loss", "withdrawal")
        for status in ("assessed", "claimed")
    ),
]


@pytest.mark.parametrize(("changes", "field"), REFUSED)
def test_a_judgement_of_who_holds_a_place_says_nothing_else(client, editor, changes, field):
    told = set()
    for language in ("en", "ar"):
        page = client.post(
            reverse("admin:events_controlevent_add"), entered(**changes), headers={"accept-language": language}
        )
        ((name, (error,)),) = page.context["adminform"].form.errors.items()
        assert name == field
        told.add(str(error))
    assert len(told) == 2, "each reads it in the own language"
    assert not ControlEvent.objects.exists()


@pytest.mark.parametrize("changes", [
    {**SAID, "source": True}, {"kind": "loss", "status": "unknown"}, {"is_partial": "on", "status": "unknown"},
])  # fmt: skip
def test_what_a_source_says_and_what_nobody_holds_may_be_said_so(client, editor, changes):
    if "source" in changes:
        changes = {**changes, "source": factories.source().pk}
    assert client.post(reverse("admin:events_controlevent_add"), entered(**changes)).status_code == 302


@pytest.fixture
def tishreens():
    return [
        factories.place("tishreen-hamdaniya", "تشرين", "Tishreen (Hamdaniya)"),
        factories.place("tishreen-north", "حي تشرين", "Tishreen (north-west)"),
    ]


def test_a_name_of_two_places_is_not_saved_until_one_is_chosen(client, editor, tishreens):
    page = client.post(reverse("admin:events_controlevent_add"), entered(place="", place_name="تشرين"))

    html = page.content.decode()
    assert "means more than one place" in page.context["adminform"].form.errors["place"][0]
    for place in tishreens:
        assert place.described() in page.context["adminform"].form.errors["place"][0]
        assert f'type="radio" name="place" value="{place.pk}"' in html
    assert not ControlEvent.objects.exists()

    client.post(reverse("admin:events_controlevent_add"), entered(place=tishreens[1].pk, place_name="تشرين"))
    assert ControlEvent.objects.get(origin="entered").place == tishreens[1]


def test_a_recorded_ambiguity_makes_the_editor_choose_too(client, editor, tishreens):
    other = factories.place()
    ambiguity = Ambiguity.objects.create(text="الشعار")
    ambiguity.places.set([other, tishreens[0]])
    page = client.post(reverse("admin:events_controlevent_add"), entered(place="", place_name="شعار"))
    assert "place_name" in page.context["adminform"].form.errors

    page = client.post(reverse("admin:events_controlevent_add"), entered(place="", place_name="الشعار"))
    assert "place" in page.context["adminform"].form.errors


@pytest.mark.parametrize("spelling", ["الشعّار", "حي الشعار", "SHAAR"])
def test_a_name_of_one_place_in_any_spelling_is_enough(client, editor, spelling):
    client.post(reverse("admin:events_controlevent_add"), entered(place="", place_name=spelling))

    assert ControlEvent.objects.get(origin="entered").place.slug == "shaar"


@pytest.mark.parametrize(("name", "field"), [("Atlantis", "place_name"), ("", "place")])
def test_without_a_place_nothing_is_entered(client, editor, name, field):
    page = client.post(reverse("admin:events_controlevent_add"), entered(place="", place_name=name))

    assert field in page.context["adminform"].form.errors


def test_a_claim_takes_a_typed_name_and_asks_when_it_means_two(client, editor, tishreens):
    claim = factories.claim(place=None, candidates=[place.slug for place in tishreens])
    address = reverse("admin:events_claim_change", args=[claim.pk])
    page = client.post(address, {**as_posted(claim), "place_name": "تشرين", "_accept": "1"})
    assert "means more than one place" in page.content.decode()
    assert Claim.objects.pending().count() == 1

    client.post(address, {**as_posted(claim), "place": tishreens[0].pk, "place_name": "تشرين", "_accept": "1"})
    claim.refresh_from_db()
    assert (claim.status, claim.place) == ("accepted", tishreens[0])


def test_suggestions_tell_places_of_one_name_apart(client, editor, tishreens, django_assert_max_num_queries):
    tishreens[1].within = factories.place("north", "الشمال", "North")
    tishreens[1].save()
    asked = {"app_label": "events", "model_name": "controlevent", "field_name": "place", "term": "تَشرين"}
    with django_assert_max_num_queries(12):
        found = client.get(reverse("admin:autocomplete"), asked).json()["results"]

    assert [row["text"] for row in found] == [
        "تشرين · Tishreen (Hamdaniya) (neighbourhood)", "حي تشرين · Tishreen (north-west) (neighbourhood · North)",
    ]  # fmt: skip


def test_set_up_makes_the_group_whose_members_work_at_the_desk(client):
    call_command("load_groups", stdout=StringIO())
    editor = factories.user()
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)
    assert client.get(reverse("admin:events_claim_changelist")).status_code == 200
    assert client.get(reverse("admin:gazetteer_place_changelist")).status_code == 200
    assert client.get(reverse("admin:auth_user_changelist")).status_code == 403
    before = set(editor.get_all_permissions())
    call_command("load_groups", stdout=StringIO())
    assert set(type(editor).objects.get().get_all_permissions()) == before


def test_an_entry_is_taken_back_with_a_reason(client, editor):
    client.post(reverse("admin:events_controlevent_add"), entered())
    entry = ControlEvent.objects.get(origin="entered")
    address = reverse("admin:events_controlevent_delete", args=[entry.pk])
    shown = client.get(reverse("admin:events_controlevent_change", args=[entry.pk])).text
    assert address in shown and "Take it back…" in shown and ">Delete<" not in shown
    page = client.get(address).text
    assert "Taking an entry back deletes nothing" in page and "will be deleted" not in page

    for nothing in ({"post": "yes"}, {"reason": "  "}):
        assert client.post(address, nothing).status_code == 200
        assert ControlEvent.objects.live().filter(pk=entry.pk).exists(), "without a reason nothing is done"

    after = client.post(address, {"reason": "The video is of another quarter"}, follow=True).text
    assert "is taken back, in revision" in after and "deleted successfully" not in after
    entry.refresh_from_db()
    assert entry.removed_in.reason == "The video is of another quarter"
    assert answers.control_on(Question(factories.NOON.date())) == []


def test_an_entry_is_taken_back_once(client, editor):
    client.post(reverse("admin:events_controlevent_add"), entered())
    entry = ControlEvent.objects.get(origin="entered")
    control.withdraw(entry, by=editor, reason="It was not so")
    address = reverse("admin:events_controlevent_delete", args=[entry.pk])

    assert "Somebody took it back before you" in client.post(address, {"reason": "Again"}, follow=True).text
    assert entry.removed_in_id is None and ControlEvent.objects.get(pk=entry.pk).removed_in.reason == "It was not so"


def test_taking_back_speaks_arabic_and_only_of_what_was_entered(client, editor):
    client.post(reverse("admin:events_controlevent_add"), entered())
    entry, found = ControlEvent.objects.get(origin="entered"), ControlEvent.objects.live().derived().get()
    refused = client.post(reverse("admin:events_controlevent_delete", args=[found.pk]), {"reason": "No"})
    assert refused.status_code == 403
    client.cookies["django_language"] = "ar"
    address = reverse("admin:events_controlevent_delete", args=[entry.pk])
    assert "لا يُحذف شيء بسحب إدخال" in client.get(address).text
    assert "سُحب الإدخال" in client.post(address, {"reason": "صورة حي آخر"}, follow=True).text


def test_failed_reports_are_sent_back(client, editor):
    report = factories.report(state="failed", error="Set aside", read_at=None)
    chosen = {"action": "read_again", "_selected_action": [report.pk]}
    client.post(reverse("admin:events_report_changelist"), chosen)

    assert Report.objects.waiting().get() == report


def test_whoever_may_only_look_sends_no_report_back(client):
    looker = factories.user()
    looker.user_permissions.add(Permission.objects.get(codename="view_report"))
    client.force_login(looker)
    report = factories.report(state="failed", error="Set aside", read_at=None)
    address = reverse("admin:events_report_changelist")
    assert "read_again" not in client.get(address).content.decode()
    client.post(address, {"action": "read_again", "_selected_action": [report.pk]})

    assert not Report.objects.waiting().exists()


@pytest.mark.parametrize("name", ["claim", "report", "controlevent", "controlperiod", "revision", "actor", "source"])
def test_every_list_opens_and_only_for_editors(client, name):
    address = reverse(f"admin:events_{name}_changelist")
    assert client.get(address).status_code == 302

    stranger = factories.user()
    client.force_login(stranger)
    assert client.get(address).status_code == 403

    stranger.groups.add(editors())
    assert client.get(address).status_code == 200
