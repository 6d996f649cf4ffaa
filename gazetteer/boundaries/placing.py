"""Matches held against the map: what lies far from a place does not mean it; what is near in name must lie near it."""

from collections import defaultdict

from gazetteer.folding import fold_name

from .feature import BadFile, Feature, in_metres
from .matching import How, Match, Names

FAR_M = 25_000  # from the position of a place: another place of the same name
DOUBTFUL_M = 1_500  # as far as outlines and positions that mean the same place lie apart
SURE, AHEAD = 0.6, 0.15  # likeness of a name that counts as a match, and its lead over the next place's
LIKELY = 0.45  # likeness from which a place is proposed

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

    def around(self, features: list[Feature]) -> dict[int, list[str]]:
        """The places that lie by each feature, by its number."""
        import shapely

        slugs, found = list(self.points), {one.number: [] for one in features}
        if not features:
            return found
        tree = shapely.STRtree(list(self.points.values()))
        shapes = [self.shapes[one.number] for one in features]
        for position, point in zip(*tree.query(shapes, predicate="dwithin", distance=DOUBTFUL_M), strict=True):
            found[features[position].number].append(slugs[point])
        return found


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
    """Take namesakes that lie far away out of the match; which they were.

    That leaves a name ambiguous unless the one place lies by the feature and all others lie far: no luck decides.
    """
    away = {slug: distances.between(match.feature, slug) for slug in match.places}
    far = {slug for slug, metres in away.items() if not metres <= FAR_M}
    if any(metres > DOUBTFUL_M for slug, metres in away.items() if slug not in far):
        return set()
    match.places -= far
    return far


def look_near(unmatched: list[Match], names: Names, distances: Distances) -> dict[int, dict[str, float]]:
    """Match what is like one name only and lies by its place; for the rest, the likely places by feature number."""
    pieces = defaultdict(list)
    for text, slugs in names.folded.items():
        for slug in slugs:
            pieces[slug].append(_trigrams(text))
    around, perhaps = distances.around([one.feature for one in unmatched]), {}
    for match in unmatched:
        said = [_trigrams(fold_name(text)) for text in match.feature.values.values()]
        likeness = {slug: _likeness(said, pieces[slug]) for slug in around[match.feature.number]}
        ranked = sorted(((score, slug) for slug, score in likeness.items() if score >= LIKELY), reverse=True)
        if ranked and ranked[0][0] >= SURE and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= AHEAD):
            match.places, match.how = {ranked[0][1]}, How.NEAR
        elif ranked:
            perhaps[match.feature.number] = {slug: score for score, slug in ranked}
    return perhaps


def _likeness(said: list[frozenset], names: list[frozenset]) -> float:
    """The share of trigrams that the likest two have in common."""
    return max((len(one & other) / (len(one | other) or 1) for one in said for other in names), default=0)


def _trigrams(text: str) -> frozenset[str]:
    """All three letters in a row of each word, its edges marked by spaces."""
    padded = [f"  {word} " for word in text.split()]
    return frozenset(word[start : start + 3] for word in padded for start in range(len(word) - 2))
