"""Places outside the gazetteer, from a file: reports are read with them, and nothing is stored."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from events.extraction.names import PlaceFact
from gazetteer.finder import Name

COLUMNS = ("slug", "kind", "name_ar", "name_en", "alt_ar", "alt_en", "lon", "lat")
NEEDED = frozenset({"slug", "name_ar", "name_en"})


class FurtherPlaces(NamedTuple):
    """Names for an extractor, and by slug what is known of the places."""

    names: list[Name]
    facts: dict[str, PlaceFact]


def further_places(path: Path) -> FurtherPlaces:
    """The places of a CSV file; `;` parts the names inside a column. ValueError tells the line and what to do."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        try:
            numbered = list(_numbered(rows))
        except csv.Error as error:
            raise ValueError(
                f"line {rows.reader.line_num}: no CSV ({error}); save it as CSV, comma-separated"
            ) from None
    names = [Name(text, row["slug"], language) for _, row in numbered for text, language in _names(row)]
    return FurtherPlaces(names, {row["slug"]: _fact(line, row) for line, row in numbered})


def _numbered(rows: csv.DictReader) -> Iterator[tuple[int, dict]]:
    missing = NEEDED - set(rows.fieldnames or ())
    if missing:
        raise ValueError(f"the columns {', '.join(sorted(missing))} are missing; wanted: {','.join(COLUMNS)}")
    for row in rows:
        yield rows.line_num, row


def _names(row: dict) -> Iterator[tuple[str, str]]:
    for language in ("ar", "en"):
        for text in (row[f"name_{language}"] or "", *(row.get(f"alt_{language}") or "").split(";")):
            if text.strip():
                yield text.strip(), language


def _fact(line: int, row: dict) -> PlaceFact:
    try:
        degrees = [float(row[column]) if row.get(column) else None for column in ("lon", "lat")]
    except ValueError:
        raise ValueError(f"line {line}: lon and lat must be degrees, such as 37.16 and 36.20, or empty") from None
    return PlaceFact(row.get("kind") or "", *degrees)
