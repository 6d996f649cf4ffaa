"""The side that a source speaks for, for some time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Q
from django.utils.translation import gettext_lazy as _

from gazetteer.models.boundary import Validity

from .source import Source

TWO_SIDES = _("On some day this source would speak for two sides. Let one end before.")


class SpeaksFor(models.TextChoices):
    GOVERNMENT = "government", _("speaks for or leans to the government")
    OPPOSITION = "opposition", _("speaks for or leans to the opposition")
    KURDISH = "kurdish", _("speaks for or leans to Kurdish forces")
    ISIL = "isil", _("speaks for ISIL")
    INDEPENDENT = "independent", _("independent")
    UNKNOWN = "unknown", _("unknown whom it speaks for")


class AffiliationQuerySet(models.QuerySet):
    def on(self, day):
        """Those that hold on that day in Damascus."""
        begun, not_over = Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_until=None) | Q(valid_until__gt=day)
        return self.filter(begun, not_over)


class Affiliation(models.Model):
    """Whom a source speaks for, for some days; it can change sides. On a day without any, nobody knows."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="affiliations", verbose_name=_("source"))
    side = models.CharField(_("side"), max_length=12, choices=SpeaksFor)
    lean = models.CharField(_("lean"), max_length=30, blank=True, help_text=_("In the words of the list it came from."))
    valid_from = models.DateField(_("valid from"), null=True, blank=True, help_text=_("Empty: always."))
    valid_until = models.DateField(_("valid until"), null=True, blank=True, help_text=_("Half-open. Empty: still."))
    basis = models.CharField(_("basis"), max_length=300, blank=True, help_text=_("Where this is known from."))
    is_listed = models.BooleanField(
        default=False,
        editable=False,
        help_text=_("Loaded from the project's list, and replaced when the list changes."),
    )

    objects = AffiliationQuerySet.as_manager()

    class Meta:
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = ["source", F("valid_from").asc(nulls_first=True)]
        constraints = [
            ExclusionConstraint(
                name="source_speaks_for_one_side_a_day",
                expressions=[
                    (Validity("valid_from", "valid_until"), RangeOperators.OVERLAPS),
                    ("source", RangeOperators.EQUAL),
                ],
                deferrable=Deferrable.DEFERRED,  # so that two rows may exchange their days in one act
                violation_error_message=TWO_SIDES,
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gt=F("valid_from")),
                name="affiliation_is_valid_for_some_time",
                violation_error_message=_("It must end after it began."),
            ),
            models.CheckConstraint(condition=Q(side__in=SpeaksFor.values), name="affiliation_side_is_known"),
            models.CheckConstraint(
                condition=Q(valid_from=None, valid_until=None) | ~Q(basis=""),
                name="affiliation_with_dates_names_its_basis",
                violation_error_message=_("Say where the dates are known from."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_side_display()
