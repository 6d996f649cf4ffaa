"""The shapes that places have been given, in versions."""

from collections.abc import Sequence
from datetime import date, datetime

from django.contrib.gis.db import models
from django.contrib.gis.geos import GEOSGeometry
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db.models import F, Func, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from gazetteer import zooms

from .place import DEGREES, Place


class BoundaryQuerySet(models.QuerySet):
    def live(self, at: datetime | None = None):
        """Those that no later version has replaced; with a moment, had replaced by then."""
        if at is None:
            return self.filter(retired_at=None)
        return self.filter(added_at__lte=at).filter(Q(retired_at=None) | Q(retired_at__gt=at))

    def on(self, day: date):
        """The shape of each place on that day; at most one a place."""
        began = Q(valid_from=None) | Q(valid_from__lte=day)
        return self.live().filter(began & (Q(valid_until=None) | Q(valid_until__gt=day)))

    def current(self, at: datetime | None = None):
        """The shape of each place that has no end, as of today or of a moment."""
        return self.live(at).filter(valid_until=None)


class Validity(Func):
    function = "daterange"
    output_field = DateRangeField()


class Boundary(models.Model):
    """A shape that a place has been given, for some time; a version that was replaced stays, retired."""

    class Method(models.TextChoices):
        BUILT = "built", _("built from points")
        IMPORTED = "imported", _("imported")
        DRAWN = "drawn", _("drawn by an editor")

    place = models.ForeignKey(Place, models.CASCADE, related_name="boundaries", verbose_name=_("place"))
    shape = models.MultiPolygonField(_("shape"), srid=4326)
    shape_city = models.MultiPolygonField(
        _("shape for a map of the city"), srid=4326, null=True, editable=False, help_text=_("Empty: as fine as any.")
    )
    shape_overview = models.MultiPolygonField(
        _("shape for an overview"), srid=4326, null=True, editable=False, help_text=_("Empty: as fine as any.")
    )
    method = models.CharField(_("method"), max_length=8, choices=Method, help_text=_("Built shapes are approximate."))

    # Provenance
    source = models.CharField(_("source"), max_length=300, blank=True)
    licence = models.CharField(_("licence"), max_length=100, blank=True)
    precision_m = models.PositiveIntegerField(_("precision"), null=True, blank=True, help_text=_("Metres."))

    # Version
    valid_from = models.DateField(_("valid from"), null=True, blank=True, help_text=_("Empty: always."))
    valid_until = models.DateField(_("valid until"), null=True, blank=True, help_text=_("Half-open. Empty: still."))
    added_at = models.DateTimeField(_("added at"), db_default=Now(), editable=False)
    retired_at = models.DateTimeField(
        _("retired at"), null=True, blank=True, help_text=_("When a later version replaced it. Empty: in use.")
    )

    objects = BoundaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("boundary")
        verbose_name_plural = _("boundaries")
        ordering = ["place", "retired_at", "valid_from", "id"]
        constraints = [
            ExclusionConstraint(
                name="place_has_one_boundary_a_day",
                expressions=[
                    (Validity("valid_from", "valid_until"), RangeOperators.OVERLAPS),
                    ("place", RangeOperators.EQUAL),
                ],
                condition=Q(retired_at=None),
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_from=None) | Q(valid_until__gt=F("valid_from")),
                name="boundary_is_valid_for_some_time",
            ),
            models.CheckConstraint(condition=Q(shape__isvalid=True), name="boundary_shape_is_valid"),
            models.CheckConstraint(condition=Q(shape__coveredby=DEGREES), name="boundary_shape_is_in_degrees"),
        ]

    def __str__(self) -> str:
        return f"{self.place} ({self.get_method_display()})"

    def save(self, *args, **kwargs):
        """One shape that an editor drew or changed has its coarser forms made from it alone."""
        before = Boundary.objects.filter(pk=self.pk).values_list("shape", flat=True).first()
        if before is None or not before.equals_exact(self.shape):
            simplify_together([self])
        super().save(*args, **kwargs)

    @property
    def is_approximate(self) -> bool:
        return self.method == self.Method.BUILT


def simplify_together(boundaries: Sequence[Boundary]) -> None:
    """Give each boundary its shapes for the coarser zooms; edges that two of them share stay shared."""
    if not boundaries:
        return
    found = zooms.coarser_wkb([bytes(row.shape.wkb) for row in boundaries])
    for number, row in enumerate(boundaries):
        row.shape_city, row.shape_overview = (
            GEOSGeometry(memoryview(found[zoom][number]), srid=4326) for zoom in ("city", "overview")
        )
