"""An entry of the gazetteer: what it is and where."""

from django.contrib.gis.db import models
from django.contrib.gis.geos import Polygon
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gazetteer.folding import fold_name
from gazetteer.joining import joined

DEGREES = Polygon.from_bbox((-180, -90, 180, 90))  # covers nothing that is empty


class PlaceQuerySet(models.QuerySet):
    def named(self, text: str):
        """Places that have this name, in any spelling that folds to the same."""
        return self.filter(names__folded=fold_name(text)).distinct()

    def meant_by(self, text: str):
        """The same, and those that the name is recorded as being taken for."""
        folded = fold_name(text)
        return self.filter(Q(names__folded=folded) | Q(ambiguities__folded=folded)).distinct()

    def with_names(self):
        return self.prefetch_related("names")

    def with_surroundings(self):
        """With what tells places of one name apart: names, what contains them, the regions they belong to."""
        return self.select_related("within").prefetch_related("names", "within__names", "regions__region__names")

    def with_shapes(self):
        return self.filter(boundaries__retired_at=None, boundaries__isnull=False).distinct()


class PlaceManager(models.Manager.from_queryset(PlaceQuerySet)):
    """Places, without those that were merged into others."""

    def get_queryset(self):
        merged = Redirect.objects.filter(slug=OuterRef("slug"))
        return super().get_queryset().filter(~Exists(merged))


class Place(models.Model):
    """An entry of the gazetteer."""

    class Kind(models.TextChoices):
        NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")
        QUARTER = "quarter", _("quarter")
        LANDMARK = "landmark", _("landmark")
        ROAD = "road", _("road")
        SUBURB = "suburb", _("suburb")
        TOWN = "town", _("town")
        VILLAGE = "village", _("village")
        REGION = "region", _("region")

    class Confidence(models.TextChoices):
        HIGH = "high", _("high")
        MEDIUM = "medium", _("medium")
        LOW = "low", _("low")

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    side_of_city = models.CharField(_("side of the city"), max_length=10, blank=True)
    in_old_city = models.BooleanField(_("in the Old City"), default=False)
    within = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="landmarks", verbose_name=_("within"),
        help_text=_("The neighbourhood that contains this landmark or road."),
    )  # fmt: skip
    notes = models.TextField(_("notes"), blank=True)
    called = models.JSONField(
        default=dict, editable=False, help_text="By language, what it was called when it was merged into another."
    )

    # Position
    position = models.PointField(_("position"), srid=4326, help_text=_("A point that stands for the place; lon, lat."))
    position_source = models.CharField(_("origin of the position"), max_length=200, blank=True)
    position_confidence = models.CharField(
        _("confidence in the position"), max_length=6, choices=Confidence, default=Confidence.LOW
    )

    called_then: dict | None = None  # by language, set on a place that stands for what it was at an earlier moment

    objects = PlaceManager()
    every = PlaceQuerySet.as_manager()  # also those that were merged, which the record of old revisions stands on

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=["neighbourhood", "quarter", "landmark", "road", "suburb", "town", "village", "region"]
                ),
                name="place_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(position_confidence__in=["high", "medium", "low"]), name="place_confidence_is_known"
            ),
            models.CheckConstraint(condition=~Q(within=F("id")), name="place_is_not_within_itself"),
            models.CheckConstraint(condition=Q(position__coveredby=DEGREES), name="place_position_is_in_degrees"),
        ]

    def __str__(self) -> str:
        return self.name(get_language() or "en")

    def get_absolute_url(self) -> str:
        return reverse("place", args=[self.slug])

    def name(self, language: str) -> str:
        """The preferred name in that language, else the one in the other; needs one query unless prefetched."""
        now = {row.language: row.text for row in self.names.all() if row.kind == "preferred"} or self.called
        preferred = self.called_then or now
        return preferred.get(language[:2]) or next(iter(preferred.values()), self.slug)

    @property
    def name_ar(self) -> str:
        return self.name("ar")

    @property
    def name_en(self) -> str:
        return self.name("en")

    def described(self) -> str:
        """Names in both scripts, what it is and where: enough to tell places of one name apart."""
        return f"{joined(*self.names_in_both)} ({self.what_and_where})"

    @property
    def names_in_both(self) -> list[str]:
        """The name in either script, once where they are the same."""
        return [*dict.fromkeys([self.name_ar, self.name_en])]

    @property
    def what_and_where(self) -> str:
        """What it is, and what it belongs to."""
        around = [self.within] if self.within else [row.region for row in self.regions.all()][:2]
        where = [_(", ").join(map(str, around))] if around else []
        return joined(self.get_kind_display(), *where)


class Redirect(models.Model):
    """A slug that a place had before it was merged into another, so that old addresses still lead somewhere."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    place = models.ForeignKey(Place, models.CASCADE, related_name="redirects", verbose_name=_("place"))

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")

    def __str__(self) -> str:
        return f"{self.slug} → {self.place_id}"
