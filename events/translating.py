"""Translations of the passages that claims stand on, and of the notes of entries."""

from django.contrib.auth.models import User

from events.ingestion.article import language_of
from events.models import Claim, NoteTranslation, Translation
from events.models.translation import PASSAGE, passage_of


def other_language(claim: Claim) -> str:
    """The language that the passage of the claim is translated into."""
    return "en" if claim.report.language == "ar" else "ar"


def translation_of(claim: Claim) -> str:
    """What an editor wrote; empty without any."""
    found = Translation.objects.into(other_language(claim)).in_reports_of([claim]).by_passage()
    return found.get(passage_of(claim), "")


def translate(claim: Claim, text: str, *, by: User) -> None:
    """Keep the text as the translation of the passage; an empty one takes it away."""
    where = dict(zip(PASSAGE, passage_of(claim), strict=True)) | {"language": other_language(claim)}
    if text.strip():
        Translation.objects.update_or_create(**where, defaults={"text": text.strip(), "by": by})
    else:
        Translation.objects.filter(**where).delete()


def other_language_of_note(note: str) -> str:
    """The language that the note is translated into."""
    return "en" if language_of(note) == "ar" else "ar"


def translation_of_note(note: str) -> str:
    """What an editor wrote; empty without any."""
    return NoteTranslation.objects.into(other_language_of_note(note)).of([note]).by_note().get(note, "")


def translate_note(note: str, text: str, *, by: User) -> None:
    """Keep the text as the translation of the note; an empty one takes it away."""
    where = {"note": note, "language": other_language_of_note(note)}
    if text.strip():
        NoteTranslation.objects.update_or_create(**where, defaults={"text": text.strip(), "by": by})
    else:
        NoteTranslation.objects.filter(**where).delete()


def translate_notes(texts: dict[str, str], *, by: User) -> int:
    """Keep the translations of many notes, none of which has any yet, by note; how many."""
    rows = [
        NoteTranslation(note=note, language=other_language_of_note(note), text=text, by=by)
        for note, text in texts.items()
    ]
    return len(NoteTranslation.objects.bulk_create(rows))
