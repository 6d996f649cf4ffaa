"""CSV files of the project, row by row; a bad row names its file and line."""

import csv
from collections.abc import Iterator
from pathlib import Path


class BadRow(ValueError):
    """A row that cannot be loaded: file, line, field and what to do."""


def rows(name: str, folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row of a CSV file with where it stands, such as `places.csv line 7`."""
    with open(folder / name, encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            yield f"{name} line {number}", row


def split(text: str) -> list[str]:
    """The parts of a field that holds several, separated by semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def pick(known: dict, value: str, field: str, where: str):
    """What `value` stands for; BadRow when nothing does."""
    if value not in known:
        raise BadRow(f"{where}: {field} “{value}” is unknown. Add it first, or correct the row.")
    return known[value]


def number(text: str, field: str, where: str, low: float, high: float) -> float:
    """A number between two bounds; BadRow otherwise."""
    try:
        value = float(text)
    except ValueError:
        raise BadRow(f"{where}: {field} “{text}” is no number. Give decimal degrees.") from None
    if not low <= value <= high:
        raise BadRow(f"{where}: {field} {text} lies outside {low:g} to {high:g}. Are lon and lat swapped?")
    return value
