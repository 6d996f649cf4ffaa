"""Rows of a CSV file of any origin, each with where it stands. Pure."""

import csv
from collections.abc import Iterator
from pathlib import Path

from gazetteer.cells import unguarded
from gazetteer.tables import BadRow


def csv_rows(path: Path) -> Iterator[tuple[str, dict]]:
    """Each row by its column names in lower case, with where it stands; BadRow when the file is no CSV in UTF-8."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            table = csv.reader(file, strict=True)
            columns = [name.strip().lower() for name in next(table, [])]
            for cells in table:
                if any(cell.strip() for cell in cells):
                    yield f"{path.name} line {table.line_num}", _row(columns, cells)
    except UnicodeDecodeError as error:
        raise BadRow(f"{path.name} is not in UTF-8 (byte {error.start}). Save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise BadRow(f"{path.name} line {table.line_num}: no CSV ({error}). Save it as CSV, comma-separated.") from None


def columns_of(path: Path) -> list[str]:
    """The column names of the file, in lower case; empty when it cannot be read, which its rows then say."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return [name.strip().lower() for name in next(csv.reader(file), [])]
    except (UnicodeDecodeError, csv.Error):
        return []


def _row(columns: list[str], cells: list[str]) -> dict:
    row = {name: unguarded(cell).strip() for name, cell in zip(columns, cells, strict=False)}
    if len(columns) != len(cells):
        row[None] = f"{len(cells)} cells under {len(columns)} columns. Quote cells that hold commas, fill the row up."
    return row


def check_row(row: dict, needed: tuple[str, ...], where: str) -> None:
    """BadRow when the row is wider or narrower than the header, or lacks a column."""
    if None in row:
        raise BadRow(f"{where}: {row[None]}")
    missing = [name for name in needed if name not in row]
    if missing:
        raise BadRow(f"{where}: no column {', '.join(missing)}. Add it, or give the right --format.")
