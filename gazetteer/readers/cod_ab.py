"""OCHA COD-AB: administrative tables with p-codes, as CSV or any map file that GeoPandas reads. Pure."""

import re
from collections.abc import Iterator
from pathlib import Path

from gazetteer.tables import BadRow

from . import areas
from .csv_rows import check_row, csv_rows
from .entry import LANGUAGES, Entry, Identifier, Parent, Shape
from .words import language_by_script, named

AUTHORITY, SOURCE, LICENCE = "ocha-pcode", "OCHA COD-AB", "CC BY-IGO"
CODE = re.compile(r"adm(?:in)?([0-5])_?pcode\Z")
# The level's kind: communities are villages until someone knows better; level 5 divides cities
KINDS = {4: "village", 5: "neighbourhood"}
# ADM4_EN and ADM4_AR, ADM4ALT1_EN, admin4Name_en, ADM4_REF; adm4_name1, whose script tells the language
NAME = re.compile(r"adm(?:in)?([0-5])_?(alt(?:name)?\d?_?)?(ref_?)?(?:name\d?)?_?([a-z]{2})?\Z")
LON = ("longitude_x", "longitude", "lon", "long", "center_lon", "point_x", "x_coord", "x")
LAT = ("latitude_y", "latitude", "lat", "center_lat", "point_y", "y_coord", "y")


def records(path: Path) -> Iterator[tuple[str, dict]]:
    """Each row of the table by its column names in lower case; a map file's have their `geometry`."""
    if path.suffix.lower() in (".csv", ".txt"):
        yield from csv_rows(path)
        return
    import geopandas

    try:
        frame = geopandas.read_file(path)
    except Exception as error:  # whatever the format's driver raises, the file cannot be read
        raise BadRow(f"{path.name} cannot be read ({error}). Give CSV, GeoJSON, GeoPackage or Shapefile.") from None
    if not isinstance(frame, geopandas.GeoDataFrame):
        raise BadRow(f"{path.name} holds no shapes. Save the table as CSV.")
    if frame.crs is None:
        raise BadRow(f"{path.name} does not say in which coordinate system it is. Save it with one, such as EPSG:4326.")
    frame = frame.to_crs("EPSG:4326")
    columns = [name.lower() for name in frame.drop(columns=frame.geometry.name).columns]
    table = zip(frame.drop(columns=frame.geometry.name).itertuples(index=False, name=None), frame.geometry, strict=True)
    for number, (cells, geometry) in enumerate(table, start=1):
        row = {name: _text(cell) for name, cell in zip(columns, cells, strict=True)}
        yield f"{path.name} feature {number}", {**row, "geometry": geometry}


def entry(where: str, row: dict) -> Entry:
    """The place of the row's deepest level, with the level above it as its parent."""
    check_row(row, (), where)
    codes = {int(found[1]): row[column] for column in row if (found := CODE.match(column))}
    if not codes:
        raise BadRow(f"{where}: no column such as ADM4_PCODE. Give a COD-AB table, or the right --format.")
    level = max(codes)
    if not codes[level]:
        raise BadRow(f"{where}: ADM{level}_PCODE is empty. Give the p-code, or take the row out.")
    kind = KINDS.get(level, "region")
    above = [codes[upper] for upper in sorted(codes, reverse=True) if upper < level and codes[upper]]
    geometries = [row["geometry"]] if row.get("geometry") is not None else []
    outline = areas.outline(geometries, where)
    return Entry(
        where=where,
        kind=kind,
        position=_position(row, where) or areas.anchor(geometries, where),
        names=named(_names(row, level), kind, SOURCE),
        identifiers=(Identifier(AUTHORITY, codes[level]),),
        parents=tuple(Parent(AUTHORITY, code) for code in above[:1]),
        shape=Shape(outline, source=SOURCE, licence=LICENCE) if outline else None,
        source=SOURCE,
        licence=LICENCE,
        confidence="medium",
    )


def _names(row: dict, level: int) -> list[tuple[str, str]]:
    """Names of the level with their languages, those that are no alternatives first."""
    found = []
    for column, text in row.items():
        match = NAME.match(column)
        if match and int(match[1]) == level and any(map(str.isalpha, text)):
            language = match[4] if match[4] in LANGUAGES else language_by_script(text)
            found.append((bool(match[2]), bool(match[3]), text, language))
    found.sort(key=lambda name: name[:2])
    return [(text, language) for _, _, text, language in found]


def _position(row: dict, where: str) -> tuple[float, float] | None:
    lon = next((name for name in LON if row.get(name)), None)
    lat = next((name for name in LAT if row.get(name)), None)
    return areas.position(row[lon], row[lat], where, (lon, lat)) if lon and lat else None


def _text(cell) -> str:
    return cell.strip() if isinstance(cell, str) else "" if cell is None or cell != cell else str(cell)
