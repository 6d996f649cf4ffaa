"""Places that only say where another place is: "north of X", "in the countryside of X", "Saqba in the Ghouta"."""

import re
from collections.abc import Sequence

from ..mentions import Group
from ..reading import Reading

INSIDE = re.compile(
    r"[\s\"»)]*(?:(?:ال)?\w+\s+)?(?:في|ب|ضمن|داخل|من|التابعه? ل|شمال|جنوب|شرق|غرب)?\s*(?:في|ب|من|ل)?\s*(?:ال)?"
    r"|\s+(?:\w+\s+)?(?:in|of|within|inside)\s+(?:(?:the|eastern|western|northern|southern|city|of|province)\s+)*"
)
CONTAINER = re.compile(r"(?<!\w)(?:في|ب|ل|من|ضمن|داخل|التابع|in|of|within|inside)")
NEAR = 12
LONGEST_INSIDE = 30


def is_aside(reading: Reading, group: Group, floor: int, toward: bool = False) -> bool:
    """Only says where something is, or where it comes from; `toward`: a place behind "towards" is no aside."""
    floor = max(floor, group.start - 28)
    if _stands_before(reading, "beside", floor, group):
        return True
    if not toward and _stands_before(reading, "compass", floor, group):
        return True
    return not toward and _stands_before(reading, "direction", floor, group)


def is_background(reading: Reading, group: Group) -> bool:
    """Beside another place, or what contains the one named right before it: never what "it" and "the district" mean."""
    floor = group.start - 28
    if any(_stands_before(reading, name, floor, group) for name in ("beside", "compass")):
        return True
    return is_container(reading.text, reading.groups, group)


def is_struck(reading: Reading, group: Group) -> bool:
    """What is shelled or bombed: that says nothing of who holds it."""
    return _stands_before(reading, "struck", group.start - 28, group)


def is_excepted(reading: Reading, group: Group) -> bool:
    """What "all but X" leaves out."""
    return _stands_before(reading, "except", group.start - 28, group)


def is_near(reading: Reading, group: Group) -> bool:
    """Beside which something is."""
    return _stands_before(reading, "near", group.start - 28, group)


def is_goal(reading: Reading, group: Group) -> bool:
    """Where somebody goes."""
    return _stands_before(reading, "direction", group.start - 28, group)


def is_container(text: str, groups: Sequence[Group], group: Group) -> bool:
    """Contains the place named right before it: the Ghouta in "Saqba in the Ghouta"."""
    previous = max((one.end for one in groups if one.end <= group.start), default=None)
    if previous is None or group.start - previous > LONGEST_INSIDE:
        return False
    between = text[previous : group.start]
    return bool(CONTAINER.search(between) and INSIDE.fullmatch(between))


def _stands_before(reading: Reading, name: str, floor: int, group: Group) -> bool:
    cue = reading.cue(name, floor, group.start)
    return cue is not None and group.start - cue.end() <= NEAR
