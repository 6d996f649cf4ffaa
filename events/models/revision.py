"""Recorded acts: every row that feeds the map belongs to one, and to the one that replaced it."""

from functools import cached_property

from django.conf import settings
from django.db import connection, models
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _


class RevisionManager(models.Manager):
    def last_number(self) -> int:
        """The number of the last recorded act; 0 before the first."""
        return self.aggregate(last=Max("id"))["last"] or 0

    def wait_for_turn(self) -> None:
        """Let no other act be recorded until this transaction ends; recording one waits by itself."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT wait_for_turn_to_record()")


class Revision(models.Model):
    """One act of an editor, an import or the worker: who, when, why. Its number orders the acts.

    Acts are recorded one at a time, so that numbers become visible in their order and nothing is ever added to a
    revision that somebody has read.
    """

    class Act(models.TextChoices):
        ENTERED = "entered", _("entered events")
        WITHDREW = "withdrew", _("took back an entry")
        ACCEPTED = "accepted", _("accepted claims")
        REJECTED = "rejected", _("rejected a claim")
        REOPENED = "reopened", _("reopened a claim")
        GROUPED = "grouped", _("regrouped statements")
        MERGED = "merged", _("merged two places")
        REBUILT = "rebuilt", _("derived control anew")
        UNDID = "undid", _("undid another act")
        OTHER = "other", _("another act")

    act = models.CharField(_("act"), max_length=8, choices=Act, default=Act.OTHER)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("recorded by"),
        help_text=_("Empty: an import or the worker."),
    )  # fmt: skip
    reason = models.CharField(_("reason"), max_length=300)
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="undone_in", verbose_name=_("undoes")
    )

    objects = RevisionManager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="revision_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.pk}: {self.reason}"

    def recorded(self) -> "Revision":
        """Itself: it is on record."""
        return self


class RevisionOnceNeeded:
    """A revision that is recorded when the first row belongs to it, and never when none does."""

    def __init__(self, **facts):
        self._facts = facts

    @cached_property
    def _revision(self) -> Revision:
        return Revision.objects.create(**self._facts)

    def recorded(self) -> Revision:
        """The revision, from now on on record."""
        return self._revision


class RecordedQuerySet(models.QuerySet):
    """Rows that are added and replaced, never changed; the database refuses anything else."""

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


class Ordered(Recorded):
    """A row that counts over those made before it, and keeps its turn among them when it is added again."""

    first = models.PositiveBigIntegerField(
        _("first number"), null=True, blank=True, editable=False,
        help_text=_("Of the row that it stands for again. Empty: its own."),
    )  # fmt: skip

    class Meta:
        abstract = True

    def add_again(self, revision: Revision) -> None:
        """Make it a new row, once saved, of this revision; the one of before stays on record."""
        self.first = self.first or self.pk
        self.pk, self.added_in, self.removed_in = None, revision, None
