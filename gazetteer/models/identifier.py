"""What other gazetteers call a place."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .place import Place


class Identifier(models.Model):
    """The identifier of a place with another authority, and how well the two match (the words are SKOS's)."""

    class Match(models.TextChoices):
        EXACT = "exact", _("the same place")
        CLOSE = "close", _("nearly the same")
        BROAD = "broad", _("theirs is larger")
        NARROW = "narrow", _("theirs is smaller")

    place = models.ForeignKey(Place, models.CASCADE, related_name="identifiers", verbose_name=_("place"))
    authority = models.CharField(_("authority"), max_length=30, help_text=_("Such as geonames, ocha-pcode, wikidata."))
    value = models.CharField(_("identifier"), max_length=200)
    match = models.CharField(_("match"), max_length=6, choices=Match, default=Match.EXACT)

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        ordering = ["place", "authority", "value"]
        constraints = [
            models.UniqueConstraint(fields=["place", "authority", "value"], name="place_has_an_identifier_once"),
            models.UniqueConstraint(
                fields=["authority", "value"], condition=Q(match="exact"), name="identifier_is_exactly_one_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority}:{self.value}"
