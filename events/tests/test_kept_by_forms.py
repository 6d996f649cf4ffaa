"""What the database would refuse is refused by a form first, in a sentence."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from events import control, review, undoing
from events.models import Affiliation, Claim, ControlEvent, Source
from events.tests import factories
from events.tests.test_admin import as_posted, entered

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    factories.umbrellas()
    user = factories.user(is_superuser=True)
    client.force_login(user)
    return user


@pytest.fixture
def two():
    """Two claims on one passage, about two places."""
    report = factories.report()
    elsewhere = factories.place("sukkari", "السكري", "Sukkari")
    return factories.claim(report=report), factories.claim(report=report, place=elsewhere)


@pytest.mark.parametrize("changes", [{}, {"place": "", "place_name": "Shaar"}])
def test_a_claim_is_not_made_the_same_as_another_of_its_passage(client, editor, two, changes):
    one, other = two
    address = reverse("admin:events_claim_change", args=[other.pk])
    page = client.post(address, {**as_posted(other), "place": one.place_id, **changes})
    assert f"Claim {one.pk} on the same passage" in page.context["adminform"].form.non_field_errors()[0]
    other.refresh_from_db()
    assert other.place.slug == "sukkari"


def test_a_claim_that_stays_as_it_is_has_no_twin(client, editor, two):
    address = reverse("admin:events_claim_change", args=[two[0].pk])
    assert client.post(address, {**as_posted(two[0]), "_accept": "1"}).status_code == 302
    assert Claim.objects.accepted().count() == 1


def test_a_reopening_is_not_undone_while_another_claim_says_the_same(client, editor, two):
    one, other = two
    review.accept(one, by=editor)
    reopened = review.reopen(one, by=editor)
    Claim.objects.filter(pk=one.pk).update(place=factories.place("hanano"))
    Claim.objects.filter(pk=other.pk).update(place=factories.place("shaar"))

    address = reverse("admin:events_revision_undo", args=[reopened.pk])
    told = f"Claim {other.pk} now says what claim {one.pk} said"
    assert told in client.get(address).content.decode()
    assert told in client.post(address, {"reason": "By mistake"}, follow=True).content.decode()
    assert not Claim.objects.accepted().exists()

    Claim.objects.filter(pk=other.pk).update(place=factories.place("sukkari", "السكري", "Sukkari"))
    client.post(address, {"reason": "By mistake"})
    assert Claim.objects.accepted().get().place.slug == "shaar"


def _side(client, actor, side: str):
    names = {"name_en": actor.name_en, "name_ar": actor.name_ar, "kind": actor.kind, "slug": actor.slug}
    lists = {"aliases_en": "", "aliases_ar": "", "parent": ""}
    return client.post(reverse("admin:events_actor_change", args=[actor.pk]), {**names, **lists, "side": side})


def test_who_is_judged_to_hold_a_place_stays_of_a_side(client, editor):
    actor = factories.actor("ahrar", "opposition")
    control.enter([factories.entry(actor=actor, status="assessed")], by=editor, reason="So it was")
    entry = ControlEvent.objects.get(origin="entered")
    page = _side(client, actor, "none")
    assert f"Entry {entry.pk} (Shaar)" in page.context["adminform"].form.errors["side"][0]
    assert _side(client, actor, "isil").status_code == 302

    control.withdraw(entry, by=editor, reason="It was not so")
    assert _side(client, actor, "none").status_code == 302
    actor.refresh_from_db()
    assert actor.side == "none"


@pytest.mark.parametrize("status", ["shared", "contested"])
@pytest.mark.parametrize("party", ["army", "rebels"])
def test_a_side_stays_while_a_judgement_of_two_rests_on_it(client, editor, status, party):
    pair = {"army": factories.actor("army", "government"), "rebels": factories.actor("rebels", "opposition")}
    entry = factories.entry(actor=pair["army"], counterparty=pair["rebels"], status=status)
    control.enter([entry], by=editor, reason="So it was")
    theirs = pair["rebels" if party == "army" else "army"].side
    for side in ("none", theirs):
        assert "side" in _side(client, pair[party], side).context["adminform"].form.errors
    assert _side(client, pair[party], "kurdish").status_code == 302


def _affiliations(source: Source, rows: list[dict], initial: int) -> dict:
    fields = {
        "slug": source.slug, "name_en": source.name_en, "name_ar": source.name_ar, "kind": source.kind,
        "aliases_en": "", "aliases_ar": "", "reliability": "", "affiliations-TOTAL_FORMS": len(rows),
        "affiliations-INITIAL_FORMS": initial,
    }  # fmt: skip
    given = {f"affiliations-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}
    return fields | given | {f"affiliations-{n}-source": source.pk for n in range(len(rows))}


def test_two_editors_do_not_give_a_source_two_sides(client, editor):
    source = factories.source("paper")
    source.affiliations.all().delete()
    opened = _affiliations(source, [{"side": "opposition", "basis": "", "lean": ""}], initial=0)
    Affiliation.objects.create(source=source, side="government")

    page = client.post(reverse("admin:events_source_change", args=[source.pk]), opened)
    assert page.status_code == 200
    told = page.context["inline_admin_formsets"][0].formset.non_form_errors()
    assert "since you opened this page" in told[1]
    assert source.affiliations.get().side == "government"


def test_a_source_changes_sides(client, editor):
    source = factories.source("paper")
    kept = source.affiliations.get()
    rows = [
        {"id": kept.pk, "side": "government", "lean": "", "valid_until": "2014-01-01", "basis": "Its owner"},
        {"side": "opposition", "lean": "", "valid_from": "2014-01-01", "basis": "Its owner"},
    ]
    answer = client.post(reverse("admin:events_source_change", args=[source.pk]), _affiliations(source, rows, 1))
    assert answer.status_code == 302
    assert source.affiliations.count() == 2


def _parties(named: str) -> dict:
    """The fields for two slugs, empty where one is missing."""
    of = {"army": "government", "militia": "government", "rebels": "opposition", "mediator": "none"}
    ids = [factories.actor(slug, of[slug]).pk if slug else "" for slug in named.split("/")]
    return dict(zip(("actor", "counterparty"), ids, strict=True))


@pytest.mark.parametrize("status", ["shared", "contested"])
@pytest.mark.parametrize("named", ["/", "army/", "/army", "army/army", "army/militia", "army/mediator"])
def test_what_two_hold_or_fight_for_names_two_sides(client, editor, status, named):
    page = client.post(reverse("admin:events_controlevent_add"), entered(status=status, **_parties(named)))
    assert list(page.context["adminform"].form.errors) == ["counterparty"]
    assert not ControlEvent.objects.exists()


@pytest.mark.parametrize("status", ["shared", "contested"])
def test_two_sides_are_told_on_the_page_of_the_place(client, editor, status):
    given = entered(status=status, **_parties("army/rebels"))
    assert client.post(reverse("admin:events_controlevent_add"), given).status_code == 302
    page = client.get("/places/shaar/?on=2016-12-07&lang=en").content.decode()
    assert {"shared": "Shared by", "contested": "Contested:"}[status] + " government and opposition" in page


@pytest.mark.parametrize(
    ("status", "named"), [("shared", "/"), ("shared", "army/"), ("shared", "army/army"), ("contested", "army/army")]
)
def test_the_database_keeps_two_parties(editor, status, named):
    ids = {f"{field}_id": pk or None for field, pk in _parties(named).items()}
    with pytest.raises(IntegrityError, match="judgement_of_two_parties_names_two"), transaction.atomic():
        control.enter([factories.entry(status=status, **ids)], by=editor, reason="x")


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("control_event_is_of_our_time", {"status": "unknown", "event_start": factories.DAY_START.replace(year=216)}),
        ("judgement_of_two_parties_names_two", {"status": "shared"}),
    ],
)
def test_what_was_entered_before_a_rule_is_taken_back_and_stays_so(client, editor, constraint, fields):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE events_controlevent DROP CONSTRAINT {constraint}")
    control.enter([factories.entry(**fields)], by=editor, reason="Before the rule")
    withdrawn = control.withdraw(ControlEvent.objects.get(origin="entered"), by=editor, reason="A slip")

    with pytest.raises(undoing.CannotBeUndone, match="impossible year or names too few"):
        control.undo(withdrawn, by=editor, reason="Again")
