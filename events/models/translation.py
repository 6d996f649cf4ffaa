"""What a passage of a report says in the other language, for readers; the passage itself stays as it is."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .claim import Claim
from .report import Report


class TranslationQuerySet(models.QuerySet):
    def into(self, language: str):
        return self.filter(language=language[:2])

    def in_reports_of(self, claims: Iterable[Claim]):
        return self.filter(report__in={claim.report_id for claim in claims})

    def by_passage(self) -> dict[tuple[int, int, int], str]:
        """The texts by report, start and end."""
        return {(report, start, end): text for report, start, end, text in self.values_list(*PASSAGE, "text")}


PASSAGE = ("report_id", "start", "end")


def passage_of(claim: Claim) -> tuple[int, int, int]:
    """Where the claim stands: report, start and end."""
    return claim.report_id, claim.start, claim.end


class Translation(models.Model):
    """One passage in one other language, as an editor put it; all claims on the passage share it."""

    class Language(models.TextChoices):
        ARABIC = "ar", _("Arabic")
        ENGLISH = "en", _("English")

    report = models.ForeignKey(Report, models.PROTECT, related_name="translations", verbose_name=_("report"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    language = models.CharField(_("language"), max_length=2, choices=Language)
    text = models.TextField(_("translation"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("translated by"))

    objects = TranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.UniqueConstraint(
                fields=["report", "start", "end", "language"], name="translation_is_one_a_passage_and_language"
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="translation_is_of_some_text"),
            models.CheckConstraint(condition=~Q(text=""), name="translation_says_something"),
            models.CheckConstraint(condition=Q(language__in=["ar", "en"]), name="translation_language_is_known"),
        ]

    def __str__(self) -> str:
        return self.text
