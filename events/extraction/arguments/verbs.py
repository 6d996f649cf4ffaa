"""Two verbs of one subject: "the army broke the rebels' lines and took X"."""

import re
from collections.abc import Sequence

from ..mentions import Named
from ..reading import Reading
from ..triggers import Trigger

THEN = {"ar": re.compile(r"(?<!\w)(?:ثم|و)\s*$"), "en": re.compile(r"(?:(?<!\w)(?:and|then)|,)\s*$")}
# What opens a clause of its own
OPENS = re.compile(r"(?<!\w)[وف]?(?:ان|بعد|that|as|after|before|when|while)(?!\w)|[؛;]")
# "And", written together with the verb; the other words begin so themselves
JOINED = re.compile("ف(?!رض|قد|شل|رت|روا|ك)|و(?!سع|صل)")


def is_second_verb(reading: Reading, trigger: Trigger) -> bool:
    """The trigger goes on from a verb before it, and names no subject of its own in between."""
    if reading.lexicon.language == "ar" and JOINED.match(reading.text, trigger.start):
        return True
    return bool(THEN[reading.lexicon.language].search(reading.text, max(0, trigger.start - 6), trigger.start))


def subject_of_both(reading: Reading, trigger: Trigger, parties: Sequence[Named]) -> Named:
    """Which of the parties before the trigger did what the verb before it says; `parties` in order, not empty."""
    opened = max((one.end() for one in OPENS.finditer(reading.text, 0, trigger.start)), default=0)
    floor = max(reading.clause_start(trigger.start), opened)
    here = [one for one in parties if one.start >= floor]
    first = next((one for one in reversed(reading.triggers) if floor <= one.start and one.end <= trigger.start), None)
    if not here:
        return parties[-1]
    return (first and _subject_of(reading, first, here)) or here[0]


def _subject_of(reading: Reading, verb: Trigger, parties: Sequence[Named]) -> Named | None:
    """English names it before the verb; Arabic behind it, or directly before."""
    before = [one for one in parties if one.end <= verb.start]
    if before and (reading.lexicon.language == "en" or not reading.text[before[-1].end : verb.start].strip()):
        return before[-1]
    behind = [one for one in parties if one.start >= verb.start]
    return behind[0] if behind and reading.lexicon.language == "ar" else None
