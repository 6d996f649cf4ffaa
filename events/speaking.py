"""Sources, written: whom they speak for, with what follows from it for the map."""

from django.db import transaction
from django.db.models import Q

from events import control
from events.models import Claim, ControlEvent, Revision, Source


@transaction.atomic
def reconsider(source: Source, *, by) -> Revision | None:
    """Derive anew what the source's statements can move, since it speaks for another side than was thought."""
    claims = Claim.objects.that_can_move_the_map().filter(Q(source=source) | Q(source=None, report__publisher=source))
    entries = ControlEvent.objects.live().filter(origin=ControlEvent.Origin.ENTERED, source=source)
    places = control.places_touched_by([*claims.only("place"), *entries.only("place")])
    if not places:
        return None
    revision = Revision.objects.create(recorded_by=by, reason=f"Corrected whom {source.slug} speaks for")
    control.derive(places, revision)
    return revision
