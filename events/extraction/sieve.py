"""Which of many patterns can match in a text at all: one pass of an automaton in place of a search with each.

Of each pattern the strings are worked out of which every match holds one, such as سيطر; a pattern of which the text
holds none is not tried. What is found stays the same.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import reduce
from itertools import product
from operator import or_
from re import _constants as op
from re import _parser as parser
from types import MappingProxyType

import ahocorasick

MOST = 256  # strings that stand for one part of a pattern
LEAST = 2  # letters of a string that tells enough
COMMON = frozenset(["", " ", ".", ",", "،", "\n", "\t"])  # signs that do not
ZERO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)
Strings = frozenset[str]
NOTHING: Strings = frozenset([""])


class Sieve:
    """Tells which of its patterns may match. A pattern is known by its key; its bit stands for it in a number."""

    def __init__(
        self, patterns: Iterable[tuple[Hashable, re.Pattern]], bits: Mapping[Hashable, int] = MappingProxyType({})
    ):
        """`bits` are those of keys that have them already."""
        self._automaton = ahocorasick.Automaton()
        self.always = 0  # the bits of the patterns of which no strings are known
        self.bits: dict[Hashable, int] = dict(bits)
        for key, pattern in patterns:
            bit = self.bits.setdefault(key, 1 << len(self.bits))
            strings = needed(pattern)
            self.always |= 0 if strings else bit
            for string in strings or ():
                self._automaton.add_word(string, self._automaton.get(string, 0) | bit)
        if self._automaton:
            self._automaton.make_automaton()

    def mask(self, keys: Iterable[Hashable]) -> int:
        """The bits of several patterns."""
        return reduce(or_, (self.bits[key] for key in keys), 0)

    def places(self, text: str) -> tuple[list[int], list[int]]:
        """Where in the text strings end, and the bits of the patterns that may match there."""
        found = list(self._automaton.iter(text)) if self._automaton else []
        return [end for end, _ in found], [bits for _, bits in found]

    def candidates(self, text: str) -> int:
        """The bits of the patterns that may match in the text."""
        found = self.always
        if not self._automaton:
            return found
        for _, bits in self._automaton.iter(text):
            found |= bits
        return found


def needed(pattern: re.Pattern) -> Strings | None:
    """Strings of which every match holds one; None where there are none that tell enough."""
    if pattern.flags & re.IGNORECASE:
        return None
    exact, needs = _sequence(parser.parse(pattern.pattern, pattern.flags))
    return _better(needs, exact)


def _sequence(parts: Sequence) -> tuple[Strings | None, Strings | None]:
    """All that the parts can be, if that is little; else strings of which they hold one."""
    so_far, whole, needs = NOTHING, True, None
    for kind, value in parts:
        exact, within = _part(kind, value)
        if exact is not None and len(so_far) * len(exact) <= MOST:
            so_far = frozenset(one + other for one, other in product(so_far, exact))
        else:
            needs = _better(_better(needs, so_far), _better(within, exact))
            so_far, whole = NOTHING, False
    return (so_far, None) if whole else (None, _better(needs, so_far))


def _part(kind, value) -> tuple[Strings | None, Strings | None]:
    if kind in ZERO_WIDTH:
        return NOTHING, None
    if kind is op.LITERAL:
        return frozenset([chr(value)]), None
    if kind is op.IN:
        is_list = all(one is op.LITERAL for one, _ in value)
        return (frozenset(chr(letter) for _, letter in value), None) if is_list else (None, None)
    if kind is op.SUBPATTERN:
        _, added, _, parts = value
        return (None, None) if added & re.IGNORECASE else _sequence(parts)
    if kind is op.BRANCH:
        return _branches([_sequence(one) for one in value[1]])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return _repeat(*value)
    return None, None


def _branches(each: list) -> tuple[Strings | None, Strings | None]:
    if all(exact is not None for exact, _ in each):
        united = frozenset().union(*(exact for exact, _ in each))
        return (united, None) if len(united) <= MOST else (None, _better(None, united))
    chosen = [_better(needs, exact) for exact, needs in each]
    return None, None if None in chosen else frozenset().union(*chosen)


def _repeat(least: int, most: int, parts: Sequence) -> tuple[Strings | None, Strings | None]:
    exact, needs = _sequence(parts)
    if exact is not None and (least, most) == (0, 1):
        return exact | NOTHING, None
    return None, _better(needs, exact) if least else None


def _better(one: Strings | None, other: Strings | None) -> Strings | None:
    """Of two sets of strings, each of which is needed, the one that tells more."""
    kept = [_shortest(strings) for strings in (one, other) if strings]
    telling = [strings for strings in kept if all(map(_tells, strings))]
    return max(telling, key=lambda strings: (min(map(_weight, strings)), -len(strings)), default=None)


def _weight(string: str) -> float:
    """A single sign is rarer than two letters, which stand in many a word."""
    return len(string) if len(string) >= LEAST else LEAST + 0.5


def _tells(string: str) -> bool:
    """Long enough to be rare, or a sign such as © or #."""
    return len(string) >= LEAST or not (string.isalnum() or string in COMMON)


def _shortest(strings: Strings) -> Strings:
    """The strings without those that hold another of them."""
    kept: list[str] = []
    for string in sorted(strings, key=len):
        if not any(short in string for short in kept):
            kept.append(string)
    return frozenset(kept)
