"""Who held a place, from each change to the next."""

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from gazetteer.joining import joined
from gazetteer.models import Place

from .actor import Actor
from .control import ControlEvent, Status
from .in_force import in_force
from .revision import Recorded, RecordedQuerySet


class ControlPeriodQuerySet(RecordedQuerySet):
    def in_force_before(self, moment, revision: int | None = None, *, counted: bool = False):
        """For each place its last period that began before `moment`, by slug: what held just before it.

        Each has `since`: from when on its holder, challenger and status are what they are, with a siege or without;
        `counted` gives each its `supports`: how many statements spoke for it since then, before `moment`.
        """
        return self.raw(in_force(revision, counted), {"moment": moment, "revision": revision})


class ControlPeriod(Recorded):
    """Who held a place from one moment to the next period's start. Derived, never edited."""

    place = models.ForeignKey(
        Place, models.PROTECT, related_name="control_periods", verbose_name=_("place"), db_index=False
    )
    start = models.DateTimeField(_("start"))
    holder = models.ForeignKey(Actor, models.PROTECT, null=True, related_name="+", verbose_name=_("holder"))
    challenger = models.ForeignKey(Actor, models.PROTECT, null=True, related_name="+", verbose_name=_("challenger"))
    status = models.CharField(_("status"), max_length=10, choices=Status)
    is_besieged = models.BooleanField(_("besieged"), default=False)
    event = models.ForeignKey(ControlEvent, models.PROTECT, related_name="periods", verbose_name=_("event"))
    evidence_count = models.PositiveIntegerField(_("evidence"), default=0)

    objects = ControlPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("control period")
        verbose_name_plural = _("control periods")
        ordering = ["place", "start"]
        # Of all rows, for what an earlier revision answered; the live ones have the constraint's
        indexes = [
            models.Index(fields=["place", "start"], name="control_period_recorded"),
            models.Index(fields=["start"], condition=Q(removed_in=None), name="control_period_first_and_last"),
        ]
        constraints = [
            # The end of a period is the start of the next one, so two live ones can overlap only by sharing a start
            models.UniqueConstraint(
                fields=["place", "start"],
                condition=Q(removed_in=None),
                name="control_periods_of_a_place_do_not_overlap",
            ),
            models.CheckConstraint(
                condition=Q(holder__isnull=False) | Q(status__in=["unknown", "contested", "shared"]),
                name="control_period_names_a_holder_or_says_unknown",
            ),
            models.CheckConstraint(
                condition=Q(removed_in=None) | Q(removed_in__gte=F("added_in")),
                name="control_period_is_not_removed_before_it_was_added",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {joined(self.get_status_display(), date_format(localtime(self.start)))}"
