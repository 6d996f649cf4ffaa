"""Whoever says something."""

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from .naming import Named


class SourceQuerySet(models.QuerySet):
    def with_latest_affiliation(self):
        """With `affiliation`, the side that each speaks for last, or unknown."""
        from .affiliation import Affiliation

        latest = Affiliation.objects.filter(source=OuterRef("pk"))
        newest = latest.order_by(F("valid_from").desc(nulls_last=True)).values("side")[:1]
        return self.annotate(affiliation=Coalesce(Subquery(newest), Value("unknown")))


class Source(Named):
    """An agency, broadcaster, monitor, ministry or group of activists; its affiliations say for whom it speaks."""

    kind = models.CharField(_("kind"), max_length=30)
    reliability = models.CharField(
        _("reliability"),
        max_length=1,
        blank=True,
        choices=[(letter, letter) for letter in "ABCDEF"],
        help_text=_("NATO Admiralty code, A (reliable) to F (cannot be judged). Empty: not rated."),
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reliability__in=["", *"ABCDEF"]), name="source_reliability_is_an_admiralty_letter"
            ),
        ]

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("source", args=[self.slug])
