"""A sentence as read: everything that the rules ask about it, in positions of its folded text."""

import re
from datetime import date, datetime

from gazetteer.spelling import backwards

from .dates import When, dates
from .finders import Finders
from .languages import language_of
from .lexicons import lexicon
from .memory import Memory
from .mentions import Group, Named, groups, real_places
from .namesakes import told_apart
from .numbers import Number, numbers
from .once import once
from .phrases import Lexicon
from .quantities import Quantity, quantities
from .sentence import Sentence
from .speakers import Speaker, speakers, verbs_of_saying
from .triggers import Trigger, triggers_of

PASSING = frozenset({"groups", "verbs", "amounts", "numbers", "breaks", "triggers", "actors", "_turned"})


class Reading:
    """One sentence; each thing is looked for when it is first asked for."""

    def __init__(
        self, sentence: Sentence, wished: str | None, published: datetime | None, memory: Memory, finders: Finders
    ):
        """`wished` is the language that the report is said to be in."""
        self.sentence, self.text = sentence, sentence.folded.text
        self.published, self.memory = published, memory  # of what the sentences before have left
        self.finders = finders
        self.lexicon: Lexicon = lexicon(language_of(sentence.prose, wished))

    @once
    def likely(self) -> int:
        """The patterns of the lexicon that may match, as bits of its sieve."""
        return self.lexicon.sieve.candidates(self.text)

    @once
    def triggers(self) -> list[Trigger]:
        """The phrases that mark events."""
        return triggers_of(self.text, self.lexicon, self.likely)

    @once
    def actors(self) -> list[Named]:
        """The belligerents."""
        prose = self.sentence.prose
        capitals = prose if len(prose) == len(self.text) else self.text
        return self.finders.actors.find(capitals, self.text, self.lexicon, self.likely, self._turned)

    @once
    def _turned(self) -> str:
        return backwards(self.text)

    @once
    def _all_places(self) -> list[Named]:
        named = self.finders.places(self.sentence, self._turned, self.lexicon, self.actors)
        places = real_places(named, self.text, self.actors, self.lexicon)
        if any(len(one.slugs) > 1 for one in places):
            return told_apart(places, self.finders.facts, self.memory.anchors)
        return places

    @once
    def told_about(self) -> list[Named]:
        """Places inside the words that name a speaker."""
        return [one for one in self._all_places if any(who.start <= one.start < who.end for who in self.speakers)]

    @once
    def places(self) -> list[Named]:
        """The places, but those inside the words that name a speaker."""
        about = self.told_about
        return [one for one in self._all_places if one not in about] if about else self._all_places

    @once
    def groups(self) -> list[Group]:
        """The places gathered into lists."""
        return groups(self.places, self.text, self.lexicon)

    @once
    def verbs(self) -> list[re.Match]:
        """The verbs of saying; none where the sentence has no word for a speaker."""
        names = [(one.start, one.end) for one in self._all_places]
        return verbs_of_saying(self.text, self.lexicon, names) if self._may_speak else []

    @once
    def speakers(self) -> list[Speaker]:
        """Who speaks, each with his stretch."""
        if not self._may_speak:
            return []
        starts = [one.start for one in self.triggers]
        return speakers(self.text, self.verbs, self.lexicon, self.finders.sources, starts)

    @property
    def _may_speak(self) -> bool:
        return bool(self.likely & self.lexicon.speaking) or ":" in self.text

    @once
    def dates(self) -> list[When]:
        """The time expressions."""
        return dates(self.text, self.published, lambda: _date(self.memory.day))

    @once
    def amounts(self) -> list[Quantity]:
        """The quantities of territory."""
        return list(quantities(self.text))

    @once
    def numbers(self) -> list[Number]:
        """The numbers, in digits and words."""
        return numbers(self.text)

    @once
    def breaks(self) -> list[int]:
        """Where clauses begin, but the first."""
        if not self.may_have("break"):
            return []
        return [one.start() for one in self.lexicon.cues["break"].finditer(self.text)]

    def forget(self) -> None:
        """Drop what only rules ask for, once they have run; later sentences ask for the rest."""
        for name in PASSING & self.__dict__.keys():
            del self.__dict__[name]

    def may_have(self, name: str) -> bool:
        """The sentence may have a match of a cue, or of another pattern of the lexicon."""
        return bool(self.likely & self.lexicon.sieve.bits[name])

    def cue(self, name: str, start: int, end: int):
        """The last cue of that name that begins between start and end, or None."""
        last = None
        if not self.likely & self.lexicon.sieve.bits[name]:
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


def _date(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
