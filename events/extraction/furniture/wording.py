"""How furniture is worded: the entries of its lexicon, compiled."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from gazetteer.folding import fold

from ..lexicons import FOLDER

WHERE = {  # how a pattern stands in a line
    "is": r"[\s(\[—-]*(?:{})[\s.)\]!:،,|-]*\Z",
    "begins": r"[\s(\[«\"]*(?:{})",
    "ends": r".*?(?:{})[\s.]*\Z",
    "front": r"\s*(?:{})",
    "back": r".*?(?P<cut>\s*(?:{})\s*)\Z",
}
KINDS = {where: 1 << number for number, where in enumerate(WHERE)}  # as bits
SPACE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]| \??")
SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the lexicon of furniture."""

    id: str
    where: str
    capitals: bool  # read as written, since capitals tell; else folded
    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    rest: tuple[str, ...]  # what is read of each example
    prose: tuple[str, ...]  # what looks alike and is read whole


@cache
def entries() -> tuple[Entry, ...]:
    """The entries of the lexicon, in its order."""
    raw = tomllib.loads((FOLDER / "furniture.toml").read_text(encoding="utf-8"))
    words: dict[str, str] = {}
    for name, rows in raw["words"].items():
        words[name] = "|".join(_filled(one, words) for one in rows)
    return tuple(_entry(row, words) for row in raw["furniture"])


def _entry(row: dict, words: dict[str, str]) -> Entry:
    return Entry(
        row["id"],
        row["where"],
        row.get("capitals", False),
        tuple(_filled(one, words) for one in row["patterns"]),
        tuple(row["examples"]),
        tuple(row.get("rest", ())),
        tuple(row.get("prose", ())),
    )


def _filled(pattern: str, words: dict[str, str]) -> str:
    """The pattern with {city} replaced by any of the cities, and so on."""
    return SLOT.sub(lambda slot: f"(?:{words[slot[1]]})", pattern)


@cache
def compiled(where: str, capitals: bool) -> re.Pattern | None:
    """All patterns of one kind in one expression; the name of its group tells the entry."""
    rows = [
        f"(?P<e{number}>{'|'.join(_source(one, capitals) for one in entry.patterns)})"
        for number, entry in enumerate(entries())
        if (entry.where, entry.capitals) == (where, capitals)
    ]
    return re.compile(WHERE[where].format("|".join(rows)), re.DOTALL) if rows else None


@cache
def each() -> tuple[tuple[str, bool, re.Pattern], ...]:
    """Each pattern with its kind, and whether capitals tell."""
    return tuple(
        (entry.where, entry.capitals, re.compile(WHERE[entry.where].format(_source(one, entry.capitals)), re.S))
        for entry in entries()
        for one in entry.patterns
    )


def _source(pattern: str, capitals: bool) -> str:
    return SPACE.sub(_spaces, pattern if capitals else fold(pattern).text)


def _spaces(found: re.Match) -> str:
    """Any white space where a pattern has a space; a class of characters keeps to one of them.

    None of it is given back (++), or a line of blanks would be tried in every way of dealing them out.
    """
    part = found[0]
    return {" ": r"\s++", " ?": r"\s*+"}.get(part) or (part.replace(" ", r"\s") if part[0] == "[" else part)
