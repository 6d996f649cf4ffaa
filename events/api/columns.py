"""The course of the war as delta-coded columns: small numbers that repeat, which is what gzip makes least of."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from events.course import Course
from events.questions import DAMASCUS, end_of

STATE = ("holder", "status", "challenger", "besieged")
HOUR = timedelta(hours=1)


def columns(course: Course) -> dict:
    """Periods, ordered by place and start, and what proves them, with a table of the distinct states."""
    rows = [(slug, _day(start), start, state, evidence) for slug, start, *state, evidence in course.periods]
    t0 = min((day for _, day, *_ in rows), default=None)
    states: dict[tuple, int] = {}
    before: dict[str, date] = {}
    numbers: dict[str, int] = {}
    days, chosen = [], []
    for slug, day, _, state, _ in rows:
        numbers[slug] = numbers.get(slug, 0) + 1
        days.append((day - before.get(slug, t0)).days)
        before[slug] = day
        chosen.append(states.setdefault(tuple(state), len(states)))
    hours = [_hours(start, day) for _, day, start, *_ in rows]
    return {
        "t0": t0, "unit": "day", "places": list(numbers), "n": list(numbers.values()), "dt": days,
        "h": hours if any(hours) else [], "s": chosen, "e": [row[-1] for row in rows],
        "states": [dict(zip(STATE, state, strict=True)) for state in states],
        **_proof(course),
    }  # fmt: skip


def _proof(course: Course) -> dict:
    """How far the evidence of each period's beginning reaches, and what came later."""
    first, starts = [0] * len(course.periods), _starts(course.periods)
    again: dict[str, list[int]] = {"row": [], "dt": [], "p": []}
    last = 0
    for slug, at, until in course.proofs:
        began, row = starts.get(slug, ([], 0))
        number = bisect_right(began, at) - 1
        if number < 0:
            continue
        row, since, reach = row + number, _days(began[number], at), max(_days(at, until), 0)
        if at == began[number]:
            first[row] = max(first[row], reach)
        else:
            again["row"].append(row - last)
            again["dt"].append(since)
            again["p"].append(reach)
            last = row
    return {"p": first, "again": again}


def _starts(periods: Iterable[tuple]) -> dict[str, tuple[list[datetime], int]]:
    """For each place the starts of its periods, and the row of the first one."""
    found: dict[str, tuple[list[datetime], int]] = {}
    for row, (slug, start, *_) in enumerate(periods):
        found.setdefault(slug, ([], row))[0].append(start)
    return found


def _day(moment: datetime) -> date:
    return moment.astimezone(DAMASCUS).date()


def _days(one: datetime, other: datetime) -> int:
    return (_day(other) - _day(one)).days


def _hours(moment: datetime, day: date) -> int:
    """Hours that had passed of the day, which need not have begun at midnight."""
    return (moment - end_of(day - timedelta(days=1))) // HOUR
