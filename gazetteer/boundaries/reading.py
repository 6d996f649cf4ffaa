"""A map file, read: its features in degrees, or one line that says why it cannot be used."""

import math
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from .feature import DEGREES, BadFile, Feature

FORMATS = {".geojson", ".json", ".gpkg", ".shp"}
AREAS = ("Polygon", "MultiPolygon")
LONGEST_NAME = 200  # of a name; what is longer is prose
SMALLEST_CODE = 10_000  # smaller numbers count rows


def read(path: Path, layer: str | None = None) -> tuple[list[Feature], str, list[str]]:
    """The features of the file, its CRS, and what was done to them; raises BadFile where it cannot be used."""
    frame, closed = _frame(path, layer)
    columns = [name for name in frame.columns if name != frame.geometry.name]
    if not columns:
        raise BadFile(f"{path.name} has no column that says which place a feature is. Add one: slug, or name.")
    rows = frame[columns].to_dict("records")
    features = [
        Feature(number, {name: text for name, value in row.items() if (text := _text(value))}, shape)
        for number, (row, shape) in enumerate(zip(rows, frame.geometry, strict=True), start=1)
    ]
    _refuse_what_is_no_area(features)
    notes = [f"{features[position]}: its ring was not closed, and was closed." for position in closed]
    notes += _flatten(features)
    return _in_degrees(features, frame.crs), frame.crs.to_string(), notes


def _frame(path: Path, layer: str | None):
    """The file as a table with shapes, and the rows whose rings had to be closed."""
    import geopandas
    import shapely

    where = _opened(path)
    layer = _layer(path, where, layer)
    with warnings.catch_warnings(action="ignore"):  # GDAL's; what they warn of is looked at below
        try:
            frame = geopandas.read_file(where, layer=layer, on_invalid="ignore")
            if not isinstance(frame, geopandas.GeoDataFrame) or frame.empty:
                raise BadFile(f"{path.name} holds no shapes. Give a file with the outlines of places.")
            closed = []
            if frame.geometry.isna().any():
                fixed = geopandas.read_file(where, layer=layer, on_invalid="fix").geometry
                closed = [n for n, shape in enumerate(fixed) if shape is not None and frame.geometry.iloc[n] is None]
                frame = frame.set_geometry(fixed)
        except (RuntimeError, ValueError, OSError, shapely.errors.ShapelyError) as error:
            raise error if isinstance(error, BadFile) else _unreadable(path, error) from None
    if frame.crs is None:
        raise BadFile(f"{path.name} does not say its coordinate system (CRS). Save it with one, such as EPSG:4326.")
    return frame, closed


def _opened(path: Path) -> str:
    """What GDAL opens: the file, or the one map file in an archive."""
    if not path.is_file():
        raise BadFile(f"{path} is {'a folder. Name a file in it.' if path.is_dir() else 'not there. Check the path.'}")
    if not zipfile.is_zipfile(path):
        return str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            found = [name for name in archive.namelist() if _is_map(PurePosixPath(name))]
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if len(found) != 1:
        raise BadFile(f"{path.name} holds {len(found)} map files ({', '.join(found) or 'none'}). Give it one.")
    return f"/vsizip/{path.resolve()}/{found[0]}"


def _is_map(name: PurePosixPath) -> bool:
    return name.suffix.lower() in FORMATS and "__MACOSX" not in name.parts


def _layer(path: Path, where: str, layer: str | None) -> str | None:
    """The layer to read; a file with several has to be told which."""
    import pyogrio

    try:
        layers = [str(name) for name, kind in pyogrio.list_layers(where) if kind is not None]
    except (RuntimeError, ValueError, OSError) as error:
        raise _unreadable(path, error) from None
    if layer is None and len(layers) > 1:
        raise BadFile(f"{path.name} holds several layers ({', '.join(layers)}). Choose one with --layer.")
    if layer is not None and layer not in layers:
        raise BadFile(f"{path.name} has no layer “{layer}” with shapes, but has: {', '.join(layers) or 'none'}.")
    return layer or next(iter(layers), None)


def _unreadable(path: Path, error: Exception) -> BadFile:
    why = " ".join(str(error).split()).split(";")[0].rstrip(".")
    return BadFile(f"{path.name} cannot be read as a map file ({why}). Give GeoJSON, GeoPackage or Shapefile.")


def _text(value) -> str | None:
    """What a field says, as text; numbers only where they may be a code of another gazetteer."""
    if isinstance(value, str):
        text = " ".join(value.replace("\0", " ").split())
        return text if len(text) <= LONGEST_NAME else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return str(int(value)) if value == int(value) and value >= SMALLEST_CODE else None


def _refuse_what_is_no_area(features: list[Feature]) -> None:
    import numpy
    import shapely

    def has_holes_in_its_numbers(shape) -> bool:
        return not numpy.isfinite(shapely.get_coordinates(shape)).all()

    _refuse(features, lambda shape: shape is None, "has no shape, or none that can be read. Take it out, or draw it")
    _refuse(features, lambda shape: shape.is_empty, "has an empty shape. Take it out, or draw it")
    _refuse(
        features,
        lambda shape: shape.geom_type not in AREAS,
        "is not an area but a {shape.geom_type}. Take it out, or draw its outline",
    )
    _refuse(features, has_holes_in_its_numbers, "has coordinates that are no numbers (NaN). Draw it anew")


def _refuse(features: list[Feature], is_bad: Callable, why: str) -> None:
    """BadFile that names the first bad feature and counts the others."""
    bad = [feature for feature in features if is_bad(feature.shape)]
    if bad:
        others = f" The same holds for {len(bad) - 1} more." if len(bad) > 1 else ""
        raise BadFile(f"{bad[0]} {why.format(shape=bad[0].shape)}.{others}")


def _flatten(features: list[Feature]) -> list[str]:
    """Heights dropped; says of how many features."""
    import shapely

    high = [feature for feature in features if feature.shape.has_z or shapely.has_m(feature.shape)]
    for feature in high:
        feature.shape = shapely.force_2d(feature.shape)
    return [f"Heights (Z) of {len(high)} features were dropped."] if high else []


def _in_degrees(features: list[Feature], crs) -> list[Feature]:
    """The features as lon, lat; BadFile when that is not on earth."""
    import geopandas
    import shapely

    shapes = geopandas.GeoSeries([feature.shape for feature in features], crs=crs).to_crs(DEGREES)
    for feature, shape in zip(features, shapes, strict=True):
        west, south, east, north = shapely.bounds(shape)
        if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
            x, y = shapely.get_coordinates(feature.shape)[0]
            raise BadFile(
                f"{feature} begins at {x:.10g}, {y:.10g}, which is no place on earth in {crs.to_string()}, "
                "the coordinate system (CRS) that the file names. Correct it."
            )
        feature.shape = shape
    return features
