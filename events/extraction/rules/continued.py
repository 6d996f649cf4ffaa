"""Lists that go on from the sentence before: "These quarters include ..."."""

from collections.abc import Iterator
from dataclasses import replace

from ..draft import Draft
from ..phrases import Lexicon
from ..reading import Reading

OPENING = 60  # characters in which a sentence says that it goes on


def goes_on(lexicon: Lexicon, text: str) -> bool:
    """A sentence that opens by pointing to what was told before it."""
    return lexicon.cues["continues"].search(text, 0, OPENING) is not None


def continued(reading: Reading) -> Iterator[Draft]:
    """Yield, for each place of the list, what the sentence before told of the places that the list spells out."""
    cue = reading.cue("continues", 0, min(OPENING, len(reading.text)))
    if cue is None or reading.triggers:
        return
    told = reading.memory.told
    if told is None:
        return
    for group in reading.groups:
        if group.start >= cue.end():
            for place in group.places:
                yield replace(
                    told, trigger=cue.span(), place=place, actor=_here(told.actor, cue.start()), negation=None,
                    quantity=None, unit=None, partial=False, score=0.6,
                )  # fmt: skip
            return


def _here(actor, position: int):
    return actor and replace(actor, start=position, end=position)
