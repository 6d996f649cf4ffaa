"""Perspectives: the record as some origins alone tell it, and where two of them differ. Pure.

A perspective is written as slugs of sources and names of sets with commas between: `sana`, `sohr,amc`,
`opposition`, `independent,sohr`. A set has whoever spoke for its side when it published.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import groupby

from events.assessment import State
from events.testimony import INDEPENDENT, Testimony
from events.timeline import Span

# The sets that have a name, and the affiliation of those in it
NAMED = {
    "pro-government": "government",
    "opposition": "opposition",
    "kurdish": "kurdish",
    "pro-isil": "isil",
    "independent": INDEPENDENT,
}
MOST_NAMES = 50
THE_WAR = date(2012, 1, 1), date(2016, 12, 31)


class UnknownSource(ValueError):
    """A perspective that names something which is no source and no set (`names`), nothing, or too much."""

    def __init__(self, message: str, names: Sequence[str] = ()):
        super().__init__(message)
        self.names = list(names)


@dataclass(frozen=True, slots=True)
class Perspective:
    """Whose word is let in: these sources, and whoever speaks for these sides."""

    text: str  # as it is written in an address
    sources: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()

    def lets_in(self, said: Testimony) -> bool:
        """Whether it is these origins' word; an editor's own judgement is nobody's."""
        return said.ruling is None and self.lets_in_origin(said.origin, said.affiliation)

    def lets_in_origin(self, origin: str | None, affiliation: str) -> bool:
        """Whether it is one of these sources, or speaks for one of these sides."""
        return origin in self.sources or affiliation in self.sides


def parse(text: str, slugs: Collection[str]) -> Perspective:
    """The perspective that `text` names, with `slugs` the sources there are; UnknownSource says what is wrong."""
    names = list(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    if not names:
        raise UnknownSource("Name at least one source or set, such as sana, or sohr,amc, or opposition.")
    if len(names) > MOST_NAMES:
        raise UnknownSource(f"Name at most {MOST_NAMES} sources.")
    sets = [name for name in names if name in NAMED]
    unknown = [name for name in names if name not in NAMED and name not in slugs]
    if unknown:
        raise UnknownSource(f"No source has the slug {_quoted(unknown)}. Sets are: {', '.join(NAMED)}.", unknown)
    sources = frozenset(names) - frozenset(sets)
    return Perspective(",".join(sorted(names)), sources, frozenset(NAMED[name] for name in sets))


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name[:60]}”" for name in names)


def seen_from(perspective: Perspective, said: Iterable[Testimony]) -> list[Testimony]:
    """What the perspective's origins say, of all that is said."""
    return [one for one in said if perspective.lets_in(one)]


@dataclass(frozen=True, slots=True)
class Difference:
    """A place and the days, half-open, on which two accounts of it differ, with what each has."""

    place: str | int
    start: date
    until: date
    a: State
    b: State


def days_to_compare(record: tuple[date, date] | None, first: date | None, last: date | None) -> tuple[date, date]:
    """The first and the last day asked for, else those of the record; of one that lies outside it, that day alone."""
    begin, end = record or THE_WAR
    return first or min(begin, last or begin), last or max(end, first or end)


NOTHING = State()  # of a day on which an account says nothing
History = Mapping[str | int, Sequence[Span]]


def compare(
    a: History, b: History, first: date, until: date, *, zone: tzinfo, silent: bool = False, surety: bool = False
) -> list[Difference]:
    """Where two histories differ on days from `first` to before `until`, place by place in order of time.

    They differ in who is said to hold a place. With `surety`, also in how sure that is: one voice alone can seldom
    be sure of its own side's gains. With `silent`, also where one of them says nothing.
    """
    found = []
    for place in sorted({*a, *b}):
        both = _by_day(a.get(place, ()), zone), _by_day(b.get(place, ()), zone)
        for start, end, ours, theirs in _side_by_side(*both, first, until, surety):
            if not silent and NOTHING in (ours, theirs):
                continue
            if _told(ours, surety) != _told(theirs, surety):
                found.append(Difference(place, start, end, ours, theirs))
    return found


def _told(state: State, surety: bool) -> tuple:
    if surety:
        return state.holder, state.status, state.challenger, state.is_besieged
    return state.holder, state.challenger, state.status if state.status in ("contested", "shared", "unknown") else None


def _side_by_side(
    a: Mapping[date, State], b: Mapping[date, State], first: date, until: date, surety: bool
) -> list[tuple[date, date, State, State]]:
    """The days cut where either account changes: from, to before, and the two states."""
    if first >= until:
        return []
    cuts = sorted({first, *(day for day in (*a, *b) if first < day < until)})
    told = groupby(cuts, key=lambda day: tuple(_cut(_on(states, day), surety) for states in (a, b)))
    starts = [next(days) for _, days in told]
    ends = [*starts[1:], until]
    return [(start, end, _on(a, start), _on(b, start)) for start, end in zip(starts, ends, strict=True)]


def _cut(state: State, surety: bool) -> tuple:
    """What has to change for a new row to begin."""
    return state.holder, state.status, state.challenger, surety and state.is_besieged


def _by_day(spans: Sequence[Span], zone: tzinfo) -> dict[date, State]:
    """The state at the end of each day on which it changed, in order of time."""
    return {span.start.astimezone(zone).date(): span.state for span in spans}


def _on(states: Mapping[date, State], day: date) -> State:
    days = list(states)
    after = bisect_right(days, day)
    return states[days[after - 1]] if after else NOTHING
