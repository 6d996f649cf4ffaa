"""Matches held against the map: what lies far from a place does not mean it; what is near in name must lie near it."""

from gazetteer.folding import fold_name

from . import known
from .feature import BadFile, Feature, in_metres
from .matching import How, Match

FAR_M = 25_000  # from the position of a place: another place of the same name
DOUBTFUL_M = 1_500  # as far as outlines and positions that mean the same place lie apart
SURE, AHEAD = 0.6, 0.15  # likeness of a name that counts as a match, and its lead over the next place's

Positions = dict[str, tuple[float, float]]


class Distances:
    """How far features lie from places, in metres."""

    def __init__(self, features: list[Feature], positions: Positions):
        import shapely

        shapes = in_metres([one.shape for one in features])
        self.shapes = {one.number: shape for one, shape in zip(features, shapes, strict=True)}
        points = in_metres([shapely.Point(*position) for position in positions.values()])
        self.points = dict(zip(positions, points, strict=True))

    def between(self, feature: Feature, slug: str) -> float:
        return self.shapes[feature.number].distance(self.points[slug])


def refuse_elsewhere(features: list[Feature], distances: Distances, crs: str) -> None:
    """BadFile when the whole file lies far from all that the gazetteer knows."""
    import shapely

    area = shapely.box(*shapely.total_bounds(list(distances.points.values()))).buffer(FAR_M)
    if any(shape.intersects(area) for shape in distances.shapes.values()):
        return
    away = min(shape.distance(area) for shape in distances.shapes.values()) + FAR_M
    west, south, east, north = shapely.total_bounds([one.shape for one in features])
    lon, lat = (west + east) / 2, (south + north) / 2
    how_far = f"{away / 1000:,.0f} km from" if away < float("inf") else "nowhere near"
    raise BadFile(
        f"The features lie around lon {lon:.4g}, lat {lat:.4g}, {how_far} the gazetteer's places. Is the coordinate "
        f"system (CRS) right (the file says {crs}), or are lon and lat swapped?"
    )


def drop_far(match: Match, distances: Distances) -> set[str]:
    """Take the places that lie far from the feature out of the match; which they were."""
    far = {slug for slug in match.places if not distances.between(match.feature, slug) <= FAR_M}
    match.places -= far
    return far


def look_near(unmatched: list[Match], distances: Distances) -> dict[int, dict[str, float]]:
    """Match what is like one name only and lies by its place; for the rest, the likely places by feature number."""
    likeness = known.near({fold_name(text) for one in unmatched for text in one.feature.values.values()} - {""})
    perhaps = {}
    for match in unmatched:
        ranked = _ranked(match.feature, likeness, distances)
        (best, score), (_, second) = [*ranked.items(), ("", 0), ("", 0)][:2]
        if score >= SURE and score - second >= AHEAD:
            match.places, match.how = {best}, How.NEAR
        elif ranked:
            perhaps[match.feature.number] = ranked
    return perhaps


def _ranked(feature: Feature, likeness: dict, distances: Distances) -> dict[str, float]:
    """The places by the feature whose names are like what it says, the likest first."""
    best = {}
    for text in feature.values.values():
        for slug, score in likeness.get(fold_name(text), {}).items():
            if distances.between(feature, slug) <= DOUBTFUL_M:
                best[slug] = max(score, best.get(slug, 0))
    return dict(sorted(best.items(), key=lambda item: -item[1]))
