"""The lexicons, read and compiled once: what a phrase looks like and what it means."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gazetteer.folding import fold

FOLDER = Path(__file__).parent / "lexicon"
GAP = r"\s+(?:[^\s،,.:;؛]+\s+){0,4}?"  # " .. ": at most four words, none of which ends a clause
LONG_GAP = GAP.replace("4", "9")  # " ... "


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of a lexicon that marks an event."""

    id: str
    kind: str
    frame: str
    mode: str
    toward: bool  # a place behind "towards" is what it is about
    foe_behind: bool  # a party named behind it is the other one
    receiver: bool  # who the place is handed to may stand behind "to"
    pattern: re.Pattern


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that is known of the wording of one language."""

    language: str
    triggers: tuple[Phrase, ...]
    cues: dict[str, re.Pattern]
    between: re.Pattern
    before: re.Pattern
    homographs: dict[str, re.Pattern]
    actors: tuple[tuple[str, re.Pattern], ...]
    speakers: tuple[tuple[str, re.Pattern], ...]
    say: re.Pattern
    tail: re.Pattern
    carry: re.Pattern
    heads: re.Pattern  # the noun that tells what a speaker is
    titles: re.Pattern  # the noun that tells, behind his name, what he is
    stop: re.Pattern  # what ends a speaker's name
    rumour: re.Pattern  # reports of nobody named
    move: re.Pattern
    by_others: re.Pattern  # a movement that somebody else brings about
    people: re.Pattern
    examples: tuple[tuple[str, str], ...]


def pattern(source: str, language: str) -> re.Pattern:
    """A phrase as a regular expression over folded text, standing between word boundaries."""
    prefix = "[وف]?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){prefix}(?:{_spaces(source)})(?!\w)")


def _spaces(source: str) -> str:
    source = fold(source).text.replace(" ... ", "\1").replace(" .. ", "\0")
    source = re.sub(r" [?*]", r"\\s*", source)
    return source.replace(" ", r"\s+").replace("\0", GAP).replace("\1", LONG_GAP)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language: "ar" or "en"."""
    raw = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))

    def one(source):
        return pattern(source, language)

    listed = ("trigger", "actor", "speaker")
    return Lexicon(
        language=language,
        triggers=tuple(_phrase(row, language) for row in raw["trigger"]),
        cues={name: one("|".join(rows)) for name, rows in raw["cues"].items()},
        between=re.compile(fold(raw["lists"]["between"]).text),
        before=re.compile(rf"(?<!\w)[وف]?(?:ال)?{fold(raw['lists']['before']).text}(?:ال)?$"),
        homographs={
            bare_name(fold(name).text): re.compile("|".join(map(_spaces, rows)))
            for name, rows in raw["homograph"].items()
        },
        actors=tuple((row["slug"], one(_clitic(row["pattern"], language))) for row in raw["actor"]),
        speakers=tuple((row["slug"], one(_clitic(row["pattern"], language))) for row in raw["speaker"]),
        say=one(raw["attribution"]["say"]),
        tail=one(raw["attribution"]["tail"]),
        carry=one(raw["attribution"]["carry"]),
        heads=one(raw["attribution"]["heads"]),
        titles=one(raw["attribution"].get("titles", "(?!)")),
        stop=one(raw["attribution"]["stop"]),
        rumour=one(raw["attribution"]["rumour"]),
        by_others=one(raw["displacement"]["by_others"]),
        move=one(raw["displacement"]["move"]),
        people=one(raw["displacement"]["people"]),
        examples=tuple((row.get("id") or row["slug"], row["example"]) for name in listed for row in raw[name]),
    )


def _phrase(row: dict, language: str) -> Phrase:
    return Phrase(
        row["id"],
        row["kind"],
        row["frame"],
        row.get("mode", ""),
        row.get("toward", False),
        row.get("foe_behind", False),
        row.get("receiver", False),
        pattern(row["pattern"], language),
    )


def bare_name(name: str) -> str:
    """A folded name without its article."""
    return name.removeprefix("ال")


def _clitic(source: str, language: str) -> str:
    return f"(?:[بلك]|لل)?(?:{source})" if language == "ar" else source
