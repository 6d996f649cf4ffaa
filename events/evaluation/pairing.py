"""Which claim answers which annotation: one to one, the likest first."""

from collections.abc import Sequence
from typing import NamedTuple

from .atoms import Told, Wanted
from .attributes import same_count, same_date, same_polarity, same_source
from .known import Known


class Pairing(NamedTuple):
    pairs: list[tuple[Wanted, Told]]
    missed: list[Wanted]
    invented: list[Told]


def pair(wanted: Sequence[Wanted], told: Sequence[Told], known: Known) -> Pairing:
    """Pair the atoms of one sentence; those that are equally like each other pair in the order of the text."""
    free_wanted, free_told = dict(enumerate(wanted)), dict(enumerate(told))
    pairs = []
    for one, other in _likest_first(wanted, told, known):
        if one in free_wanted and other in free_told:
            pairs.append((free_wanted.pop(one), free_told.pop(other)))
    return Pairing(pairs, list(free_wanted.values()), list(free_told.values()))


def _likest_first(wanted: Sequence[Wanted], told: Sequence[Told], known: Known) -> list[tuple[int, int]]:
    indexes = [(i, j) for i, one in enumerate(wanted) for j, other in enumerate(told) if _place(one, other)]
    return sorted(indexes, key=lambda at: _likeness(wanted[at[0]], told[at[1]], known), reverse=True)


def _place(wanted: Wanted, told: Told) -> int:
    """The place must agree; a claim without one may stand for a place that the sentence does not name."""
    if wanted.place and wanted.place == told.place:
        return 2
    return int(wanted.is_inferred and told.place is None)


def _likeness(wanted: Wanted, told: Told, known: Known) -> tuple[int | bool, ...]:
    """What decides first stands first."""
    expected, claim = wanted.expected, told.claim
    return (
        _place(wanted, told),
        claim.family in expected.families,
        known.side_of(claim.actor) == expected.actor,
        same_polarity(expected, claim, known),
        same_count(expected, claim, known),
        same_date(expected, claim, known),
        bool(expected.sources) and same_source(expected, claim, known),
    )
