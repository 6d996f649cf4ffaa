"""What an editor's note says in the other language, for readers; the note itself stays as it is."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _

from .translation import Translation


class NoteTranslationQuerySet(models.QuerySet):
    def into(self, language: str):
        return self.filter(language=language[:2])

    def of(self, notes: Iterable[str]):
        return self.filter(note__in=set(notes))

    def by_note(self) -> dict[str, str]:
        return dict(self.values_list("note", "text"))


class NoteTranslation(models.Model):
    """One note in one other language, as an editor put it; all entries with the same note share it."""

    note = models.TextField(_("note"))
    language = models.CharField(_("language"), max_length=2, choices=Translation.Language)
    text = models.TextField(_("translation"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("translated by"))

    objects = NoteTranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation of a note")
        verbose_name_plural = _("translations of notes")
        constraints = [
            models.UniqueConstraint(MD5("note"), "language", name="note_translation_is_one_a_note_and_language"),
            models.CheckConstraint(condition=~Q(note=""), name="note_translation_is_of_some_note"),
            models.CheckConstraint(condition=~Q(text=""), name="note_translation_says_something"),
            models.CheckConstraint(condition=Q(language__in=["ar", "en"]), name="note_translation_language_is_known"),
        ]

    def __str__(self) -> str:
        return self.text
