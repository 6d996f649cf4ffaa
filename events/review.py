"""The review of claims: does the source say this? One atomic act each."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from events import control
from events.models import Claim, Revision


class AlreadyReviewed(Exception):
    """Somebody decided the claim before."""


class PlaceUndecided(Exception):
    """The name in the text means more than one place; the editor has to choose one first."""


@transaction.atomic
def accept(claim: Claim, *, by, note: str = "") -> Revision:
    """Accept the claim, and let it move the timeline of its place if it says who holds it."""
    return accept_all([claim], by=by, note=note)


@transaction.atomic
def accept_all(claims: Iterable[Claim], *, by, note: str = "") -> Revision:
    """Accept the claims, all or none, in one revision."""
    claims = list(claims)
    for claim in claims:
        if claim.candidates and claim.place_id is None:
            raise PlaceUndecided(f"“{claim.quote[:60]}” may mean {', '.join(claim.candidates)}: choose a place first.")
        _decide(claim, Claim.Status.ACCEPTED, by, note)
    revision = Revision.objects.create(recorded_by=by, reason=note or _reason("Accepted", claims))
    control.derive(control.places_touched_by(claims), revision)
    return revision


@transaction.atomic
def reject(claim: Claim, *, by, note: str = "") -> None:
    """Reject the claim: the source does not say this."""
    _decide(claim, Claim.Status.REJECTED, by, note)


@transaction.atomic
def reopen(claim: Claim, *, by, note: str = "") -> None:
    """Put a decided claim back into the queue, and take what it moved back with it."""
    changed = Claim.objects.exclude(status=Claim.Status.PENDING).filter(pk=claim.pk)
    if not changed.update(status=Claim.Status.PENDING, reviewed_at=None, reviewed_by=None, review_note=""):
        raise AlreadyReviewed(f"Claim {claim.pk} is pending already.")
    claim.refresh_from_db()
    revision = Revision.objects.create(recorded_by=by, reason=note or _reason("Reopened", [claim]))
    control.derive(control.places_touched_by([claim]), revision)


def _decide(claim: Claim, status: str, by, note: str) -> None:
    decision = {"status": status, "reviewed_by": by, "reviewed_at": timezone.now(), "review_note": note}
    if not Claim.objects.pending().filter(pk=claim.pk).update(**decision):
        raise AlreadyReviewed(f"Claim {claim.pk} has been decided by somebody else. Reload the page to see by whom.")
    for field, value in decision.items():
        setattr(claim, field, value)


def _reason(verb: str, claims: list[Claim]) -> str:
    if len(claims) == 1:
        return f"{verb} claim {claims[0].pk} ({claims[0].kind})"
    return f"{verb} {len(claims)} claims"
