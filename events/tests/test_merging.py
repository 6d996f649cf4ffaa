"""Two places merged with all that was said of them."""

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction
from django.urls import reverse

from events import answers, control, merging, review
from events.demo.editor import editors
from events.models import Claim, ControlEvent, ControlPeriod, Grouping, Revision
from events.questions import Question
from events.tests import factories
from gazetteer.models import Membership, Place, Redirect

pytestmark = pytest.mark.django_db
DAY = factories.NOON.date()


@pytest.fixture
def two():
    """Shaar, and the same place entered a second time, which an accepted claim and an entry speak of."""
    factories.umbrellas()
    double, shaar = factories.place("shaar-2", "الشعّار", "Sha'ar"), factories.place()
    entry = factories.entry(place=double, actor=factories.actor("opposition", "opposition"), status="assessed")
    control.enter([entry], by=factories.user(), reason="The state before")
    review.accept(factories.claim(place=double, source=factories.source("sohr", "independent")), by=factories.user())
    return double, shaar


def state(**when) -> dict:
    found = answers.control_on(Question(DAY, **when))
    return {row.place.slug: (row.holder.slug, row.status) for row in found}


def test_control_is_derived_at_the_place_that_stays(two):
    assert state() == {"shaar-2": ("government", "assessed")}
    merging.merge(*two, by=factories.user())

    assert state() == {"shaar": ("government", "assessed")}
    assert len(answers.history_of(two[1], Question())) == 2


def test_an_earlier_revision_answers_as_it_did(two):
    before = answers.latest_revision()
    merging.merge(*two, by=factories.user())

    assert state(revision=before) == {"shaar-2": ("government", "assessed")}


def test_the_act_is_one_revision_and_nothing_is_lost(two):
    double, shaar = two
    editor = factories.user()
    revision = merging.merge(double, shaar, by=editor)

    assert revision == Revision.objects.first()
    assert (revision.recorded_by, revision.reason) == (editor, "Merged shaar-2 into shaar")
    entries = ControlEvent.objects.filter(origin="entered")
    assert set(entries.values_list("place__slug", "added_in", "removed_in")) == {
        ("shaar-2", entries.order_by("pk")[0].added_in_id, revision.pk),
        ("shaar", revision.pk, None),
    }
    assert list(Claim.objects.values_list("place__slug", "status")) == [("shaar", "accepted")]
    assert not ControlPeriod.objects.live().filter(place=double).exists()


def test_a_claim_that_could_mean_the_old_place_now_may_mean_the_new_one(two):
    claim = factories.claim(place=None, candidates=["shaar-2", "sakhour", "shaar"])
    merging.merge(*two, by=factories.user())

    claim.refresh_from_db()
    assert claim.candidates == ["shaar", "sakhour"]


def test_of_the_judgements_of_both_the_one_made_last_counts(two):
    double, shaar = two
    at = {"event_start": factories.NOON - factories.DAY / 12, "event_end": factories.NOON, "known_at": factories.NOON}
    for place, party in ((double, "opposition"), (shaar, "government")):
        judged = factories.entry(place=place, actor=factories.actor(party), status="claimed", **at)
        control.enter([judged], by=factories.user(), reason="By the film")
    merging.merge(double, shaar, by=factories.user())

    assert state() == {"shaar": ("government", "claimed")}


def test_one_passage_about_both_counts_once(two):
    double, shaar = two
    report = factories.report()
    accepted = factories.claim(report=report, place=double)
    twin = factories.claim(report=report, place=shaar)
    review.accept(accepted, by=factories.user())
    merging.merge(double, shaar, by=factories.user())

    accepted.refresh_from_db()
    twin.refresh_from_db()
    assert (accepted.status, twin.status) == ("rejected", "accepted")
    assert str(twin.pk) in accepted.review_note


def test_members_of_a_merged_region_are_derived_again(two):
    east, eastern = factories.place("east", kind="region"), factories.place("eastern", kind="region")
    member = factories.place("sakhour", "الصاخور", "Sakhour")
    Membership.objects.create(region=eastern, member=member)
    review.accept(factories.claim(place=east, source=factories.source("sohr")), by=factories.user())
    assert "sakhour" not in state()
    merging.merge(east, eastern, by=factories.user())

    assert state()["sakhour"] == ("government", "assessed")


