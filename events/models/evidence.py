"""What derived events rest on: the claims and entries that speak for or against them."""

from django.db import models
from django.db.models import F, Max, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from .claim import Claim
from .control import ControlEvent


class EvidenceQuerySet(models.QuerySet):
    def proofs(self):
        """Place, moment from which something supports its state, and until when the last of that was published."""
        at = Coalesce("counts_from", "event__event_start")
        report = Coalesce("claim__report__published_at", "claim__report__received_at")
        supports = self.filter(speaks_for=True, same_text_as=None).annotate(at=at)
        return supports.values_list("event__place__slug", "at").annotate(until=Max(Coalesce(report, "entry__known_at")))


class Evidence(models.Model):
    """That a claim or an entry speaks for or against a derived event."""

    event = models.ForeignKey(
        ControlEvent, models.CASCADE, related_name="evidence", db_index=False
    )  # constraints have it
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="evidence")
    entry = models.ForeignKey(ControlEvent, models.PROTECT, null=True, blank=True, related_name="evidence_of")
    speaks_for = models.BooleanField()
    counts_from = models.DateTimeField(_("counts from"), null=True, blank=True)
    same_text_as = models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name="copies", verbose_name=_("same text as"),
        help_text=_("The claim that counts in its stead, read from the same text elsewhere. Empty: it counts itself."),
    )  # fmt: skip

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = [
            models.CheckConstraint(
                condition=Q(claim=None, entry__isnull=False) | Q(claim__isnull=False, entry=None),
                name="evidence_is_a_claim_or_an_entry",
            ),
            models.CheckConstraint(
                condition=Q(same_text_as=None) | Q(claim__isnull=False) & ~Q(same_text_as=F("claim")),
                name="evidence_is_no_copy_of_itself",
            ),
            models.UniqueConstraint(fields=["event", "claim"], name="claim_speaks_once_to_an_event"),
            models.UniqueConstraint(fields=["event", "entry"], name="entry_speaks_once_to_an_event"),
        ]

    @property
    def key(self) -> str:
        """What the rule calls the statement by, such as claim:12."""
        return f"claim:{self.claim_id}" if self.claim_id else f"entry:{self.entry_id}"
