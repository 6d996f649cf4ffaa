"""The gazetteer as the CSV that `load_places --format csv` reads; licence and citation are columns. Pure."""

import csv
import io
from collections.abc import Iterable

from gazetteer.cells import guarded, join
from gazetteer.readers.entry import Entry, Identifier, Parent
from gazetteer.readers.plain_csv import READ
from gazetteer.readers.words import usual_kind

from .terms import Terms

COLUMNS = [name for name in READ if name != "source"]
MEDIA_TYPE = "text/csv; charset=utf-8"


def write(entries: Iterable[Entry], terms: Terms) -> str:
    """A row a place, under one header row; no cell is one that a spreadsheet would compute."""
    file = io.StringIO()
    writer = csv.DictWriter(file, fieldnames=COLUMNS)
    writer.writeheader()
    for entry in entries:
        row = _row(entry) | {"licence": terms.licence, "citation": terms.citation}
        writer.writerow({name: guarded(cell) for name, cell in row.items()})
    return file.getvalue()


def _row(entry: Entry) -> dict[str, str]:
    lon, lat = entry.position
    return {
        "slug": entry.slug,
        "kind": entry.kind,
        "name_ar": entry.name("ar"),
        "name_en": entry.name("en"),
        "alt_ar": _further(entry, "ar"),
        "alt_en": _further(entry, "en"),
        "other_names": _other(entry),
        "lon": f"{lon:.5f}",
        "lat": f"{lat:.5f}",
        "coord_source": entry.source,
        "coord_confidence": entry.confidence,
        "identifiers": join(map(_identifier, entry.identifiers)),
        "within": next((parent.value for parent in entry.parents if parent.role == "within"), ""),
        "regions": join(_region(parent) for parent in entry.parents if parent.role == "member"),
        "part_of_old_city": "yes" if entry.in_old_city else "no",
        "side_of_city": entry.side_of_city,
        "notes": entry.notes,
    }


def _further(entry: Entry, language: str) -> str:
    """Names of the language of the kind that further names usually have."""
    kind = usual_kind(language, entry.kind)
    return join(name.text for name in entry.names if (name.language, name.kind) == (language, kind))


def _other(entry: Entry) -> str:
    """Names that no other column holds, as `language:kind:text`."""
    return join(
        f"{name.language}:{name.kind}:{name.text}"
        for name in entry.names
        if name.language not in ("ar", "en") or name.kind not in ("preferred", usual_kind(name.language, entry.kind))
    )


def _identifier(one: Identifier) -> str:
    authority = one.authority.replace("\\", "\\\\").replace(":", "\\:")
    return f"{authority}:{one.value}" + ("" if one.match == "exact" else f" ({one.match})")


def _region(parent: Parent) -> str:
    if not parent.valid_from and not parent.valid_until:
        return parent.value
    return f"{parent.value} {parent.valid_from or ''}/{parent.valid_until or ''}"
