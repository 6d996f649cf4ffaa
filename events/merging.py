"""Two places made one, with all that was said of them: the gazetteer's rows, claims, entries, and control."""

from django.db import transaction
from django.utils import timezone

from events import control, regions
from events.models import Claim, ControlEvent, Grouping, Review, Revision
from events.regrouping import carry_over
from gazetteer import merging
from gazetteer.models import Place

SAME_STATEMENT = ("report_id", "start", "end", "kind", "stance", "actor_id", "quantity", "unit")


@transaction.atomic
def merge(source: Place, into: Place, *, by) -> Revision:
    """Make the two one: what was said of either is said of `into`, whose control is derived again, in one revision."""
    reason = f"Merged {source.slug} into {into.slug}"
    revision = Revision.objects.create(act=Revision.Act.MERGED, recorded_by=by, reason=reason)
    with regions.still_followed():
        merging.merge(source, into)
        moved = _move_claims(source, into, by, revision) | _move_entries(source, into, revision)
        carry_over(Grouping.objects.live().filter(place=source), moved, into=revision, place=into)
        carry_over(Grouping.objects.live().filter(statements__overlap=list(moved)), moved, into=revision)  # at members
        members = into.memberships.values_list("member", flat=True)
        control.derive({source.pk, into.pk, *members}, revision)
    return revision


def _move_claims(source: Place, into: Place, by, revision: Revision) -> dict[str, str]:
    """Claims with their review; one that says of both places what one passage says once is set aside.

    The keys of the statements that are set aside, and of those that stand for them.
    """
    moved = {}
    known = {_statement(claim): claim for claim in into.claims.defer("report__text")}
    for claim in Claim.objects.filter(place=source):
        if twin := known.get(_statement(claim)):
            _set_aside(claim, twin, by, revision)
            moved[f"claim:{claim.pk}"] = f"claim:{twin.pk}"
        else:
            Claim.objects.filter(pk=claim.pk).update(place=into)
    for claim in Claim.objects.filter(candidates__contains=source.slug):
        claim.candidates = list(dict.fromkeys(into.slug if slug == source.slug else slug for slug in claim.candidates))
        claim.save(update_fields=["candidates"])
    return moved


def _statement(claim: Claim) -> tuple:
    return tuple(getattr(claim, field) for field in SAME_STATEMENT)


def _set_aside(claim: Claim, twin: Claim, by, revision: Revision) -> None:
    """Reject the double; if it alone was accepted, its twin takes the decision over."""
    if claim.status == Claim.Status.ACCEPTED != twin.status:
        decision = {field: getattr(claim, field) for field in ("status", "reviewed_at", "reviewed_by", "review_note")}
        Claim.objects.filter(pk=twin.pk).update(**decision)
    Claim.objects.filter(pk=claim.pk).update(
        status=Claim.Status.REJECTED, reviewed_by=by, reviewed_at=timezone.now(),
        review_note=f"The same statement as claim {twin.pk}, since two places were merged",
    )  # fmt: skip
    _record_reviews([claim, twin], revision)


def _record_reviews(claims: list[Claim], revision: Revision) -> None:
    """Replace the reviews in force of claims by what these now are."""
    Review.objects.live().filter(claim__in=claims).update(removed_in=revision)
    now = Claim.objects.exclude(status=Claim.Status.PENDING).filter(pk__in=[claim.pk for claim in claims])
    Review.objects.bulk_create(Review.of(claim, added_in=revision) for claim in now)


def _move_entries(source: Place, into: Place, revision: Revision) -> dict[str, str]:
    """Entries are taken back at the old place and made anew at the new one; old and new keys of the statements."""
    live = ControlEvent.objects.live().filter(origin=ControlEvent.Origin.ENTERED, place=source)
    entries = list(live)
    old = [f"entry:{entry.pk}" for entry in entries]
    live.update(removed_in=revision)
    for entry in entries:
        entry.add_again(revision)
        entry.place = into
    ControlEvent.objects.bulk_create(entries)
    return dict(zip(old, (f"entry:{entry.pk}" for entry in entries), strict=True))
