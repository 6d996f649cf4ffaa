"""Control of places, written: entries of editors, and what the rule derives from all the evidence.

Rows are added and replaced, never changed. `derive` writes only what differs, so that deriving twice leaves the
same rows. Places are locked in the order of their ids, so two editors cannot lock each other out.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from events.assessment import assess
from events.derivation import write_events, write_periods
from events.evidence import testimonies_about
from events.models import Claim, ControlEvent, Revision
from events.timeline import fold
from gazetteer.models import Membership, Place


def places_touched_by(rows: Iterable[Claim | ControlEvent]) -> set[int]:
    """The places whose control these claims or entries can move: their own, and the members of a region."""
    places = {row.place_id for row in rows if row.place_id}
    return places | set(Membership.objects.filter(region__in=places).values_list("member", flat=True))


@transaction.atomic
def enter(entries: Iterable[ControlEvent], *, by, reason: str) -> Revision:
    """Store an editor's or an import's entries, all or none, and derive the places they touch."""
    entries = list(entries)
    revision = Revision.objects.create(recorded_by=by, reason=reason)
    for entry in entries:
        entry.origin, entry.added_in = ControlEvent.Origin.ENTERED, revision
    ControlEvent.objects.bulk_create(entries)
    derive(places_touched_by(entries), revision)
    return revision


@transaction.atomic
def withdraw(entry: ControlEvent, *, by, reason: str) -> Revision:
    """Take an entry back; it stays on record with the revision that removed it."""
    revision = Revision.objects.create(recorded_by=by, reason=reason)
    live = ControlEvent.objects.live().filter(pk=entry.pk, origin=ControlEvent.Origin.ENTERED)
    live.update(removed_in=revision)
    derive(places_touched_by([entry]), revision)
    return revision


@transaction.atomic
def rebuild(places: Iterable[int] | None = None) -> int:
    """Derive the places anew, or all of them; the number of rows that differed."""
    ids = Place.objects.values_list("pk", flat=True) if places is None else places
    revision = Revision.objects.create(reason="Rebuilt control from the evidence")
    changed = derive(ids, revision)
    if not changed:
        revision.delete()
    return changed


def derive(place_ids: Iterable[int], revision: Revision) -> int:
    """Let the rule decide these places anew and write what differs, in `revision`; the number of rows written."""
    locked = Place.every.filter(pk__in=set(place_ids)).order_by("pk").select_for_update()
    places = list(locked.values_list("pk", flat=True))
    said = testimonies_about(places)
    findings = {place: assess(said[place], window=settings.CONTROL_WINDOW) for place in places}
    events, changed = write_events(findings, said, revision)
    return changed + write_periods({place: fold(findings[place]) for place in places}, events, revision)
