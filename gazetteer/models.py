"""Places, the names they go by, the regions they belong to and the shapes they have been given."""

from django.contrib.gis.db import models
from django.contrib.postgres.indexes import GinIndex
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .folding import fold_name


class PlaceQuerySet(models.QuerySet):
    def named(self, text: str):
        """Places that have this name, in any spelling that folds to the same."""
        return self.filter(names__folded=fold_name(text)).distinct()

    def with_names(self):
        return self.prefetch_related("names")

    def with_shapes(self):
        return self.filter(boundaries__valid_until=None, boundaries__isnull=False)


class Place(models.Model):
    """An entry of the gazetteer."""

    class Kind(models.TextChoices):
        NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")
        QUARTER = "quarter", _("quarter")
        LANDMARK = "landmark", _("landmark")
        ROAD = "road", _("road")
        SUBURB = "suburb", _("suburb")
        REGION = "region", _("region")

    class Confidence(models.TextChoices):
        HIGH = "high", _("high")
        MEDIUM = "medium", _("medium")
        LOW = "low", _("low")

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    side_of_city = models.CharField(_("side of the city"), max_length=10, blank=True)
    in_old_city = models.BooleanField(_("in the Old City"), default=False)
    notes = models.TextField(_("notes"), blank=True)

    # Position
    position = models.PointField(_("position"), srid=4326, help_text=_("A point that stands for the place; lon, lat."))
    position_source = models.CharField(_("origin of the position"), max_length=200, blank=True)
    position_confidence = models.CharField(
        _("confidence in the position"), max_length=6, choices=Confidence, default=Confidence.LOW
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["neighbourhood", "quarter", "landmark", "road", "suburb", "region"]),
                name="place_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(position_confidence__in=["high", "medium", "low"]), name="place_confidence_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name(get_language() or "en")

    def name(self, language: str) -> str:
        """The preferred name in that language, else the one in the other; needs one query unless prefetched."""
        preferred = {row.language: row.text for row in self.names.all() if row.kind == PlaceName.Kind.PREFERRED}
        return preferred.get(language[:2]) or next(iter(preferred.values()), self.slug)

    @property
    def name_ar(self) -> str:
        return self.name("ar")

    @property
    def name_en(self) -> str:
        return self.name("en")


class PlaceName(models.Model):
    """One name of a place."""

    class Kind(models.TextChoices):
        PREFERRED = "preferred", _("preferred")
        ALIAS = "alias", _("alias")
        TRANSLITERATION = "transliteration", _("transliteration")
        FORMER = "former", _("former")

    place = models.ForeignKey(Place, models.CASCADE, related_name="names", verbose_name=_("place"))
    text = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=2, choices=[("ar", _("Arabic")), ("en", _("English"))])
    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.ALIAS)
    folded = models.CharField(_("folded"), max_length=200, editable=False, help_text=_("The form it is compared in."))

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["place", "language", "id"]
        indexes = [
            models.Index(fields=["folded"], name="placename_by_folded"),
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="placename_by_trigram"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["place", "text", "language"], name="place_has_a_name_once"),
            models.UniqueConstraint(
                fields=["place", "language"],
                condition=Q(kind="preferred"),
                name="place_has_one_preferred_name_a_language",
            ),
            models.CheckConstraint(condition=~Q(folded=""), name="placename_has_letters"),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs):
        self.folded = fold_name(self.text)
        super().save(*args, **kwargs)


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

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.UniqueConstraint(fields=["region", "member"], name="place_belongs_to_a_region_once"),
            models.CheckConstraint(condition=~Q(region=F("member")), name="region_is_not_its_own_member"),
        ]

    def __str__(self) -> str:
        return f"{self.member} ∈ {self.region}"


class Boundary(models.Model):
    """A shape that a place has been given; without `valid_until` it is the current one."""

    class Method(models.TextChoices):
        BUILT = "built", _("built from points")
        IMPORTED = "imported", _("imported")
        DRAWN = "drawn", _("drawn by an editor")

    place = models.ForeignKey(Place, models.CASCADE, related_name="boundaries", verbose_name=_("place"))
    shape = models.MultiPolygonField(_("shape"), srid=4326)
    method = models.CharField(_("method"), max_length=8, choices=Method, help_text=_("Built shapes are approximate."))
    source = models.CharField(_("source"), max_length=300, blank=True)
    licence = models.CharField(_("licence"), max_length=100, blank=True)
    precision_m = models.PositiveIntegerField(_("precision"), null=True, blank=True, help_text=_("Metres."))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True, help_text=_("Empty: the current shape."))

    class Meta:
        verbose_name = _("boundary")
        verbose_name_plural = _("boundaries")
        constraints = [
            models.UniqueConstraint(
                fields=["place"], condition=Q(valid_until=None), name="place_has_one_current_boundary"
            ),
            models.CheckConstraint(condition=Q(shape__isvalid=True), name="boundary_shape_is_valid"),
        ]

    def __str__(self) -> str:
        return f"{self.place} ({self.get_method_display()})"

    @property
    def is_approximate(self) -> bool:
        return self.method == self.Method.BUILT
