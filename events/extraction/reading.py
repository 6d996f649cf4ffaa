"""A sentence as read: everything that the rules ask about it, in positions of its folded text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from .dates import When
from .memory import Memory
from .mentions import Group, Named
from .numbers import Number, numbers
from .phrases import Lexicon, Phrase
from .quantities import Quantity, quantities
from .sentence import Sentence
from .speakers import Speaker


@dataclass(frozen=True, slots=True)
class Trigger:
    """A phrase of the lexicon where it stands."""

    phrase: Phrase
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a sentence at once, before anything is asked of its names."""

    sentence: Sentence
    lexicon: Lexicon
    likely: int  # the patterns of the lexicon that may match, as bits of its sieve
    triggers: list[Trigger]

    def may_have(self, name: str) -> bool:
        """The sentence may have a match of a cue, or of another pattern of the lexicon."""
        return bool(self.likely & self.lexicon.sieve.bits[name])


@dataclass
class Reading:
    """One sentence."""

    text: str
    lexicon: Lexicon
    places: list[Named]
    groups: list[Group]
    actors: list[Named]
    triggers: list[Trigger]
    speakers: list[Speaker]
    dates: list[When]
    recall: Callable[[], Memory]
    published: datetime | None
    verbs: list[re.Match]  # of saying
    told_about: list[Named]  # places inside the words that name a speaker
    likely: int  # the patterns of the lexicon that may match, as bits of its sieve

    @cached_property
    def amounts(self) -> list[Quantity]:
        """The quantities of territory."""
        return list(quantities(self.text))

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers, in digits and words."""
        return numbers(self.text)

    @cached_property
    def breaks(self) -> list[int]:
        """Where clauses begin, but the first."""
        if not self.may_have("break"):
            return []
        return [one.start() for one in self.lexicon.cues["break"].finditer(self.text)]

    @property
    def memory(self) -> Memory:
        """What the sentences before have left."""
        return self.recall()

    def may_have(self, name: str) -> bool:
        """The sentence may have a match of a cue, or of another pattern of the lexicon."""
        return bool(self.likely & self.lexicon.sieve.bits[name])

    def cue(self, name: str, start: int, end: int):
        """The last cue of that name that begins between start and end, or None."""
        last = None
        if not self.may_have(name):
            return last
        for match in self.lexicon.cues[name].finditer(self.text, max(0, start), max(0, end)):
            last = match
        return last

    def clause_start(self, position: int) -> int:
        """Where the clause of a position begins."""
        return max((one for one in self.breaks if one <= position), default=0)

    def clause_end(self, position: int) -> int:
        """Where the clause of a position ends."""
        return min((one for one in self.breaks if one > position), default=len(self.text))


def triggers_of(text: str, lexicon: Lexicon, likely: int) -> list[Trigger]:
    """The phrases that mark events, the longest where several overlap."""
    phrases = [phrase for phrase in lexicon.triggers if likely & lexicon.sieve.bits[phrase.id]]
    found = [Trigger(phrase, m.start(), m.end()) for phrase in phrases for m in phrase.pattern.finditer(text)]
    kept: list[Trigger] = []
    for one in sorted(found, key=lambda one: (one.start, one.start - one.end)):
        if (not kept or one.start >= kept[-1].end) and not _pointed_at(text, one, lexicon):
            kept.append(one)
    return kept


def _pointed_at(text: str, one: Trigger, lexicon: Lexicon) -> bool:
    """Says "that capture" of something told before: nothing new."""
    cue = lexicon.cues["demonstrative"].search(text, max(0, one.start - 6), one.start)
    return cue is not None and one.start - cue.end() < 2
