"""What editors decided about claims, act by act; a claim shows the last of it."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .claim import Claim
from .revision import Recorded, RecordedQuerySet

STATEMENT = (
    "place_id", "kind", "stance", "mode", "is_partial", "actor_id", "counterparty_id", "source_id", "source_text",
    "quantity", "unit", "event_start", "event_end", "time_precision",
)  # fmt: skip


class Review(Recorded):
    """That an editor accepted or rejected a claim as it then read."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="reviews", verbose_name=_("claim"))
    status = models.CharField(_("status"), max_length=10, choices=Claim.Status)
    reviewed_at = models.DateTimeField(_("reviewed at"))
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("reviewed by"))
    note = models.TextField(_("review note"), blank=True)
    statement = models.JSONField(_("statement"), encoder=DjangoJSONEncoder, help_text=_("The claim as it was decided."))

    objects = RecordedQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim"], condition=Q(removed_in=None), name="claim_has_one_review_in_force"
            ),
            models.CheckConstraint(condition=~Q(status="pending"), name="review_accepts_or_rejects"),
            models.CheckConstraint(
                condition=Q(removed_in=None) | Q(removed_in__gte=F("added_in")),
                name="review_is_not_removed_before_it_was_added",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.get_status_display()}"

    @classmethod
    def of(cls, claim: Claim, **recorded) -> "Review":
        """The decision that stands on the claim, with what it says; not stored yet."""
        return cls(
            claim=claim, status=claim.status, reviewed_at=claim.reviewed_at, reviewed_by_id=claim.reviewed_by_id,
            note=claim.review_note, statement={name: getattr(claim, name) for name in STATEMENT}, **recorded,
        )  # fmt: skip

    def fields_of_claim(self) -> dict:
        """What the claim reads as when this review is in force."""
        decision = {"status": self.status, "reviewed_at": self.reviewed_at, "reviewed_by_id": self.reviewed_by_id}
        moments = {name: Claim._meta.get_field(name).to_python(self.statement[name]) for name in MOMENTS}
        return {**self.statement, **moments, **decision, "review_note": self.note}


MOMENTS = ("event_start", "event_end")
