"""Who fights: belligerents, in a tree under an umbrella side."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .naming import Named


class Side(models.TextChoices):
    GOVERNMENT = "government", _("government")
    OPPOSITION = "opposition", _("opposition")
    KURDISH = "kurdish", _("Kurdish forces")
    ISIL = "isil", _("ISIL")
    NONE = "none", _("no side")


class Actor(Named):
    """A belligerent, or somebody whom reports name beside them (side: none)."""

    kind = models.CharField(_("kind"), max_length=30)
    side = models.CharField(_("side"), max_length=12, choices=Side)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("under")
    )

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(condition=Q(side__in=Side.values), name="actor_side_is_known"),
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("id")), name="actor_is_not_its_own_parent"),
        ]
