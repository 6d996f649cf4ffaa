"""Control of places, written: entries of editors, and what the rule derives from all the evidence.

Rows are added and replaced, never changed. `derive` writes only what differs, so that deriving twice leaves the
same rows. Whoever writes waits for the turn to record first, so two editors cannot lock each other out.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from events import regions, undoing
from events.derivation import umbrella_ids, write_events, write_periods
from events.derived import Ids
from events.evidence import testimonies_about
from events.extraction.collection import paused_collection
from events.judging import judge
from events.models import Claim, ControlEvent, Grouping, Revision, RevisionOnceNeeded
from gazetteer.models import Membership, Place

Act = Revision.Act
AT_ONCE = 64  # places that are held in memory together


class AlreadyTakenBack(Exception):
    """Somebody took it back before."""


def places_touched_by(rows: Iterable[Claim | ControlEvent | Grouping]) -> set[int]:
    """The places whose control these rows can move: their own, and the members of a region."""
    places = {row.place_id for row in rows if row.place_id}
    return places | set(Membership.objects.filter(region__in=places).values_list("member", flat=True))


@transaction.atomic
def enter(entries: Iterable[ControlEvent], *, by, reason: str) -> Revision:
    """Store an editor's or an import's entries, all or none, and derive the places they touch."""
    entries = list(entries)
    revision = Revision.objects.create(act=Act.ENTERED, recorded_by=by, reason=reason)
    for entry in entries:
        entry.origin, entry.added_in = ControlEvent.Origin.ENTERED, revision
    ControlEvent.objects.bulk_create(entries)
    derive(places_touched_by(entries), revision)
    return revision


@transaction.atomic
def withdraw(entry: ControlEvent, *, by, reason: str) -> Revision:
    """Take an entry back; it stays on record with the revision that removed it. Raises AlreadyTakenBack."""
    revision = Revision.objects.create(act=Act.WITHDREW, recorded_by=by, reason=reason)
    live = ControlEvent.objects.live().filter(pk=entry.pk, origin=ControlEvent.Origin.ENTERED)
    if not live.update(removed_in=revision):
        raise AlreadyTakenBack(f"Entry {entry.pk} has been taken back by somebody else.")
    derive(places_touched_by([entry]), revision)
    return revision


@transaction.atomic
def group(grouping: Grouping, *, by) -> Revision:
    """Store an editor's word on which statements speak of one change, or when it was, and derive the place."""
    revision = Revision.objects.create(act=Act.GROUPED, recorded_by=by, reason=grouping.reason)
    grouping.added_in = revision
    grouping.save(force_insert=True)
    derive([grouping.place_id], revision)
    return revision


@transaction.atomic
def ungroup(grouping: Grouping, *, by, reason: str) -> Revision:
    """Take such a word back; it stays on record with the revision that removed it. Raises AlreadyTakenBack."""
    revision = Revision.objects.create(act=Act.GROUPED, recorded_by=by, reason=reason)
    if not Grouping.objects.live().filter(pk=grouping.pk).update(removed_in=revision):
        raise AlreadyTakenBack(f"Grouping {grouping.pk} has been taken back by somebody else.")
    derive([grouping.place_id], revision)
    return revision


@transaction.atomic
def undo(revision: Revision, *, by, reason: str) -> Revision:
    """Remove the entries and reviews that `revision` added and add again those it removed, in a new revision.

    Raises CannotBeUndone, and changes nothing, when a later act built on it or there is nothing to undo.
    """
    Revision.objects.wait_for_turn()
    if obstacle := undoing.obstacle_to_undoing(revision):
        raise undoing.CannotBeUndone(obstacle)
    undone = Revision.objects.create(act=Act.UNDID, recorded_by=by, reason=reason, undoes=revision)
    derive(places_touched_by(undoing.turn_back(revision, into=undone)), undone)
    return undone


@transaction.atomic
def rebuild(places: Iterable[int] | None = None, *, by=None, reason: str = "Rebuilt control from the evidence") -> int:
    """Derive the places anew, or all of them; the number of rows that differed. Without any, nothing is recorded."""
    Revision.objects.wait_for_turn()
    revision = RevisionOnceNeeded(act=Act.REBUILT, recorded_by=by, reason=reason)
    if places is not None:
        return derive(places, revision)
    state = regions.state()  # before anything is read: a later change is not taken for derived
    changed = derive(Place.objects.values_list("pk", flat=True), revision)
    regions.follow(state)
    return changed


def derive(place_ids: Iterable[int], revision: Revision | RevisionOnceNeeded) -> int:
    """Let the rule decide these places anew and write what differs, in `revision`; the number of rows written."""
    locked = Place.every.filter(pk__in=set(place_ids)).order_by("pk").select_for_update()
    places = list(locked.values_list("pk", flat=True))
    holders = umbrella_ids()
    with paused_collection():
        return sum(
            _derive(places[start : start + AT_ONCE], holders, revision) for start in range(0, len(places), AT_ONCE)
        )


def _derive(places: list[int], holders: Ids, revision: Revision | RevisionOnceNeeded) -> int:
    said = testimonies_about(places)
    judged = {place: judge(said[place], window=settings.CONTROL_WINDOW) for place in places}
    events, changed = write_events(judged, holders, revision)
    return changed + write_periods(judged, events, holders, revision)
