"""Quantities of territory in a folded text: a number or a share, with its unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .numbers import FRACTION, Number, fractions, numbers
from .sieve import Sieve

UNITS = [
    (
        "neighbourhoods",
        re.compile(r"\s*(?:من\s+)?(?:حيا?|احياء|حي)(?!\w)|\s+(?:\w+\s+){0,2}?(?:districts|neighbou?rhoods)(?!\w)"),
    ),
    ("percent", re.compile(r"\s*(?:%|٪|(?:في|ب)\s*ال?م[ائ]?[يئ]?ه|بالمئه|بالمايه|في المايه|في المئه|per ?cent)")),
    ("km2", re.compile(r"\s*(?:كيلومترا?(?:ات)?\s+مربعا?(?:ه)?|كم مربع|square (?:kilomet(?:er|re)s|km)|sq ?km|km2)")),
]
RANGE = re.compile(r"\s*(?:to|-|–|الي|(?:out )?of(?: the)?|من اصل)\s*")
BETWEEN = re.compile(r"(?<!\w)(?:between|بين) $")
AND = re.compile(r"(?: in \w+)?\s*(?:and |و)\s*")
GROWN = re.compile(r"(?<!\w)(?:عدد|number of) .{0,80}?(?:الي|to|at)\s+$")
TOTAL = re.compile(r"\s+the (?:total )?number of (?:districts|neighbou?rhoods)")
PART = re.compile(
    r"(?:^|\s)(?:in|eastern|western|northern|southern|other|first|second) $"
)  # "split in half", "the western half"
COUNTED = re.compile(r"احياء|districts|neighbou?rhoods")
PATTERNS = (*(regex for _, regex in UNITS), COUNTED, FRACTION)  # of which each quantity matches one
SIEVE = Sieve(enumerate(PATTERNS))
GROWN_REACH = 120  # characters between "the number of quarters" and how many


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much, of which unit (neighbourhoods, percent, km2), and where it stands; a fraction is per cent."""

    value: float
    unit: str
    start: int
    end: int
    is_fraction: bool = False


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities, those in digits and number words first."""
    if not SIEVE.candidates(text):
        return
    for number in _without_upper_ends(numbers(text), text):
        unit, end = _unit(text, number)
        if unit:
            yield Quantity(round(number.value, 1), unit, number.start, end)
    for share in fractions(text):
        if not PART.search(text, max(0, share.start - 12), share.start):
            yield Quantity(round(share.value, 1), "percent", share.start, share.end, True)


def _without_upper_ends(found: list[Number], text: str) -> Iterator[Number]:
    """Of "35 to 40 per cent" the lower end is what is claimed, and of "six of the twelve" the six."""
    last = None
    for number in found:
        if last and _is_upper_end(text, last, number):
            yield Number(last.value, last.start, number.end)
        else:
            yield number
        last = number


def _is_upper_end(text: str, last: Number, number: Number) -> bool:
    if RANGE.fullmatch(text, last.end, number.start):
        return True
    between = BETWEEN.search(text, max(0, last.start - 10), last.start)
    return between is not None and AND.fullmatch(text, last.end, number.start) is not None


def _unit(text: str, number: Number) -> tuple[str | None, int]:
    for unit, regex in UNITS:
        if match := regex.match(text, number.end):
            return unit, match.end()
    if TOTAL.match(text, number.end):
        return "neighbourhoods", number.end
    grown = GROWN.search(text[max(0, number.start - GROWN_REACH) : number.start])
    return ("neighbourhoods", number.end) if grown and COUNTED.search(grown[0]) else (None, 0)
