"""Cells of CSV files: several values in one, and none that a spreadsheet would take for a formula. Pure."""

import re
from collections.abc import Iterable

INVISIBLE = "\\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# What spreadsheets begin a formula with, wide forms too; an apostrophe before it may be ours or somebody else's
FORMULA = re.compile(f"'*(?:[{INVISIBLE}]*[=+\\-@＝＋－＠﹢﹣﹦﹫|%]|[\t\r\n])")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?\Z")


def guarded(text: str) -> str:
    """The text, after an apostrophe if a spreadsheet might compute it."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    is_guarded = text.startswith("'") and FORMULA.match(text[1:]) and not NUMBER.match(text[1:])
    return text[1:] if is_guarded else text


def join(parts: Iterable[str]) -> str:
    """The parts in one cell, separated by semicolons; those inside a part stand after a backslash."""
    return ";".join(re.sub(r"([\\;])", r"\\\1", part) for part in parts)


def split(cell: str) -> list[str]:
    """The parts of a cell, without those that are empty."""
    parts = [""]
    for escaped, character in re.findall(r"\\([\\;])|(.)", cell, re.DOTALL):
        if character == ";":
            parts.append("")
        else:
            parts[-1] += escaped or character
    return [part.strip() for part in parts if part.strip()]
