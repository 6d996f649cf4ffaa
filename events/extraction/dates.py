"""Dates in the words of a report, as half-open intervals of Damascus time."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from .sieve import Sieve
from .time_words import COMPILED, DAMASCUS, DAY, day_start, resolve

__all__ = ["DAMASCUS", "When", "dates", "day_start"]
SINCE = re.compile(r"\W*[وف]?(?:منذ|since)\b")
RELATIVE = frozenset({"next-day", "same-day"})  # to the day spoken of last
SIEVE = Sieve(enumerate(regex for _, regex in COMPILED))
BESIDE = 4  # characters between a weekday and the date it belongs to


@dataclass(frozen=True, slots=True)
class When:
    """A time expression: where it stands and which interval it means."""

    start: int
    end: int
    first: datetime
    last: datetime
    precision: int
    since: bool = False


def dates(text: str, published: datetime | None, previous: Callable[[], date | None]) -> list[When]:
    """The time expressions of a folded sentence that can be resolved, in order; the more exact wins an overlap."""
    likely = SIEVE.candidates(text)
    if not likely:
        return []
    today = published.astimezone(DAMASCUS).date() if published else None
    found: list[When] = []
    for name, regex in (one for number, one in enumerate(COMPILED) if likely & 1 << number):
        for match in regex.finditer(text):
            before = previous() if today is None or name in RELATIVE else None
            interval = resolve(name, match, today, before)
            if interval and not any(match.start() < one.end and one.start < match.end() for one in found):
                found.append(When(match.start(), match.end(), *interval, SINCE.match(match[0]) is not None))
    return sorted(_without_doubles(text, found), key=lambda one: one.start)


def _without_doubles(text: str, found: list[When]) -> list[When]:
    """A weekday right beside a date is that date: "Friday, 16 December"."""
    exact = [one for one in found if one.precision == DAY and re.search(r"\d", text[one.start : one.end])]
    return [one for one in found if one in exact or not any(_touch(text, one, other) for other in exact)]


def _touch(text: str, one: When, other: When) -> bool:
    between = text[one.end : other.start] if one.start < other.start else text[other.end : one.start]
    return len(between) < BESIDE and not between.strip(" ,،()")
