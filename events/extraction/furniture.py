"""What in a report is not its prose: datelines, bylines, captions, links to other stories. Read from a lexicon."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from gazetteer.folding import fold

from .lexicons import FOLDER
from .sieve import Sieve

LONGEST_LINE = 400  # a longer line is a page that lost its line breaks: only sentences of it are left out, never all
EDGE = 240  # characters at the front and at the back of a line in which something is cut off
CUTS = 5  # a line begins with no more than so many: a bullet, a time, a dateline
FRONT = CUTS * EDGE
WHERE = {  # how a pattern stands in a line
    "is": r"[\s(\[—-]*(?:{})[\s.)\]!:،,|-]*\Z",
    "begins": r"[\s(\[«\"]*(?:{})",
    "ends": r".*?(?:{})[\s.]*\Z",
    "front": r"\s*(?:{})",
    "back": r".*?(?P<cut>\s*(?:{})\s*)\Z",
}
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
def _compiled(where: str, capitals: bool) -> re.Pattern | None:
    """All patterns of one kind in one expression; the name of its group tells the entry."""
    rows = [
        f"(?P<e{number}>{'|'.join(_source(one, capitals) for one in entry.patterns)})"
        for number, entry in enumerate(entries())
        if (entry.where, entry.capitals) == (where, capitals)
    ]
    return re.compile(WHERE[where].format("|".join(rows)), re.DOTALL) if rows else None


@cache
def _sieve(where: str, capitals: bool) -> Sieve:
    """Which of the patterns of one kind may stand in a line; where none may, none is tried."""
    sources = [
        _source(one, capitals)
        for entry in entries()
        if (entry.where, entry.capitals) == (where, capitals)
        for one in entry.patterns
    ]
    return Sieve(enumerate(re.compile(one, re.DOTALL) for one in sources))


def _source(pattern: str, capitals: bool) -> str:
    return SPACE.sub(_spaces, pattern if capitals else fold(pattern).text)


def _spaces(found: re.Match) -> str:
    """Any white space where a pattern has a space; a class of characters keeps to one of them.

    None of it is given back (++), or a line of blanks would be tried in every way of dealing them out.
    """
    part = found[0]
    return {" ": r"\s++", " ?": r"\s*+"}.get(part) or (part.replace(" ", r"\s") if part[0] == "[" else part)


def reason(line: str) -> str | None:
    """The id of the entry for which a whole line or sentence is left out; None when it is read."""
    if len(line) > LONGEST_LINE:
        line, kinds = line[:LONGEST_LINE], ("begins",)
    else:
        kinds = ("is", "begins", "ends")
    folded = fold(line).text
    for where in kinds:
        for capitals, read in ((False, folded), (True, line)):
            if found := _search(where, capitals, read):
                return _id(found)
    return None


def front(line: str) -> int:
    """How many characters at the front of a line are cut off: a bullet, the time, a dateline."""
    at = 0
    for _ in range(CUTS):
        cut = _front(line[at : at + EDGE])
        if not cut:
            break
        at += cut
    return at


def _front(edge: str) -> int:
    folded = fold(edge)
    if found := _search("front", False, folded.text):
        return folded.span(0, found.end())[1]
    found = _search("front", True, edge)
    return found.end() if found else 0


def back(line: str) -> int:
    """How many characters at the back of a line are cut off: who signed it, where it is to be read."""
    edge = line[-EDGE:]
    folded = fold(edge)
    found = _search("back", False, folded.text)
    return len(edge) - folded.span(found.start("cut"), len(folded.text))[0] if found else 0


def _search(where: str, capitals: bool, text: str) -> re.Match | None:
    pattern = _compiled(where, capitals)
    return pattern.match(text) if pattern and _sieve(where, capitals).candidates(text) else None


def _id(found: re.Match) -> str:
    return next(entries()[int(name[1:])].id for name, one in found.groupdict().items() if one and name[0] == "e")
