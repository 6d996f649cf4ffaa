"""Which places a region speaks of, and when."""

from collections import defaultdict
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .place import Place


class MembershipQuerySet(models.QuerySet):
    def on(self, day: date):
        """Memberships in force on that day."""
        began = Q(valid_from=None) | Q(valid_from__lte=day)
        return self.filter(began & (Q(valid_until=None) | Q(valid_until__gt=day)))

    def by_region(self) -> dict[int, list["Membership"]]:
        """Those of each region, whatever their days."""
        found = defaultdict(list)
        for membership in self:
            found[membership.region_id].append(membership)
        return found


class Membership(models.Model):
    """That a place belongs to a region, so that what is said of the region holds for it."""

    region = models.ForeignKey(
        Place,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("region"),
        limit_choices_to={"kind": Place.Kind.REGION},
    )
    member = models.ForeignKey(Place, models.CASCADE, related_name="regions", verbose_name=_("member"))
    valid_from = models.DateField(_("valid from"), null=True, blank=True, help_text=_("Empty: always."))
    valid_until = models.DateField(_("valid until"), null=True, blank=True, help_text=_("Half-open. Empty: still."))

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.UniqueConstraint(fields=["region", "member"], name="place_belongs_to_a_region_once"),
            models.CheckConstraint(condition=~Q(region=F("member")), name="region_is_not_its_own_member"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gt=F("valid_from")),
                name="membership_lasts_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} ∈ {self.region}"

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on that day, as `on` asks the database."""
        began = self.valid_from is None or self.valid_from <= day
        return began and (self.valid_until is None or day < self.valid_until)
