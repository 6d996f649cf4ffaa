"""Versions of shapes, written: a new shape takes the days it is valid for, and what had them is retired."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction
from django.utils import timezone

from .models import Boundary
from .models.boundary import simplify_together


@transaction.atomic
def put_in_place(boundaries: Iterable[Boundary]) -> list[Boundary]:
    """Store new shapes; older ones give up the days that these are valid for, and keep the rest as a copy.

    Those that bring no shapes for the coarser zooms get them here, simplified together: what comes from one file
    and shares an edge still shares it on every zoom.
    """
    new = list(boundaries)
    simplify_together([boundary for boundary in new if boundary.shape_city is None])
    by_place = defaultdict(list)
    for boundary in new:
        by_place[boundary.place_id].append(boundary)
    live = Boundary.objects.live().filter(place__in=list(by_place)).select_for_update()
    replaced = [old for old in live if any(_overlap(old, one) for one in by_place[old.place_id])]
    Boundary.objects.filter(pk__in=[old.pk for old in replaced]).update(retired_at=timezone.now())
    kept = [rest for old in replaced for rest in _rests(old, by_place[old.place_id])]
    return Boundary.objects.bulk_create([*kept, *new])


def _overlap(one: Boundary, other: Boundary) -> bool:
    return _first(one) < _last(other) and _first(other) < _last(one)


def _first(boundary: Boundary) -> date:
    return boundary.valid_from or date.min


def _last(boundary: Boundary) -> date:
    return boundary.valid_until or date.max


def _rests(old: Boundary, new: list[Boundary]) -> Iterator[Boundary]:
    """The old shape for the days before, between and after the new ones."""
    cursor = _first(old)
    for one in sorted((one for one in new if _overlap(old, one)), key=_first):
        if cursor < _first(one):
            yield _copy(old, cursor, _first(one))
        cursor = max(cursor, _last(one))
    if cursor < _last(old):
        yield _copy(old, cursor, _last(old))


KEPT = ("place_id", "shape", "shape_city", "shape_overview", "method", "source", "licence", "precision_m")


def _copy(old: Boundary, first: date, last: date) -> Boundary:
    return Boundary(
        **{name: getattr(old, name) for name in KEPT},
        valid_from=None if first == date.min else first,
        valid_until=None if last == date.max else last,
    )
