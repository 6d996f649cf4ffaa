"""The lexicons, read from their files and compiled once."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from gazetteer.folding import fold

from .phrases import Lexicon, Phrase, bare_name, pattern, spaced
from .sieve import Sieve

FOLDER = Path(__file__).parent / "lexicon"
FLAGS = ("toward", "foe_behind", "object_suffix", "receiver")
Entries = list[tuple[str, dict]]  # which file, which entry


class LexiconError(ValueError):
    """An entry of a lexicon cannot be read; the message names its file, the entry and what is wrong."""


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language: "ar" or "en"."""
    rows = entries(FOLDER / language)

    def named(*tables: str) -> dict[str, re.Pattern]:
        return {row["name"]: row["pattern"] for table in tables for row in _compiled(rows[table], language)}

    lists = {row["name"]: fold(row["pattern"]).text for _, row in rows["list"]}
    triggers = tuple(_phrase(row) for row in _compiled(rows["trigger"], language))
    actors = tuple((row["slug"], row["pattern"]) for row in _compiled(rows["actor"], language, clitics=True))
    cues, wording = named("cue"), named("attribution", "movement")
    sieve = Sieve([*((one.id, one.pattern) for one in triggers), *actors, *cues.items(), *wording.items()])
    return Lexicon(
        language=language,
        triggers=triggers,
        cues=cues,
        between=re.compile(lists["between"]),
        before=re.compile(rf"(?<!\w)[وف]?(?:ال)?{lists['before']}(?:ال)?$"),
        homographs=dict(_homographs(rows["homograph"])),
        actors=actors,
        speakers=tuple((row["slug"], row["pattern"]) for row in _compiled(rows["speaker"], language, clitics=True)),
        **wording,
        sieve=sieve,
        events=tuple((sieve.bits[one.id], one) for one in triggers),
        fighters=tuple((sieve.bits[slug], slug, regex) for slug, regex in actors),
        speaking=sieve.mask(("say", "tail", "rumour")),
    )


def entries(folder: Path) -> dict[str, Entries]:
    """The entries of a lexicon's files by table, each with the name of its file."""
    found: dict[str, Entries] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(f"{path.name}: {error}") from None
        for table, rows in tables.items():
            found.setdefault(table, []).extend((path.name, row) for row in rows)
    return found


def _compiled(rows: Entries, language: str, clitics: bool = False) -> Iterator[dict]:
    """The entries with their patterns compiled."""
    for file, row in rows:
        try:
            source = f"(?:[بلك]|لل)?(?:{row['pattern']})" if clitics and language == "ar" else row["pattern"]
            yield {**row, "pattern": pattern(source, language)}
        except KeyError:
            raise LexiconError(f"{file}: {row} lacks a pattern.") from None
        except re.error as error:
            raise LexiconError(f"{file}: the pattern {row['pattern']!r} cannot be read: {error}.") from None


def _homographs(rows: Entries) -> Iterator[tuple[str, re.Pattern]]:
    for _, row in rows:
        yield bare_name(fold(row["name"]).text), re.compile("|".join(map(spaced, row["cues"])))


def _phrase(row: dict) -> Phrase:
    flags = {name: row.get(name, False) for name in FLAGS}
    return Phrase(row["id"], row["kind"], row["frame"], row.get("mode", ""), *flags.values(), row["pattern"])
