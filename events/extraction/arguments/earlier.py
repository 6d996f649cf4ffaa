"""What "the district", "there" and "it" stand for: a place named before."""

import re
from dataclasses import replace

from ..mentions import Named
from ..reading import Reading
from ..triggers import Trigger
from .asides import is_background
from .scale import CITY, QUARTER, all_wide, is_city, is_wide

REACH = 90
RELATIVE = re.compile(r"[\s،,\"»]*(?:\w+\s+){0,6}?(?:الذي|التي|اللذين|حيث|where|which)(?!\w)")
LONGEST_RELATIVE = 60
SMALL = frozenset({"neighbourhood", "quarter", "landmark", "road"})


def earlier(reading: Reading, trigger: Trigger, words: str) -> tuple[Named, ...]:
    """The places that `words` such as "the district" mean: of the same sentence, else of the one before."""
    if CITY.search(words) and reading.memory.city:
        return moved(reading.memory.city, trigger)
    before = [one for one in reading.groups if one.end <= trigger.start and not is_background(reading, one)]
    last = reading.told_about[-1:] or reading.memory.places
    if CITY.search(words):  # "the city" is no quarter of one
        before = [one for one in before if all(is_city(place, reading.text) for place in one.places)]
        last = [one for one in last if one.kind not in SMALL]
    if QUARTER.search(words):  # "the quarter" is no region
        before = [one for one in before if not all_wide(one.places)]
        last = [one for one in last if not is_wide(one)] or reading.memory.quarter
    return before[-1].places if before else moved(last, trigger)


def relative(reading: Reading, trigger: Trigger) -> tuple[Named, ...]:
    """The places that a relative clause belongs to: "Sukkari, where clashes erupted"."""
    before = [one for one in reading.groups if one.end <= trigger.start]
    if not before or trigger.start - before[-1].end > LONGEST_RELATIVE:
        return ()
    return before[-1].places if RELATIVE.match(reading.text, before[-1].end, trigger.start) else ()


def moved(places, trigger: Trigger) -> tuple[Named, ...]:
    """Places of an earlier sentence, at the trigger: they have no words of their own here."""
    return tuple(replace(one, start=trigger.start, end=trigger.start) for one in places)