@pytest.mark.parametrize("said", ["an entry", "a claim with a twin"])
def test_what_editors_decided_at_a_member_holds_after_its_region_is_merged(said):
    factories.umbrellas()
    east, eastern = factories.place("east", kind="region"), factories.place("eastern", kind="region")
    member = factories.place("sakhour", "الصاخور", "Sakhour")
    for region in (east, eastern):
        Membership.objects.create(region=region, member=member)
    by, sohr = factories.user(), factories.source("sohr", "independent")
    if said == "an entry":
        entry = factories.entry(place=east, kind="capture", actor=factories.actor(), source=sohr)
        control.enter([entry], by=by, reason="The bulletin")
        key = f"entry:{entry.pk}"
    else:
        report = factories.report()
        claim, twin = (factories.claim(report=report, place=place, source=sohr) for place in (east, eastern))
        review.accept(claim, by=by)
        key = f"claim:{claim.pk}"
    pinned = {"start": factories.DAY_START - 5 * factories.DAY, "end": factories.DAY_START - 4 * factories.DAY}
    control.group(Grouping(place=member, act="pin", statements=[key], reason="The video", **pinned), by=by)
    dated, revision = _spans(member), answers.latest_revision()
    merging.merge(east, eastern, by=by)

    assert _spans(member) == dated == [(pinned["start"], "government", "assessed")]
    now = ControlEvent.objects.live().get(origin="entered") if said == "an entry" else twin
    assert Grouping.objects.live().get().statements == [f"{key.partition(':')[0]}:{now.pk}"]
    assert Grouping.objects.at_revision(revision).get().statements == [key]


def _spans(place: Place) -> list[tuple]:
    return list(ControlPeriod.objects.live().filter(place=place).values_list("start", "holder__slug", "status"))


def test_a_failure_changes_nothing(two):
    double, shaar = two
    before, revision = state(), answers.latest_revision()
    Redirect.objects.create(slug="taken", place=shaar)
    double.slug = "taken"  # so that the redirect cannot be written
    with pytest.raises(IntegrityError), transaction.atomic():
        merging.merge(double, shaar, by=factories.user())

    assert (state(), answers.latest_revision()) == (before, revision)
    assert double.names.count() == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/places/shaar-2/?on=2016-12-07", "/places/shaar/?on=2016-12-07"),
        ("/api/v1/places/shaar-2/control?on=2016-12-07", "/api/v1/places/shaar/control?on=2016-12-07"),
    ],
)
def test_old_addresses_lead_on_for_good(client, two, old, new):
    merging.merge(*two, by=factories.user())
    answer = client.get(old)

    assert (answer.status_code, answer.url) == (301, new)
    assert client.get(new).status_code == 200


def test_the_api_still_shows_the_day_as_it_was_before_the_merge(client, two):
    before = answers.latest_revision()
    merging.merge(*two, by=factories.user())
    found = client.get(f"/api/v1/control?on={DAY}&revision={before}").json()["features"]

    assert [feature["id"] for feature in found] == ["shaar-2"]


# On the desk


def chosen(*places: Place, **more) -> dict:
    return {"action": "merge_two", "_selected_action": [place.pk for place in places], **more}


@pytest.fixture
def editor(client):
    user = factories.user()
    user.groups.add(editors())
    client.force_login(user)
    return user


def test_an_editor_sees_what_would_move_then_merges(client, editor, two):
    double, shaar = two
    address = reverse("admin:gazetteer_place_changelist")
    page = client.post(address, chosen(double, shaar))

    moving = {place.slug: dict(counts) for place, counts in page.context["places"]}
    assert (moving["shaar-2"]["names"], moving["shaar-2"]["claims"], moving["shaar-2"]["entries"]) == (2, 1, 1)
    assert Place.objects.count() == 2

    client.post(address, chosen(double, shaar, into=shaar.pk))
    assert list(Place.objects.all()) == [shaar]
    assert Revision.objects.first().recorded_by == editor


@pytest.mark.parametrize("number", [1, 3])
def test_exactly_two_are_merged(client, editor, two, number):
    places = [*two, factories.place("sukkari", "السكري", "Sukkari")][:number]
    page = client.post(reverse("admin:gazetteer_place_changelist"), chosen(*places), follow=True)

    assert "exactly two" in page.content.decode()
    assert not Redirect.objects.exists()


def test_whoever_may_not_change_claims_merges_nothing(client, two):
    user = factories.user()
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="gazetteer"))
    client.force_login(user)
    client.post(reverse("admin:gazetteer_place_changelist"), chosen(*two, into=two[1].pk))

    assert Place.objects.count() == 2
