"""GeoNames: lines of a dump such as `SY.txt`, tab-separated, 19 columns (its readme.txt says which). Pure."""

from collections.abc import Iterator
from pathlib import Path

from gazetteer.tables import BadRow

from .areas import position
from .entry import Entry, Identifier
from .words import language_by_script, named

COLUMNS = 19
SOURCE, LICENCE = "GeoNames", "CC BY 4.0"
TOWN = 5_000  # inhabitants, from which on a populated place is a town
TOWNS = ("PPLC", "PPLA", "PPLA2", "PPLA3", "PPLG")
REGIONS = ("RGN", "RGNE", "AREA")
ROADS = ("RD", "ST", "RDJCT", "HWY")


def records(path: Path) -> Iterator[tuple[str, str]]:
    """Each line of the dump with where it stands."""
    try:
        with open(path, encoding="utf-8-sig", newline="\n") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield f"{path.name} line {number}", line.rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise BadRow(
            f"{path.name} is not in UTF-8 (byte {error.start}). Give the dump as GeoNames serves it."
        ) from None


def entry(where: str, line: str) -> Entry | None:
    """The place that a line tells; None for what is no place here: hills, wadis, seas, divisions that are no more."""
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        raise BadRow(f"{where}: {len(cells)} columns. A dump line has {COLUMNS}, separated by tabs.")
    number, name, ascii_name, alternates, lat, lon, feature_class, code, *_ = cells
    if not number.isdecimal():
        raise BadRow(f"{where}: geonameid “{number}” is no number. Give the dump as GeoNames serves it.")
    kind = kind_of(feature_class, code, _inhabitants(cells[14], where))
    if kind is None:
        return None
    texts = [text for text in (name, ascii_name, *alternates.split(",")) if len(text) <= 200]
    return Entry(
        where=where,
        kind=kind,
        position=position(lon, lat, where, ("longitude", "latitude")),
        names=named([(text, language_by_script(text)) for text in texts], kind, SOURCE),
        identifiers=(Identifier("geonames", number),),
        source=SOURCE,
        licence=LICENCE,
        confidence="medium",
    )


def kind_of(feature_class: str, code: str, inhabitants: int) -> str | None:
    """The kind of place that a feature code stands for."""
    if feature_class == "P":
        if code == "PPLX":
            return "neighbourhood"
        return "town" if code in TOWNS or inhabitants >= TOWN else "village"
    if feature_class == "A":
        return None if code.endswith("H") else "region"
    if feature_class == "L" and code in REGIONS:
        return "region"
    if feature_class == "R" and code in ROADS:
        return "road"
    return "landmark" if feature_class == "S" else None


def _inhabitants(text: str, where: str) -> int:
    if text and not (text.isdecimal() and len(text) < 12):
        raise BadRow(f"{where}: population “{text}” is no number. Give the dump as GeoNames serves it.")
    return int(text or 0)
