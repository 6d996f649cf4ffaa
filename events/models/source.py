"""Whoever says something."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .naming import Named


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
