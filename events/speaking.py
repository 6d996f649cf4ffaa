"""Sources and actors, corrected: whom they speak for and whose side they are on, with what follows for the map."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Q

from events import control
from events.models import Actor, Affiliation, Claim, ControlEvent, Revision, Source

Sides = dict[tuple[str, int], set]


@transaction.atomic
def reconsider(sources: Collection[int] = (), actors: Collection[int] = (), *, by=None, reason: str) -> Revision | None:
    """Derive anew what statements of these sources and about these actors can move, in one revision.

    Whoever changed the sides has waited for the turn to record before; else another's act could be missed here.
    """
    Revision.objects.wait_for_turn()
    about = Q(actor__in=actors) | Q(counterparty__in=actors) | Q(source__in=sources)
    claims = Claim.objects.that_can_move_the_map().filter(about | Q(source=None, report__publisher__in=sources))
    entries = ControlEvent.objects.live().filter(about, origin=ControlEvent.Origin.ENTERED)
    places = control.places_touched_by([*claims.only("place"), *entries.only("place")])
    if not places:
        return None
    revision = Revision.objects.create(recorded_by=by, reason=reason)
    control.derive(places, revision)
    return revision


def sides() -> Sides:
    """The side of each actor, and the sides of each source with their days, to see later which have changed."""
    found: Sides = {("actor", pk): {side} for pk, side in Actor.objects.values_list("pk", "side")}
    found |= {("source", pk): set() for pk in Source.objects.values_list("pk", flat=True)}
    for source, *spoken in Affiliation.objects.values_list("source", "side", "valid_from", "valid_until"):
        found["source", source].add(tuple(spoken))
    return found


def follow(before: Sides, *, reason: str) -> Revision | None:
    """Derive anew what the sides that are no longer those of `before` can move."""
    now = sides()
    changed = [key for key in before if before[key] != now.get(key)]
    sources, actors = ([pk for kind, pk in changed if kind == wanted] for wanted in ("source", "actor"))
    return reconsider(sources, actors, reason=reason) if changed else None
