"""Translations of passages: written at the desk, whatever was decided, and shown to readers of the other language."""

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction
from django.urls import reverse

from events import review
from events.models import Translation
from events.tests import factories
from events.tests.test_admin import as_posted
from events.translating import translate, translation_of

pytestmark = pytest.mark.django_db
WORDS = "The Syrian army took the Shaar neighbourhood."


@pytest.fixture
def claim():
    factories.umbrellas()
    return factories.claim()


@pytest.fixture
def desk(client):
    client.force_login(factories.user(is_superuser=True))
    return client


def _address(claim) -> str:
    return reverse("admin:events_claim_change", args=[claim.pk])


def _shown(client, language: str) -> str:
    answer = client.get(f"/api/v1/places/shaar/control?on=2016-12-07&lang={language}").json()
    return answer["for"][0]["translation"]


def test_it_is_shown_to_whoever_reads_the_other_language(client, claim):
    review.accept(claim, by=factories.user())
    assert _shown(client, "en") == ""
    translate(claim, f" {WORDS}\n", by=factories.user())
    assert (_shown(client, "en"), _shown(client, "ar")) == (WORDS, "")
    assert f"</span> {WORDS}</p>" in client.get("/places/shaar/?on=2016-12-07&lang=en").content.decode()
    assert WORDS not in client.get("/places/shaar/?on=2016-12-07&lang=ar").content.decode()


def test_all_claims_on_the_passage_share_it_and_another_passage_has_its_own(claim):
    beside = factories.claim(report=claim.report, place=factories.place("sukkari"))
    elsewhere = factories.claim(report=claim.report, start=3, place=factories.place("sakhour"))
    translate(claim, WORDS, by=factories.user())
    assert (translation_of(beside), translation_of(elsewhere)) == (WORDS, "")
    translate(beside, "Other words.", by=factories.user())
    assert (translation_of(claim), Translation.objects.count()) == ("Other words.", 1)
    translate(claim, "  ", by=factories.user())
    assert translation_of(beside) == ""


def test_an_english_passage_is_translated_into_arabic(client):
    claim = factories.claim(report=factories.report("The army took Shaar.", language="en"))
    translate(claim, "سيطر الجيش على الشعار.", by=factories.user())
    assert list(Translation.objects.values_list("language", flat=True)) == ["ar"]


def test_it_is_written_beside_a_claim_that_waits(desk, claim):
    answer = desk.post(_address(claim), {**as_posted(claim), "translation": WORDS, "_continue": "1"})
    assert (answer.status_code, translation_of(claim)) == (302, WORDS)
    assert WORDS in desk.get(_address(claim)).content.decode()


def _as_shown(page, claim) -> dict:
    """The form as a browser sends it back, with what it was opened with."""
    shown = page.context["adminform"].form["translation"].initial
    return {**as_posted(claim), "translation": shown, "initial-translation": shown, "_continue": "1"}


def test_a_form_that_was_open_meanwhile_leaves_what_another_wrote(desk, claim):
    form = _as_shown(desk.get(_address(claim)), claim)
    translate(claim, WORDS, by=factories.user())
    answer = desk.post(_address(claim), {**form, "review_note": "Read it."})
    claim.refresh_from_db()
    assert (answer.status_code, claim.review_note, translation_of(claim)) == (302, "Read it.", WORDS)


@pytest.mark.parametrize(("before", "meanwhile", "told"), [("", WORDS, WORDS), (WORDS, "", "away meanwhile")])
def test_two_who_wrote_at_once_see_each_other_before_one_replaces_the_other(desk, claim, before, meanwhile, told):
    translate(claim, before, by=factories.user())
    form = {**_as_shown(desk.get(_address(claim)), claim), "translation": "Mine."}
    translate(claim, meanwhile, by=factories.user())
    refused = desk.post(_address(claim), form)
    errors = refused.context["adminform"].form.errors
    assert list(errors) == ["translation"] and told in errors["translation"][0]
    assert translation_of(claim) == meanwhile

    assert f'name="initial-translation" value="{meanwhile}"' in refused.content.decode() or not meanwhile
    desk.post(_address(claim), {**form, "initial-translation": meanwhile})
    assert translation_of(claim) == "Mine."


def test_what_was_shown_in_lines_is_no_change(desk, claim):
    translate(claim, "One.\nTwo.", by=factories.user())
    form = _as_shown(desk.get(_address(claim)), claim) | {"initial-translation": "One.\r\nTwo."}
    assert desk.post(_address(claim), {**form, "translation": "Three."}).status_code == 302
    assert translation_of(claim) == "Three."


def test_whoever_may_only_look_sees_it(client, claim):
    looker = factories.user()
    looker.user_permissions.add(Permission.objects.get(codename="view_claim"))
    client.force_login(looker)
    translate(claim, WORDS, by=factories.user())
    page = client.get(_address(claim)).content.decode()
    assert WORDS in page and "place_name" not in page


def test_of_a_decided_claim_it_alone_can_be_written(desk, claim):
    review.accept(claim, by=factories.user())
    claim.refresh_from_db()
    before = claim.__class__.objects.filter(pk=claim.pk).values().get()
    answer = desk.post(_address(claim), {"translation": WORDS, "_save": "1"}, follow=True)
    assert "was changed successfully" in answer.content.decode() and translation_of(claim) == WORDS
    assert claim.__class__.objects.filter(pk=claim.pk).values().get() == before
    assert claim.reviews.live().count() == 1


def test_one_that_is_too_long_is_refused_and_nothing_is_written(desk, claim):
    answer = desk.post(_address(claim), {**as_posted(claim), "translation": "x" * 2001, "_continue": "1"})
    assert answer.status_code == 200 and "2000" in answer.content.decode()
    assert not Translation.objects.exists()


def test_the_database_keeps_one_a_passage_and_none_that_says_nothing(claim):
    translate(claim, WORDS, by=factories.user())
    kept = Translation.objects.get()
    fields = {"report": kept.report, "start": kept.start, "end": kept.end, "by": kept.by}
    for language, text, name in (
        ("en", "again", "one_a_passage"),
        ("ar", "", "says_something"),
        ("fr", "x", "language_is_known"),
    ):
        with pytest.raises(IntegrityError, match=f"translation_.*{name}"), transaction.atomic():
            Translation.objects.create(language=language, text=text, **fields)
