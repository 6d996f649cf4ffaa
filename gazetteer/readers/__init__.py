"""Other gazetteers, read: one reader a format, and entries come out. Pure.

A reader is two functions: `records` yields each record of a file with where it stands, `entry` says which place a
record tells, None when it tells none.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from gazetteer.tables import BadRow

from . import cod_ab, geonames, lpf, plain_csv
from .checks import check
from .entry import Entry

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Reader:
    """How a format is read; `remarks` are lines about the whole file."""

    records: Callable[[Path], Iterable[tuple[str, object]]]
    entry: Callable[[str, object], Entry | None]
    remarks: Callable[[Path], list[str]] = lambda path: []


READERS = {
    "geonames": Reader(geonames.records, geonames.entry),
    "cod-ab": Reader(cod_ab.records, cod_ab.entry),
    "lpf": Reader(lpf.records, lpf.entry),
    "csv": Reader(plain_csv.records, plain_csv.entry, plain_csv.remarks),
}


class BadRows(BadRow):
    """All rows that cannot be loaded, a line each."""

    def __init__(self, lines: list[str]):
        self.lines = lines
        more = [f"… and {len(lines) - SHOWN} more."] if len(lines) > SHOWN else []
        super().__init__("\n".join([*lines[:SHOWN], *more]))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: its places, how many records are none, and remarks."""

    entries: list[Entry]
    skipped: int
    remarks: list[str]


def read(path: Path, form: str) -> Reading:
    """The file's entries, checked; BadRows names every bad line."""
    if not path.is_file():
        raise BadRow(f"{path} is no file. Give the path of one.")
    reader = READERS[form]
    entries, skipped, bad = [], 0, []
    for where, record in reader.records(path):
        try:
            entry = reader.entry(where, record)
            if entry is None:
                skipped += 1
            else:
                check(entry)
                entries.append(entry)
        except BadRow as error:
            bad.append(str(error))
    if bad:
        raise BadRows(bad)
    if not entries:
        raise BadRow(f"{path.name} tells no place. Give a file with some, or the right --format.")
    return Reading(entries, skipped, reader.remarks(path))
