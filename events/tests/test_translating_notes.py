"""Notes of entries in the other language: written at the desk, shown to whoever reads it, shared by equal notes."""

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction
from django.urls import reverse

from events import control, editors
from events.demo import entries
from events.models import NoteTranslation
from events.tests import factories
from events.translating import translate_note, translation_of_note

pytestmark = pytest.mark.django_db
NOTE, WORDS = "Taken after a week of fighting.", "أُخذ بعد أسبوع من القتال."


@pytest.fixture
def entry():
    factories.umbrellas()
    holder = factories.actor("opposition", "opposition")
    entry = factories.entry(place=factories.place(), actor=holder, status="assessed", note=NOTE)
    control.enter([entry], by=factories.user(), reason="Where it begins")
    return entry


@pytest.fixture
def desk(client):
    user = factories.user()
    user.groups.add(editors.editors())
    client.force_login(user)
    return client


def _address(entry) -> str:
    return reverse("admin:events_controlevent_translate", args=[entry.pk])


def _page(client, language: str) -> str:
    return client.get(f"/places/shaar/?on=2016-12-07&lang={language}").content.decode()


def _answer(client, language: str) -> dict:
    return client.get(f"/api/v1/places/shaar/control?on=2016-12-07&lang={language}").json()["for"][0]


def test_it_stands_in_place_of_the_note_for_whoever_reads_the_other_language(client, entry):
    assert NOTE in _page(client, "ar")
    translate_note(NOTE, f" {WORDS}\n", by=factories.user())
    assert WORDS in _page(client, "ar") and NOTE not in _page(client, "ar")
    assert NOTE in _page(client, "en") and WORDS not in _page(client, "en")
    told = [(answer["note"], answer["translation"]) for answer in (_answer(client, "ar"), _answer(client, "en"))]
    assert told == [(NOTE, WORDS), (NOTE, "")]


def test_what_a_source_alone_said_is_told_in_the_readers_language(client, entry):
    source = factories.source("sohr", "independent")
    said = factories.entry(
        place=factories.place("sukkari"), actor=factories.actor("government"), kind="capture", source=source, note=NOTE,
    )  # fmt: skip
    control.enter([said], by=factories.user(), reason="Heard")
    translate_note(NOTE, WORDS, by=factories.user())
    in_arabic = client.get("/sources/sohr/?lang=ar").content.decode()
    assert WORDS in in_arabic and NOTE not in in_arabic
    assert NOTE in client.get("/sources/sohr/?lang=en").content.decode()


def test_an_arabic_note_is_put_into_english_and_equal_notes_share_it(entry):
    translate_note(WORDS, NOTE, by=factories.user())
    assert NoteTranslation.objects.get().language == "en"
    translate_note(WORDS, "Other words.", by=factories.user())
    assert (translation_of_note(WORDS), NoteTranslation.objects.count()) == ("Other words.", 1)
    translate_note(WORDS, " ", by=factories.user())
    assert not NoteTranslation.objects.exists()


def test_an_editor_writes_it_from_the_page_of_the_entry(desk, entry):
    page = desk.get(reverse("admin:events_controlevent_change", args=[entry.pk])).content.decode()
    assert _address(entry) in page
    form = desk.get(_address(entry)).content.decode()
    assert NOTE in form and "In Arabic:" in form
    sent = desk.post(_address(entry), {"text": WORDS, "initial-text": ""}, follow=True)
    assert "The translation of the note is kept." in sent.content.decode()
    assert translation_of_note(NOTE) == WORDS
    assert WORDS in desk.get(_address(entry)).content.decode()


def test_two_who_wrote_at_once_see_each_other_before_one_replaces_the_other(desk, entry):
    translate_note(NOTE, WORDS, by=factories.user())
    mine = {"text": "غيره.", "initial-text": ""}
    refused = desk.post(_address(entry), mine)
    assert WORDS in refused.context["form"].errors["text"][0] and translation_of_note(NOTE) == WORDS
    desk.post(_address(entry), mine | {"initial-text": WORDS})
    assert translation_of_note(NOTE) == "غيره."


def test_whoever_may_only_look_is_not_led_there_and_cannot_write(client, entry):
    looker = factories.user()
    looker.user_permissions.add(Permission.objects.get(codename="view_controlevent"))
    client.force_login(looker)
    page = client.get(reverse("admin:events_controlevent_change", args=[entry.pk]))
    assert page.status_code == 200 and _address(entry) not in page.content.decode()
    assert client.post(_address(entry), {"text": WORDS}).status_code == 403
    assert not NoteTranslation.objects.exists()


def test_what_has_no_note_has_no_such_page(desk, entry):
    bare = factories.entry(place=factories.place("sukkari"), actor=entry.actor, status="assessed", note="")
    control.enter([bare], by=factories.user(), reason="Where it begins")
    assert desk.get(_address(bare)).status_code == 404
    assert _address(bare) not in desk.get(reverse("admin:events_controlevent_change", args=[bare.pk])).content.decode()


def test_the_demo_brings_the_arabic_of_all_its_notes_once():
    editor = factories.user()
    number = entries.translate_all(by=editor)
    assert number == NoteTranslation.objects.filter(language="ar").count() > 250
    NoteTranslation.objects.first().delete()
    assert entries.translate_all(by=editor) == 0
    assert NoteTranslation.objects.count() == number - 1


def test_the_database_keeps_one_a_note_and_none_that_says_nothing():
    by = factories.user()
    translate_note("x" * 5000, WORDS, by=by)
    for note, language, text, name in (
        ("x" * 5000, "ar", "again", "one_a_note"),
        ("", "ar", "x", "of_some_note"),
        (NOTE, "ar", "", "says_something"),
        (NOTE, "fr", "x", "language_is_known"),
    ):
        with pytest.raises(IntegrityError, match=f"note_translation_.*{name}"), transaction.atomic():
            NoteTranslation.objects.create(note=note, language=language, text=text, by=by)
