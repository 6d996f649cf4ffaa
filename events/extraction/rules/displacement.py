"""People who leave or return, with or without a number."""

import re
from collections.abc import Iterator

from ..arguments.asides import is_background
from ..draft import Draft
from ..mentions import Group, Named
from ..phrases import Lexicon
from ..reading import Reading

REACH = 60
VAGUE = re.compile("و?(?:الاف|مئات|thousand|hundred)")  # "thousands of" is no number


def tells_of_people(lexicon: Lexicon, text: str) -> bool:
    """A sentence with people and a movement."""
    return lexicon.people.search(text) is not None and lexicon.move.search(text) is not None


def displacement(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for each movement of people."""
    if not (reading.may_have("people") and reading.may_have("move")):
        return
    seen_until = -1
    for people in reading.lexicon.people.finditer(reading.text):
        if people.start() < seen_until:
            continue
        move = _move(reading, people.start(), people.end())
        if move is None:
            continue
        places = _places(reading, min(people.start(), move.start()))
        who = next((one for one in reading.actors if one.start <= people.end() + 1 and people.start() < one.end), None)
        who = who or _mover(reading, move)
        quantity = _number(reading, people.start())
        if not places and quantity is None:
            continue
        seen_until = max(people.end(), move.end()) + 20
        rule = f"{reading.lexicon.language}.displacement"
        hypothetical = reading.cue(
            "hypothetical", max(reading.clause_start(move.start()), move.start() - 60), move.end()
        )
        for left in places or [None]:
            yield Draft(
                rule, "displacement", "asserts", "hypothetical" if hypothetical else "actual", move.span(), left, who,
                quantity=quantity, unit="people" if quantity else None, score=0.7,
            )  # fmt: skip


def _mover(reading: Reading, move: re.Match) -> Named | None:
    """Who brings civilians away: the last party before "evacuated" or "secured the exit of"."""
    by_others = reading.lexicon.by_others.search(reading.text, max(0, move.start() - 20), move.end())
    before = [one for one in reading.actors if by_others and one.end <= by_others.start()]
    return before[-1] if before else None


def _move(reading: Reading, start: int, end: int):
    return next(
        reading.lexicon.move.finditer(reading.text, max(0, start - REACH), min(len(reading.text), end + REACH)), None
    )


def _number(reading: Reading, position: int) -> float | None:
    near = [one for one in reading.numbers if 0 <= position - one.end < 12]
    return near[-1].value if near and not VAGUE.fullmatch(reading.text, near[-1].start, near[-1].end) else None


def _places(reading: Reading, position: int) -> tuple[Named, ...]:
    """Where they leave: the next places that are not where they go, else the last ones before."""
    behind = [group for group in reading.groups if position <= group.start < position + 2 * REACH]
    left = [group for group in behind if not _is_goal(reading, group)]
    before = [group for group in reading.groups if position - 2 * REACH < group.end <= position]
    plain = [group for group in before if not is_background(reading, group)]
    return (left or plain[-1:] or before[-1:] or [Group(())])[0].places


def _is_goal(reading: Reading, group: Group) -> bool:
    """Where they go to or through."""
    return any(reading.cue(name, group.start - 16, group.start) for name in ("direction", "through"))
