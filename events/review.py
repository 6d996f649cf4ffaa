"""The review of claims: does the source say this? One atomic act each, in a revision of its own."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events import control
from events.models import Claim, Review, Revision

Act = Revision.Act


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
    revision = _record(Act.ACCEPTED, "Accepted", claims, by, note)
    for claim in claims:
        _decide(claim, Claim.Status.ACCEPTED, by, note)
        if claim.candidates and claim.place_id is None:
            told = _("“%(quote)s” may mean %(places)s: choose a place first.")
            raise PlaceUndecided(told % {"quote": claim.quote[:60], "places": ", ".join(claim.candidates)})
    Review.objects.bulk_create(Review.of(claim, added_in=revision) for claim in claims)
    control.derive(control.places_touched_by(claims), revision)
    return revision


@transaction.atomic
def reject(claim: Claim, *, by, note: str = "") -> Revision:
    """Reject the claim: the source does not say this."""
    revision = _record(Act.REJECTED, "Rejected", [claim], by, note)
    _decide(claim, Claim.Status.REJECTED, by, note)
    Review.of(claim, added_in=revision).save()
    return revision


@transaction.atomic
def reopen(claim: Claim, *, by, note: str = "") -> Revision:
    """Put a decided claim back into the queue, and take what it moved back with it."""
    revision = _record(Act.REOPENED, "Reopened", [claim], by, note)
    changed = Claim.objects.exclude(status=Claim.Status.PENDING).filter(pk=claim.pk)
    if not changed.update(status=Claim.Status.PENDING, reviewed_at=None, reviewed_by=None, review_note=""):
        raise AlreadyReviewed(_("Claim %(number)s is pending already.") % {"number": claim.pk})
    claim.reviews.live().update(removed_in=revision)
    claim.refresh_from_db()
    control.derive(control.places_touched_by([claim]), revision)
    return revision


def _record(act: str, verb: str, claims: list[Claim], by, note: str) -> Revision:
    """The revision, recorded before anything is locked, so that two editors wait for each other in one order."""
    return Revision.objects.create(act=act, recorded_by=by, reason=note[:300] or _reason(verb, claims))


def _decide(claim: Claim, status: str, by, note: str) -> None:
    decision = {"status": status, "reviewed_by": by, "reviewed_at": timezone.now(), "review_note": note}
    if not Claim.objects.pending().filter(pk=claim.pk).update(**decision):
        raise decided_before(claim)
    claim.refresh_from_db()  # decided is what is stored, which another editor may have set right meanwhile


def decided_before(claim: Claim) -> AlreadyReviewed:
    """The error that says so to an editor."""
    told = _("Claim %(number)s has been decided by somebody else. Reload the page to see by whom.")
    return AlreadyReviewed(told % {"number": claim.pk})


def _reason(verb: str, claims: list[Claim]) -> str:
    if len(claims) == 1:
        return f"{verb} claim {claims[0].pk} ({claims[0].kind})"
    return f"{verb} {len(claims)} claims"
