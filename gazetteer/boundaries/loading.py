"""The way of a file: read, matched, held against the map, mended, fitted together, stored."""

from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from django.contrib.gis.geos import GEOSGeometry
from django.db import transaction

from gazetteer.models import Boundary, Place
from gazetteer.versions import put_in_place

from . import known, placing
from .feature import BadFile, Feature
from .matching import How, Match, match
from .reading import read
from .repair import fit, mend
from .report import Report

OVERLAP_TOLERANCE_M2 = 1_000  # about a thousandth of a neighbourhood: lines drawn twice, not ground claimed twice


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds of every outline of the file."""

    source: str = ""
    licence: str = ""
    precision_m: int | None = None
    valid_from: date | None = None
    valid_until: date | None = None


@transaction.atomic
def load(
    path: Path,
    facts: Facts | None = None,
    *,
    layer: str | None = None,
    overlap_tolerance_m2: float = OVERLAP_TOLERANCE_M2,
    dry_run: bool = False,
) -> Report:
    """Give the places that the file outlines these shapes; raises BadFile and changes nothing otherwise."""
    features, crs, notes = read(path, layer)
    report = Report(repaired=notes + mend(features))
    _match(features, crs, report)
    if not report.matched:
        raise BadFile(f"{path.name}: no feature matches a place by code or name. Add a column `slug` with their slugs.")
    slugs, parts = report.slugs(), defaultdict(list)
    for feature in features:
        if feature.number in slugs:
            parts[slugs[feature.number]].append(feature)
    shapes, report.cut = fit(parts, known.may_share(), overlap_tolerance_m2)
    new = _boundaries(shapes, facts or Facts(source=path.name))
    report.stored = len(put_in_place(new))
    transaction.set_rollback(dry_run)
    return report


def _match(features: list[Feature], crs: str, report: Report) -> None:
    """Sort the features into matched, unmatched, ambiguous, and say what to check."""
    positions = known.positions()
    if not positions:
        raise BadFile("The gazetteer holds no places. Run load_places without --boundaries first.")
    distances = placing.Distances(features, positions)
    placing.refuse_elsewhere(features, distances, crs)
    names = known.names()
    matches = match(features, names)
    far = {one.feature.number: placing.drop_far(one, distances) for one in matches}
    nameless = [one for one in matches if not one.places and not far[one.feature.number]]
    perhaps = placing.look_near(nameless, names, distances)
    for one in matches:
        number = one.feature.number
        if len(one.places) == 1:
            report.matched.append(one)
            report.check += _doubts(one, distances)
        elif one.places:
            told = ", ".join(_told(one, slug, distances) for slug in sorted(one.places))
            report.ambiguous.append(f"{one.feature}: {told}")
        else:
            report.unmatched.append(f"{one.feature}{_why(far[number], perhaps.get(number))}")


def _told(match: Match, slug: str, distances: placing.Distances) -> str:
    return f"{slug} ({distances.between(match.feature, slug) / 1000:.1f} km away)"


def _doubts(match: Match, distances: placing.Distances) -> list[str]:
    (slug,) = match.places
    if match.how == How.NEAR:
        return [f"{match.feature}: near: please check that it is {slug}"]
    if distances.between(match.feature, slug) > placing.DOUBTFUL_M:
        return [f"{match.feature}: {_told(match, slug, distances)} from where the gazetteer has it"]
    return []


def _why(far: set[str], perhaps: dict[str, float] | None) -> str:
    if far:
        return f": named like {', '.join(sorted(far))}, but lies more than {placing.FAR_M // 1000} km away"
    if perhaps:
        return f": near: {', '.join(f'{slug} ({likeness:.2f})' for slug, likeness in list(perhaps.items())[:3])}?"
    return ""


def _boundaries(shapes: dict, facts: Facts) -> list[Boundary]:
    ids = dict(Place.objects.filter(slug__in=shapes).values_list("slug", "pk"))
    return [
        Boundary(
            place_id=ids[slug],
            shape=GEOSGeometry(memoryview(shape.wkb), srid=4326),
            method=Boundary.Method.IMPORTED,
            **asdict(facts),
        )
        for slug, shape in shapes.items()
    ]
