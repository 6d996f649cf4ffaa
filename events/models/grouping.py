"""Editors' word on which statements speak of one change of control, and on when it was."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from gazetteer.models import Place

from .our_time import all_of_our_time
from .revision import Ordered, RecordedQuerySet


class Grouping(Ordered):
    """That statements about a place speak of one change, that one speaks of none but its own, or when a change was."""

    class Act(models.TextChoices):
        MERGE = "merge", _("speak of one change")
        SPLIT = "split", _("stands apart from the others")
        PIN = "pin", _("happened at this time")

    place = models.ForeignKey(Place, models.PROTECT, related_name="groupings", verbose_name=_("place"))
    act = models.CharField(_("what is decided"), max_length=5, choices=Act)
    statements = ArrayField(
        models.CharField(max_length=40), verbose_name=_("statements"),
        help_text=_("Claims and entries by number, such as claim:12."),
    )  # fmt: skip
    start = models.DateTimeField(_("from"), null=True, blank=True)
    end = models.DateTimeField(_("until"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, help_text=_("Shown beside what it decides."))

    objects = RecordedQuerySet.as_manager()

    class Meta:
        verbose_name = _("grouping")
        verbose_name_plural = _("groupings")
        ordering = [Coalesce("first", "id")]  # as they were decided
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="grouping_has_a_reason"),
            models.CheckConstraint(condition=Q(statements__len__gte=1), name="grouping_names_statements"),
            models.CheckConstraint(
                condition=~Q(act="merge") | Q(statements__len__gte=2), name="merge_names_two_statements_or_more"
            ),
            models.CheckConstraint(
                condition=Q(act="pin", start__isnull=False, end__isnull=False, end__gt=F("start"))
                | ~Q(act="pin") & Q(start=None, end=None),
                name="a_pin_and_nothing_else_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(removed_in__isnull=False) | all_of_our_time("start", "end"), name="grouping_is_of_our_time"
            ),
            models.CheckConstraint(
                condition=Q(removed_in=None) | Q(removed_in__gte=F("added_in")),
                name="grouping_is_not_removed_before_it_was_added",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {', '.join(self.statements)}"
