"""How good shapes are: how like another's outlines, and how well they fit together. Pure; all shapes in metres."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import mean, median

SLIVER_M2 = 10_000  # a part of a place smaller than a hundred metres squared


@dataclass(frozen=True, slots=True)
class Likeness:
    """Intersection over union of a place's shape and another's outline of it."""

    slug: str
    alone: float
    together: float  # with the places that the other counts as part of this one
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Faults:
    """What keeps shapes from being a coverage of an outline."""

    overlap_m2: float
    open_m2: float  # of the outline, that is of no place
    holes: int  # enclosed by places and of none
    slivers: tuple[str, ...]
    edges_m: float  # of borders that two places run differently


def compare(ours: Mapping, theirs: Mapping) -> list[Likeness]:
    """The likeness of each place that they outline, the least first; 0 for one that has no shape with us."""
    found = [_likeness(slug, outline, ours, theirs) for slug, outline in theirs.items()]
    return sorted(found, key=lambda row: (row.together, row.slug))


def _likeness(slug: str, outline, ours: Mapping, theirs: Mapping) -> Likeness:
    """A place that they do not outline is part of the one whose outline holds more than half of its shape."""
    import shapely

    if slug not in ours:
        return Likeness(slug, 0, 0, ())
    others = [(name, shape) for name, shape in ours.items() if name not in theirs and shape.intersects(outline)]
    parts = [name for name, shape in others if shape.intersection(outline).area > shape.area / 2]
    together = shapely.union_all([ours[slug], *(ours[name] for name in parts)])
    return Likeness(slug, _ratio(ours[slug], outline), _ratio(together, outline), tuple(sorted(parts)))


def _ratio(one, other) -> float:
    return one.intersection(other).area / one.union(other).area


def summary(found: list[Likeness]) -> dict[str, tuple[float, float]]:
    """Mean and median over all places: alone, together, and alone where the other divides as we do."""
    columns = {
        "alone": [row.alone for row in found],
        "together": [row.together for row in found],
        "undivided": [row.alone for row in found if not row.parts],
    }
    return {name: (mean(values), median(values)) for name, values in columns.items() if values}


def faults(shapes: Mapping, outline) -> Faults:
    """What is wrong with the shapes as a coverage of the outline."""
    import shapely

    whole = shapely.union_all(list(shapes.values()))
    return Faults(
        overlap_m2=max(0, sum(shape.area for shape in shapes.values()) - whole.area),
        open_m2=outline.difference(whole).area,
        holes=sum(len(part.interiors) for part in shapely.get_parts(whole)),
        slivers=tuple(s for s, shape in shapes.items() if min(shapely.area(shapely.get_parts(shape))) < SLIVER_M2),
        edges_m=sum(shapely.length(shapely.coverage_invalid_edges(list(shapes.values())))),
    )
