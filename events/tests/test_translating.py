"""Translations of passages: written at the desk, whatever was decided, and shown to readers of the other language."""

import pytest
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
