"""Whether the whole of a place is meant, or less than that."""

import re

from ..mentions import Named
from ..reading import Reading
from ..triggers import Trigger

BEGIN_REACH = 16  # characters between "began to" and "withdraw"
EXCEPT_REACH = 20  # characters between a place and "except"
DISTRICT = re.compile(
    r"[\s\"«]*(?:(?:ال)?(?:حي|حيي|احياء|منطقه|مخيم)\s+|the\s+|al-|(?:district|neighbou?rhood|quarter)s? of\s+)*[\"«]?"
)


def is_of_a_part(reading: Reading, trigger: Trigger, place: Named) -> bool:
    """Less than the whole: "parts of" before the place or its list; what only begins; a retreat from nowhere named.

    "Several quarters, including X" says of X that it was the whole.
    """
    is_inferred = trigger.phrase.kind == "withdrawal" and place.start <= trigger.start
    if is_inferred or reading.cue("begins", trigger.start - BEGIN_REACH, trigger.start + 1):
        return True
    if _is_of_something_in(reading, trigger, place) or _is_but_for(reading, place):
        return True
    floor = trigger.end if place.start >= trigger.end else reading.clause_start(place.start)
    cue = reading.cue("partial", floor, place.start)
    return cue is not None and reading.cue("include", cue.end(), place.start) is None


def _is_of_something_in(reading: Reading, trigger: Trigger, place: Named) -> bool:
    """What was taken is something in the place, or looks down on it."""
    if trigger.phrase.kind != "capture" or trigger.phrase.frame != "act":
        return False
    cue = reading.cue("within", trigger.end, place.start)
    return cue is not None and DISTRICT.fullmatch(reading.text, cue.end(), place.start) is not None


def _is_but_for(reading: Reading, place: Named) -> bool:
    cue = reading.cue("except", place.end, place.end + EXCEPT_REACH)
    return cue is not None and cue.end() <= reading.clause_end(place.start)
