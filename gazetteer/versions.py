"""Versions of shapes, written: a new shape takes the days it is valid for, and what had them is retired."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction
from django.utils import timezone

from .models import Boundary
from .models.boundary import simplify_together

FACTS = ("place_id", "method", "source", "licence", "precision_m")
SHAPES = ("shape", "shape_city", "shape_overview")


@transaction.atomic
def put_in_place(boundaries: Iterable[Boundary]) -> list[Boundary]:
    """Store new shapes; older ones give up the days that these are valid for, and keep the rest as a copy.

    A shape that is in place already is left as it is, and built shapes take only the days that no imported or drawn
    one has. Those that bring no shapes for the coarser zooms get them here, simplified together: what comes from one
    file and shares an edge still shares it on every zoom. What comes back are the new shapes that were stored.
    """
    wanted = list(boundaries)
    simplify_together([one for one in wanted if one.shape_city is None])
    live = defaultdict(list)
    for old in Boundary.objects.live().filter(place__in={one.place_id for one in wanted}).select_for_update():
        live[old.place_id].append(old)
    new = defaultdict(list)
    for one in wanted:
        if not any(_same(one, old) for old in live[one.place_id]):
            new[one.place_id] += _yielding(one, live[one.place_id])
    replaced = [old for place, ones in new.items() for old in live[place] if any(_overlap(old, one) for one in ones)]
    Boundary.objects.filter(pk__in=[old.pk for old in replaced]).update(retired_at=timezone.now())
    kept = [rest for old in replaced for rest in _rests(old, new[old.place_id])]
    Boundary.objects.bulk_create(kept)
    return Boundary.objects.bulk_create([one for ones in new.values() for one in ones])


def _same(one: Boundary, other: Boundary) -> bool:
    """Whether both say the same for the same days."""
    names = (*FACTS, "valid_from", "valid_until")
    if any(getattr(one, name) != getattr(other, name) for name in names):
        return False
    pairs = [(getattr(one, name), getattr(other, name)) for name in SHAPES]
    return all(before is not None and before.equals_exact(after) for before, after in pairs)


def _yielding(new: Boundary, live: list[Boundary]) -> list[Boundary]:
    """The new shape; a built one for the days alone that no imported or drawn one has."""
    better = [old for old in live if old.method != Boundary.Method.BUILT and _overlap(old, new)]
    return list(_rests(new, better)) if better and new.method == Boundary.Method.BUILT else [new]


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


def _copy(old: Boundary, first: date, last: date) -> Boundary:
    return Boundary(
        **{name: getattr(old, name) for name in (*FACTS, *SHAPES)},
        valid_from=None if first == date.min else first,
        valid_until=None if last == date.max else last,
    )
