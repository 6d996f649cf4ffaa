"""Outlines made fit for use: rings repaired, parts joined, small overlaps cut away and large ones refused."""

from collections.abc import Callable

from .feature import BadFile, Feature, in_metres

ROUNDING_M2 = 0.01  # shared by neighbours whose corners were rounded; not worth a word

Parts = dict[str, list[Feature]]  # slug → the features that outline the place


def mend(features: list[Feature]) -> list[str]:
    """Repair the rings that cross or touch themselves; says which, and what it did to the area."""
    import shapely

    broken = [one for one in features if not shapely.is_valid(one.shape)]
    notes = []
    for feature in broken:
        why = shapely.is_valid_reason(feature.shape).replace("[", " at ").rstrip("]")
        was, feature.shape = feature.shape, _areas(shapely.make_valid(feature.shape, method="structure"))
        if feature.shape.is_empty:
            raise BadFile(f"{feature} has no area ({why}). Take it out, or draw it anew.")
        before, after = (shape.area for shape in in_metres([was, feature.shape]))
        notes.append(f"{feature}: {why}; repaired, its area went from {before:,.0f} to {after:,.0f} m².")
    return notes


def fit(parts: Parts, may_share: Callable[[str, str], bool], tolerance_m2: float) -> tuple[dict, list[str]]:
    """The shape of each place, and the small overlaps that were cut away; raises BadFile on a larger one."""
    import shapely

    shared = [row for row in _overlaps(parts) if not may_share(*row[3:])]
    _refuse_large(shared, tolerance_m2)
    shapes = {slug: _areas(shapely.union_all([one.shape for one in found])) for slug, found in parts.items()}
    notes = []
    for area, one, other, *slugs in shared:
        smaller, larger = sorted(slugs, key=lambda slug: shapes[slug].area)
        shapes[larger] = _areas(shapely.difference(shapes[larger], shapes[smaller]))
        if area >= ROUNDING_M2:
            notes.append(f"{one} and {other} shared {area:,.1f} m²; taken from {larger}, left to {smaller}.")
    return shapes, notes


def _overlaps(parts: Parts) -> list[tuple]:
    """Each two features of different places that share ground: m², the features, their places; the largest first."""
    import shapely

    owned = [(slug, one) for slug, found in parts.items() for one in found]
    shapes = shapely.make_valid(in_metres([one.shape for _, one in owned]))
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pairs = [(i, j) for i, j in zip(first, second, strict=True) if i < j and owned[i][0] != owned[j][0]]
    areas = [shapes[i].intersection(shapes[j]).area for i, j in pairs]
    found = [
        (area, owned[i][1], owned[j][1], owned[i][0], owned[j][0])
        for area, (i, j) in zip(areas, pairs, strict=True)
        if area > 0
    ]
    return sorted(found, key=lambda row: -row[0])


def _refuse_large(shared: list[tuple], tolerance_m2: float) -> None:
    large = [row for row in shared if row[0] > tolerance_m2]
    if large:
        area, one, other, first, second = large[0]
        others = f" So do {len(large) - 1} more pairs." if len(large) > 1 else ""
        raise BadFile(
            f"{one} and {other}, matched to {first} and {second}, share {area:,.0f} m²; up to {tolerance_m2:,.0f} m² "
            f"are cut away (--overlap-tolerance). Correct the outlines or the names.{others}"
        )


def _areas(shape):
    """What is area of the shape, as a MultiPolygon."""
    import shapely

    valid = shape if shape.is_valid else shapely.make_valid(shape, method="structure", keep_collapsed=False)
    return shapely.MultiPolygon(
        [part for part in shapely.get_parts(shapely.get_parts(valid)) if part.geom_type == "Polygon"]
    )
