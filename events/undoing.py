"""What one revision did to entries and reviews, turned back in another one."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from events.models import Claim, ControlEvent, Grouping, Review, Revision, is_of_our_time
from events.models.our_time import all_of_our_time
from events.models.review import MOMENTS
from events.regrouping import bring_back, carry_over
from gazetteer.joining import isolated, joined
from gazetteer.models import Place


class CannotBeUndone(ValueError):
    """Something stands in the way; the message says what."""


def entries_added(revision: Revision):
    return revision.added_controlevents.filter(origin=ControlEvent.Origin.ENTERED)


def entries_removed(revision: Revision):
    return revision.removed_controlevents.filter(origin=ControlEvent.Origin.ENTERED)


def obstacle_to_undoing(revision: Revision) -> str:
    """Why the revision cannot be undone, as a sentence; empty when it can."""
    undone = Revision.objects.filter(undoes=revision).first()
    if undone:
        return _("It was undone already, in revision %(number)s.") % {"number": undone.pk}
    if revision.act == Revision.Act.MERGED:
        return _("A merge moved names and shapes too; correct it in the gazetteer.")
    if not _has_anything(revision):
        return _("It recorded no entry, no review and no grouping, so there is nothing to undo.")
    return _built_on(revision) or _merged_away(revision) or _said_by_another(revision) or _no_longer_taken(revision)


def _has_anything(revision: Revision) -> bool:
    rows = (
        entries_added(revision), entries_removed(revision), revision.added_reviews.all(),
        revision.removed_reviews.all(), revision.added_groupings.all(), revision.removed_groupings.all(),
    )  # fmt: skip
    return any(found.exists() for found in rows)


def _built_on(revision: Revision) -> str:
    """That a later act replaced what this one added, or decided again what it reopened."""
    added = (entries_added(revision), revision.added_reviews.all(), revision.added_groupings.all())
    replaced = [row for rows in added for row in rows.exclude(removed_in=None)]
    reopened = revision.removed_reviews.exclude(claim__reviews__added_in=revision).values("claim")
    later = [row.removed_in_id for row in replaced]
    later += Review.objects.filter(claim__in=reopened, added_in__gt=revision.pk).values_list("added_in", flat=True)
    if not later:
        return ""
    return _("Revision %(number)s built on it; undo that one first.") % {"number": max(later)}


def _merged_away(revision: Revision) -> str:
    """That an entry or a claim would have to come back at a place that has been merged into another since."""
    wanted = [row.place_id for row in entries_removed(revision)]
    wanted += [row.place_id for row in revision.removed_groupings.all()]
    wanted += [row.statement["place_id"] for row in revision.removed_reviews.all()]
    here = set(Place.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    gone = Place.every.filter(pk__in={pk for pk in wanted if pk} - here).first()
    return _("The place “%(place)s” has been merged into another since.") % {"place": gone.slug} if gone else ""


def _said_by_another(revision: Revision) -> str:
    """That a claim would have to say again what another one on its passage has been made to say since."""
    for row in revision.removed_reviews.select_related("claim"):
        twin = Claim.objects.saying(row.statement, beside=row.claim).first()
        if twin:
            told = _("Claim %(other)s now says what claim %(number)s said; correct that one first.")
            return told % {"other": twin.pk, "number": row.claim_id}
    return ""


def _no_longer_taken(revision: Revision) -> str:
    """That something would have to come back which, entered today, would be refused."""
    entries = entries_removed(revision).no_longer_taken()
    groupings = revision.removed_groupings.exclude(all_of_our_time("start", "end"))
    said = [row.fields_of_claim() for row in revision.removed_reviews.all()]
    is_taken = all(is_of_our_time(fields[name]) for fields in said for name in MOMENTS)
    if is_taken and not entries.exists() and not groupings.exists():
        return ""
    return _("What would be in force again has an impossible year or names too few parties; enter it anew.")


def effects_of_undoing(revision: Revision) -> list[tuple[str, list[str]]]:
    """What would be taken back and what would come back, as headings with a line for each row."""
    claims = {
        _("Decisions on claims that would be taken back"): revision.added_reviews.all(),
        _("Decisions on claims that would be in force again"): revision.removed_reviews.all(),
    }
    found = [
        (_("Entries that would be taken back"), _told(entries_added(revision))),
        (_("Entries that would be in force again"), _told(entries_removed(revision))),
        (_("Groupings that would be taken back"), [str(row) for row in revision.added_groupings.all()]),
        (_("Groupings that would be in force again"), [str(row) for row in revision.removed_groupings.all()]),
        *((title, _said(reviews)) for title, reviews in claims.items()),
    ]
    return [(title, rows) for title, rows in found if rows]


def _said(reviews: QuerySet) -> list[str]:
    claims = [row.claim for row in reviews.select_related("claim")]
    return [f"{claim.get_kind_display()}: {isolated(claim.in_short)}" for claim in claims]


def _told(entries: QuerySet) -> list[str]:
    rows = entries.select_related("place").prefetch_related("place__names")
    return [
        joined(isolated(str(row.place)), row.get_kind_display(), date_format(localtime(row.event_start)))
        for row in rows
    ]


def turn_back(revision: Revision, *, into: Revision) -> list[Claim | ControlEvent | Grouping]:
    """Remove what `revision` added and add again what it removed; the rows whose places this touches."""
    added, removed = list(entries_added(revision)), list(entries_removed(revision))
    keys = [f"entry:{entry.pk}" for entry in removed]
    entries_added(revision).update(removed_in=into)
    for entry in removed:
        entry.add_again(into)
    ControlEvent.objects.bulk_create(removed)
    called = dict(zip(keys, (f"entry:{entry.pk}" for entry in removed), strict=True))
    return added + removed + _turn_back_groupings(revision, called, into) + _turn_back_reviews(revision, into)


def _turn_back_groupings(revision: Revision, called: Mapping[str, str], into: Revision) -> list[Grouping]:
    """Those that it added and removed, and any in force that name an entry which has come back by a new key."""
    added, removed = list(revision.added_groupings.all()), list(revision.removed_groupings.all())
    revision.added_groupings.update(removed_in=into)
    kept = carry_over(Grouping.objects.live().filter(statements__overlap=list(called)), called, into=into)
    return added + bring_back(removed, called, into=into) + kept


def _turn_back_reviews(revision: Revision, into: Revision) -> list[Claim]:
    """The claims as they read before, and as they read now."""
    again = list(revision.removed_reviews.all())
    ids = {row.claim_id for row in (*again, *revision.added_reviews.all())}
    before = list(Claim.objects.filter(pk__in=ids).order_by("pk").select_for_update().defer("quote"))
    revision.added_reviews.update(removed_in=into)
    pending = {"status": Claim.Status.PENDING, "reviewed_at": None, "reviewed_by": None, "review_note": ""}
    Claim.objects.filter(pk__in=ids).update(**pending)
    for row in again:
        Claim.objects.filter(pk=row.claim_id).update(**row.fields_of_claim())
        row.pk, row.added_in, row.removed_in = None, into, None
    Review.objects.bulk_create(again)
    return before + list(Claim.objects.filter(pk__in=ids))
