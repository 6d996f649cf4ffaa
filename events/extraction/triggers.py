"""Phrases of the lexicon that mark events, where they stand."""

from dataclasses import dataclass

from .phrases import Lexicon, Phrase


@dataclass(frozen=True, slots=True)
class Trigger:
    """A phrase of the lexicon where it stands."""

    phrase: Phrase
    start: int
    end: int


def triggers_of(text: str, lexicon: Lexicon, likely: int) -> list[Trigger]:
    """The phrases that mark events, the longest where several overlap."""
    phrases = [phrase for bit, phrase in lexicon.events if likely & bit]
    found = [Trigger(phrase, *m.span()) for phrase in phrases for m in phrase.pattern.finditer(text)]
    kept: list[Trigger] = []
    found.sort(key=lambda one: (one.start, one.start - one.end))
    for one in found:
        if (not kept or one.start >= kept[-1].end) and not _pointed_at(text, one, lexicon):
            kept.append(one)
    return kept


def _pointed_at(text: str, one: Trigger, lexicon: Lexicon) -> bool:
    """Says "that capture" of something told before: nothing new."""
    cue = lexicon.cues["demonstrative"].search(text, max(0, one.start - 6), one.start)
    return cue is not None and one.start - cue.end() < 2
