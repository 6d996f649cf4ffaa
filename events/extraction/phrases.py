"""What a phrase of the lexicons looks like and what it means."""

import re
from dataclasses import dataclass

from gazetteer.folding import fold

from .sieve import Sieve

GAP = r"\s+(?:[^\s،,.:;؛]+\s+){0,4}?"  # " .. ": at most four words, none of which ends a clause
LONG_GAP = GAP.replace("4", "9")  # " ... "
NEVER = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of a lexicon that marks an event."""

    id: str
    kind: str
    frame: str
    mode: str
    toward: bool  # a place behind "towards" is what it is about
    foe_behind: bool  # a party named behind it is the other one
    object_suffix: bool  # the pronoun at its end is the place: «استعادته»
    receiver: bool  # who the place is handed to may stand behind "to"
    pattern: re.Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
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
    titles: re.Pattern = NEVER  # the noun that tells, behind his name, what he is
    stop: re.Pattern  # what ends a speaker's name
    rumour: re.Pattern  # reports of nobody named
    move: re.Pattern
    by_others: re.Pattern  # a movement that somebody else brings about
    people: re.Pattern
    sieve: Sieve  # by the ids of triggers, the names of cues and of the patterns above, the slugs of actors
    events: tuple[tuple[int, Phrase], ...]  # the triggers, each with its bit in the sieve
    fighters: tuple[tuple[int, str, re.Pattern], ...]  # the actors, each with its own
    speaking: int  # the bits of words for a speaker


def pattern(source: str, language: str) -> re.Pattern:
    """A phrase as a regular expression over folded text, standing between word boundaries."""
    prefix = "[وف]?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){prefix}(?:{spaced(source)})(?!\w)")


def spaced(source: str) -> str:
    """A phrase folded, any white space for each space of it, and some words for " .. "."""
    source = fold(source).text.replace(" ... ", "\1").replace(" .. ", "\0")
    source = re.sub(r" [?*]", r"\\s*", source)
    return source.replace(" ", r"\s+").replace("\0", GAP).replace("\1", LONG_GAP)


def bare_name(name: str) -> str:
    """A folded name without its article."""
    return name.removeprefix("ال")
