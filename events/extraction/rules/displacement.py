"""People who leave or return, with or without a number."""

import re
from collections.abc import Iterator

from ..draft import Draft
from ..mentions import Named
from ..numbers import numbers
from ..reading import Reading

REACH = 60
GOAL = re.compile("الي|نحو|باتجاه|صوب|to|toward")


def displacement(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for each movement of people."""
    seen_until = -1
    for people in reading.lexicon.people.finditer(reading.text):
        if people.start() < seen_until:
            continue
        move = _move(reading, people.start(), people.end())
        if move is None:
            continue
        place = _place(reading, min(people.start(), move.start()))
        quantity = _number(reading, people.start())
        if place is None and quantity is None:
            continue
        who = next((one for one in reading.actors if one.start <= people.start() < one.end), None)
        seen_until = max(people.end(), move.end()) + 20
        rule = f"{reading.lexicon.language}.displacement"
        hypothetical = reading.cue(
            "hypothetical", max(reading.clause_start(move.start()), move.start() - 60), move.start()
        )
        yield Draft(
            rule, "displacement", "asserts", "hypothetical" if hypothetical else "actual", move.span(), place, who,
            quantity=quantity, unit="people" if quantity else None, score=0.7,
        )  # fmt: skip


def _move(reading: Reading, start: int, end: int):
    return next(
        reading.lexicon.move.finditer(reading.text, max(0, start - REACH), min(len(reading.text), end + REACH)), None
    )


def _number(reading: Reading, position: int) -> float | None:
    near = [one for one in numbers(reading.text[:position]) if position - one.end < 12]
    return near[-1].value if near else None


def _place(reading: Reading, position: int) -> Named | None:
    """Where they leave: the next place that is not where they go, else the last one before."""
    behind = [place for place in reading.places if position <= place.start < position + 2 * REACH]
    left = [place for place in behind if not _is_goal(reading, place)]
    before = [place for place in reading.places if position - 2 * REACH < place.end <= position]
    return (left or before[-1:] or [None])[0]


def _is_goal(reading: Reading, place: Named) -> bool:
    cue = reading.cue("direction", place.start - 16, place.start)
    return cue is not None and bool(GOAL.search(cue[0]))
