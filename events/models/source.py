"""Whoever says something."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .naming import Named


class Affiliation(models.TextChoices):
    GOVERNMENT = "government", _("speaks for or leans to the government")
    OPPOSITION = "opposition", _("speaks for or leans to the opposition")
    KURDISH = "kurdish", _("speaks for or leans to Kurdish forces")
    ISIL = "isil", _("speaks for ISIL")
    INDEPENDENT = "independent", _("independent")


class Source(Named):
    """An agency, broadcaster, monitor, ministry or group of activists, and the side it speaks for."""

    kind = models.CharField(_("kind"), max_length=30)
    affiliation = models.CharField(_("affiliation"), max_length=12, choices=Affiliation)
    lean = models.CharField(_("lean"), max_length=30, blank=True, help_text=_("In the words of the list it came from."))
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
            models.CheckConstraint(condition=Q(affiliation__in=Affiliation.values), name="source_affiliation_is_known"),
            models.CheckConstraint(
                condition=Q(reliability__in=["", *"ABCDEF"]), name="source_reliability_is_an_admiralty_letter"
            ),
        ]
