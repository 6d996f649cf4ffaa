"""Recorded acts: every row that feeds the map belongs to one, and to the one that replaced it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """One act of an editor, an import or the worker: who, when, why. Its number orders the acts."""

    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("recorded by"),
        help_text=_("Empty: an import or the worker."),
    )  # fmt: skip
    reason = models.CharField(_("reason"), max_length=300)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="revision_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.pk}: {self.reason}"


class RecordedQuerySet(models.QuerySet):
    """Rows that are added and replaced, never changed."""

    def live(self):
        return self.filter(removed_in=None)

    def at_revision(self, number: int | None):
        """The rows that answered at revision `number`; without one, those of today."""
        if number is None:
            return self.live()
        return self.filter(added_in__lte=number).filter(Q(removed_in=None) | Q(removed_in__gt=number))


class Recorded(models.Model):
    """A row that says which revision added it and, once replaced, which one removed it."""

    added_in = models.ForeignKey(
        Revision, models.PROTECT, related_name="added_%(class)ss", verbose_name=_("added in"), editable=False
    )
    removed_in = models.ForeignKey(
        Revision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="removed_%(class)ss",
        verbose_name=_("removed in"),
        editable=False,
    )

    class Meta:
        abstract = True
