"""Places as they were at an earlier moment: names, kind and point."""

from collections.abc import Iterable
from datetime import datetime

from .models import Past, Place


def as_they_were(places: Iterable[Place], moment: datetime | None) -> list[Place]:
    """The places, set back to that moment in one query; as they are without one."""
    found = list(places)
    if moment is None or not found:
        return found
    past = {row.place_id: row for row in Past.objects.at(moment).filter(place__in=[place.pk for place in found])}
    for place in found:
        if then := past.get(place.pk):
            place.called_then, place.kind, place.position = then.called, then.kind, then.position
    return found
