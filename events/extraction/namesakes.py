"""Which of several places of one name is meant: the one near the other places that the report names."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import cos, hypot, radians

from .mentions import Named
from .names import PlaceFact

FAR = 25.0  # kilometres: a namesake within this distance of what is meant may be meant as well
TIMES = 3.0  # and one that is not this many times as far


def told_apart(places: Sequence[Named], facts: Mapping[str, PlaceFact], anchors: Sequence[PlaceFact]) -> list[Named]:
    """The places without the namesakes that are far from every anchor; all of them where there is no anchor."""
    here = [facts[one.slugs[0]] for one in places if len(one.slugs) == 1 and one.slugs[0] in facts]
    known = [fact for fact in (*here, *anchors) if fact.longitude is not None]
    return [_narrowed(one, facts, known) if len(one.slugs) > 1 and known else one for one in places]


def _narrowed(place: Named, facts: Mapping[str, PlaceFact], anchors: Sequence[PlaceFact]) -> Named:
    away = {slug: _nearest(facts.get(slug), anchors) for slug in place.slugs}
    least = min(away.values())
    kept = tuple(slug for slug in place.slugs if away[slug] <= max(FAR, TIMES * least))
    return replace(place, slugs=kept, kind=facts[kept[0]].kind if kept[0] in facts else place.kind)


def _nearest(fact: PlaceFact | None, anchors: Sequence[PlaceFact]) -> float:
    """Kilometres to the nearest anchor; none for a place whose position is unknown, which is then kept."""
    if fact is None or fact.longitude is None:
        return 0.0
    return min(_kilometres(fact, anchor) for anchor in anchors)


def _kilometres(one: PlaceFact, other: PlaceFact) -> float:
    """As on a plane, which is near enough for a country."""
    east = (one.longitude - other.longitude) * cos(radians(one.latitude)) * 111.3
    return hypot(east, (one.latitude - other.latitude) * 111.3)
