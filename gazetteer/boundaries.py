"""Outlines from a file, taken over as the current shapes of places: all or nothing."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.gis.geos import GEOSGeometry, MultiPolygon
from django.db import transaction

from .folding import fold_name
from .models import Boundary, Place, PlaceName
from .versions import put_in_place


class BadFile(ValueError):
    """The file cannot be used; the message says why and what to do."""


@dataclass(slots=True)
class Report:
    """What matched which place, what matched none, and what could be several."""

    matched: dict[str, GEOSGeometry] = field(default_factory=dict)
    unmatched: list[str] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)


@transaction.atomic
def load(path: Path) -> Report:
    """Replace the current shapes of the places that the file outlines; raises BadFile and changes nothing otherwise."""
    report = match(read(path))
    if not report.matched:
        raise BadFile(f"{path}: no feature matches a place by code or name. Add a column `slug` with slugs of places.")
    ids = dict(Place.objects.filter(slug__in=report.matched).values_list("slug", "pk"))
    put_in_place(
        Boundary(place_id=ids[slug], shape=shape, method=Boundary.Method.IMPORTED, source=path.name)
        for slug, shape in report.matched.items()
    )
    return report


def read(path: Path):
    """The file's features in degrees; raises BadFile where it has none, no CRS, or shapes that are not areas."""
    import geopandas

    try:
        frame = geopandas.read_file(path)
    except Exception as error:  # whatever the format's driver raises, the file cannot be read
        raise BadFile(
            f"{path} cannot be read as a map file ({error}). Give GeoJSON, GeoPackage or Shapefile."
        ) from None
    if frame.crs is None:
        raise BadFile(f"{path} does not say in which coordinate system it is. Save it with one, such as EPSG:4326.")
    if frame.empty or not isinstance(frame, geopandas.GeoDataFrame):
        raise BadFile(f"{path} holds no shapes.")
    frame = frame.to_crs("EPSG:4326")
    for number, shape in enumerate(frame.geometry, start=1):
        if shape is None or shape.is_empty or shape.geom_type not in ("Polygon", "MultiPolygon"):
            raise BadFile(f"{path} feature {number}: not an area. Take it out, or give it an outline.")
    return frame


def match(frame) -> Report:
    """Which place each feature stands for, by slug or by a name in either script in any of its columns."""
    slugs = {slug: {slug} for slug in Place.objects.values_list("slug", flat=True)}
    names = defaultdict(set)
    for folded, slug in PlaceName.objects.values_list("folded", "place__slug"):
        names[folded].add(slug)
    report, shapes = Report(), defaultdict(list)
    for number, row in enumerate(frame.drop(columns="geometry").to_dict("records"), start=1):
        texts = [value.strip() for value in row.values() if isinstance(value, str) and value.strip()]
        found = _meaning(texts, slugs, names)
        label = f"feature {number} ({', '.join(texts) or 'no name'})"
        if len(found) == 1:
            shapes[found.pop()].append(frame.geometry.iloc[number - 1])
        else:
            (report.ambiguous if found else report.unmatched).append(label)
    report.matched = {slug: _joined(parts) for slug, parts in shapes.items()}
    return report


def _meaning(texts: list[str], slugs: dict, names: dict) -> set[str]:
    """The places that the texts mean; where several texts say something, what they agree on."""
    said = [slugs.get(text) or names.get(fold_name(text)) for text in texts]
    said = [set(meaning) for meaning in said if meaning]
    if not said:
        return set()
    return set.intersection(*said) or set.union(*said)


def _joined(parts) -> GEOSGeometry:
    import shapely

    joined = shapely.force_2d(shapely.make_valid(shapely.union_all(parts)))
    polygons = [part for part in getattr(joined, "geoms", [joined]) if part.geom_type == "Polygon"]
    return MultiPolygon([GEOSGeometry(memoryview(polygon.wkb)) for polygon in polygons], srid=4326)
