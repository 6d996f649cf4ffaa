"""How the matches of patterns begin: a line that begins otherwise need not be tried. Nothing is lost by it.

Of each pattern the first signs are worked out that a match can have, such as قد ي and read; digits count as 0 and white
space as one blank.
"""

import re
from collections.abc import Iterable, Sequence
from re import _constants as op
from re import _parser as parser

LENGTH = 5  # signs that are looked at
MOST = 10_000  # beginnings of one part; of more, fewer signs are kept
CLASSES = {op.CATEGORY_DIGIT: "0", op.CATEGORY_SPACE: " "}
ZERO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
Beginning = tuple[str, bool]  # signs, and whether anything may follow them
EMPTY: frozenset[Beginning] = frozenset([("", False)])
BLANK: frozenset[Beginning] = frozenset([(" ", False)])
ANYTHING: frozenset[Beginning] = frozenset([("", True)])


class Openings:
    """Tells which kinds of patterns may match at the beginning of a text, from a few signs of it."""

    def __init__(self, patterns: Iterable[tuple[int, Iterable[str]]]):
        """Of each pattern the bit of its kind, and its beginnings."""
        self._whole: dict[str, int] = {}  # by what a match begins with
        self._parts: dict[str, int] = {}  # by less than that
        for bit, each in patterns:
            for signs in each:
                self._whole[signs] = self._whole.get(signs, 0) | bit
                for size in range(len(signs)):
                    self._parts[signs[:size]] = self._parts.get(signs[:size], 0) | bit

    def candidates(self, head: str) -> int:
        """The bits of the kinds of which one may match a text that begins so."""
        signs = "".join(map(_sign, " ".join(f".{head}.".split())[1:-1]))[:LENGTH]
        found = self._parts.get(signs, 0)
        for size in range(len(signs) + 1):
            found |= self._whole.get(signs[:size], 0)
        return found


def beginnings(pattern: re.Pattern) -> set[str]:
    """Strings with one of which each match begins."""
    return {signs for signs, _ in _sequence(parser.parse(pattern.pattern, pattern.flags))}


def _sign(character: str) -> str:
    return "0" if character.isdecimal() else " " if character.isspace() else character


def _sequence(parts: Sequence) -> frozenset[Beginning]:
    so_far = EMPTY
    for kind, value in parts:
        if all(ended for _, ended in so_far):
            break
        so_far = _joined(so_far, _part(kind, value))
    return so_far


def _joined(before: frozenset[Beginning], behind: frozenset[Beginning]) -> frozenset[Beginning]:
    open_ended = [signs for signs, ended in before if not ended]
    size = LENGTH
    while len(open_ended) * len(behind) > MOST and size:
        size -= 1
        behind = frozenset((more[:size], last or len(more) > size) for more, last in behind)
    joined = {_together(signs, *more) for signs in open_ended for more in behind}
    return frozenset(joined.union(one for one in before if one[1]))


def _together(signs: str, more: str, last: bool) -> Beginning:
    both = signs + (more.lstrip(" ") if signs.endswith(" ") else more)
    return both[:LENGTH], last or len(both) >= LENGTH


def _part(kind, value) -> frozenset[Beginning]:
    if kind in ZERO_WIDTH:
        return EMPTY
    if kind is op.LITERAL:
        return frozenset([(_sign(chr(value)), False)])
    if kind is op.IN:
        return _class(value)
    if kind is op.SUBPATTERN:
        return _sequence(value[3])
    if kind is op.BRANCH:
        return frozenset().union(*map(_sequence, value[1]))
    if kind in REPEATS:
        return _repeat(*value)
    return ANYTHING


def _class(members: Sequence) -> frozenset[Beginning]:
    """Each sign that a class of characters stands for; anything where there is no telling."""
    signs: set[str] = set()
    for kind, value in members:
        if kind is op.LITERAL:
            signs.add(chr(value))
        elif kind is op.RANGE:
            signs.update(map(chr, range(value[0], value[1] + 1)))
        elif kind is op.CATEGORY and value in CLASSES:
            signs.add(CLASSES[value])
        else:
            return ANYTHING
    return frozenset((_sign(one), False) for one in signs)


def _repeat(least: int, most: int, parts: Sequence) -> frozenset[Beginning]:
    once = _sequence(parts)
    if once == BLANK:
        return BLANK if least else BLANK | EMPTY
    reached = found = EMPTY
    for count in range(1, (most if most <= LENGTH else max(least, 1)) + 1):
        reached = _joined(reached, once)
        found = reached if count <= least else found | reached
    return found if most <= LENGTH else found | frozenset((signs, True) for signs, _ in reached)
