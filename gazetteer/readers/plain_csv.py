"""Our own CSV: slug, kind, name_ar, name_en, alt_ar, alt_en, lon, lat, and what else the gazetteer keeps. Pure.

Several values in a cell are separated by semicolons. `other_names` holds `language:kind:text`, `identifiers` holds
`authority:value` (with `(close)`, `(broad)` or `(narrow)` after it unless the match is exact), `regions` holds slugs
(with `2016-01-01/2016-12-01` after them, half-open, where the place belonged for a time).
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from gazetteer.cells import split
from gazetteer.tables import BadRow

from .areas import position
from .csv_rows import check_row, columns_of, csv_rows
from .entry import SLUG, Entry, Identifier, Name, Parent
from .words import clean, usual_kind

NEEDED = ("kind", "name_ar", "name_en", "lon", "lat")
READ = (
    "slug", "kind", "name_ar", "name_en", "alt_ar", "alt_en", "other_names", "lon", "lat", "coord_source",
    "coord_confidence", "identifiers", "within", "regions", "part_of_old_city", "side_of_city", "notes", "source",
    "licence", "citation",
)  # fmt: skip
IDENTIFIER = re.compile(r"((?:[^:\\]|\\.)*):(.*?)(?: \((exact|close|broad|narrow)\))?\Z", re.DOTALL)
REGION = re.compile(r"(\S+)(?:\s+(\S*)/(\S*))?\Z")


def records(path: Path) -> Iterator[tuple[str, dict]]:
    yield from csv_rows(path)


def remarks(path: Path) -> list[str]:
    """A line about columns that nobody reads, which may be misspelled."""
    unread = [name for name in columns_of(path) if name not in READ]
    return [f"Columns not read: {', '.join(unread)}."] if unread else []


def entry(where: str, row: dict) -> Entry:
    """The place of a row."""
    check_row(row, NEEDED, where)
    said = {name: row.get(name, "") for name in READ}
    return Entry(
        where=where,
        slug=said["slug"] or None,
        kind=said["kind"],
        position=position(said["lon"], said["lat"], where),
        names=tuple(_names(said, where)),
        identifiers=tuple(_identifier(text, where) for text in split(said["identifiers"])),
        parents=tuple(_parents(said, where)),
        source=said["coord_source"] or said["source"],
        licence=said["licence"],
        confidence=said["coord_confidence"] or "low",
        side_of_city=said["side_of_city"],
        in_old_city=said["part_of_old_city"] == "yes",
        notes=said["notes"],
    )


def _names(said: dict[str, str], where: str) -> Iterator[Name]:
    """Each name once, preferred ones first."""
    told = set()
    names = [Name(clean(said[f"name_{language}"]), language, "preferred") for language in ("ar", "en")]
    for language in ("ar", "en"):
        kind = usual_kind(language, said["kind"])
        names += [Name(clean(text), language, kind) for text in split(said[f"alt_{language}"])]
    names += [_other_name(text, where) for text in split(said["other_names"])]
    for name in names:
        if name.text and (name.text, name.language) not in told:
            told.add((name.text, name.language))
            yield Name(name.text, name.language, name.kind, said["source"])


def _other_name(text: str, where: str) -> Name:
    language, _, rest = text.partition(":")
    kind, colon, name = rest.partition(":")
    if not colon:
        raise BadRow(f"{where}: other_names “{text}” is not language:kind:name, such as fr:alias:Alep. Correct it.")
    return Name(clean(name), language.strip(), kind.strip())


def _identifier(text: str, where: str) -> Identifier:
    found = IDENTIFIER.match(text)
    if not found:
        raise BadRow(f"{where}: identifiers “{text}” is not authority:value, such as geonames:170063. Correct it.")
    return Identifier(re.sub(r"\\(.)", r"\1", found[1]).strip(), found[2].strip(), found[3] or "exact")


def _parents(said: dict[str, str], where: str) -> Iterator[Parent]:
    if said["within"]:
        yield Parent(SLUG, said["within"], "within")
    for text in split(said["regions"]):
        found = REGION.match(text)
        if not found:
            raise BadRow(f"{where}: regions “{text}” is no slug with days such as 2016-01-01/2016-12-01. Correct it.")
        yield Parent(SLUG, found[1], "member", _day(found[2], where), _day(found[3], where))


def _day(text: str | None, where: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRow(f"{where}: regions has “{text}”, which is no day. Write it as 2016-12-01.") from None
