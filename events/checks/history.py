"""Checks of the history of control: periods of each place in order of time. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby, pairwise

from .fault import Fault

CHANGES = frozenset({"capture", "transfer", "withdrawal", "loss"})
SURE = frozenset({"assessed", "claimed"})


@dataclass(frozen=True, slots=True)
class Held:
    """A period: who held a place from a moment on, the kind of claim that decided it, and its event."""

    place: int
    start: datetime
    side: str | None
    status: str
    kind: str
    event: int


Histories = Mapping[int, Sequence[Held]]


def without_contact(histories: Histories, neighbours: Mapping[int, frozenset[int]]) -> Iterator[Fault]:
    """Yield each place taken by a party that held none of the places around it, where there are any."""
    for place, history in histories.items():
        around = neighbours.get(place, frozenset()) & histories.keys()
        for before, held in pairwise(history):
            is_taken = held.kind == "capture" and held.side and held.side != before.side and held.status in SURE
            if is_taken and around and not any(_held_by(histories[one], held) for one in around):
                yield Fault("no-contact", place, held.start, held.side, before.side, held.event)


def _held_by(history: Sequence[Held], taken: Held) -> bool:
    """The same side held it, or fought for it, just before the moment; or nobody knows who did."""
    at = bisect_left(history, taken.start, key=lambda one: one.start) - 1
    return at < 0 or history[at].side in (None, taken.side) or history[at].status == "contested"


def never_took(histories: Histories) -> Iterator[Fault]:
    """Yield each holder who follows another for sure, without a change that says how."""
    for place, history in histories.items():
        for before, held in pairwise(history):
            follows = before.status in SURE and held.status in SURE and held.side not in (None, before.side)
            if follows and held.kind not in CHANGES:
                yield Fault("never-took", place, held.start, held.side, before.side, held.event)


def two_holders(histories: Histories, day_of) -> Iterator[Fault]:
    """Yield each place that two parties got on one day; `day_of` gives the day of a moment."""
    for place, history in histories.items():
        sure = [held for held in history if held.status in SURE and held.side]
        for _, group in groupby(sure, key=lambda held: day_of(held.start)):
            of_a_day = list(group)
            if len({held.side for held in of_a_day}) > 1:
                last = of_a_day[-1]
                yield Fault("two-holders", place, last.start, last.side, of_a_day[0].side, last.event)


def silent(histories: Histories, heard: Mapping[int, datetime], now: datetime, after: timedelta) -> Iterator[Fault]:
    """Yield each place whose last evidence is older than `after`, seen from `now`."""
    for place, last in heard.items():
        if now - last > after and histories.get(place):
            held = histories[place][-1]
            yield Fault("silent", place, last, held.side, event=held.event, number=(now - last).days)


def against_members(
    said: Iterable[tuple[int, int, str, datetime]], members: Mapping[int, frozenset[int]], histories: Histories
) -> Iterator[Fault]:
    """Yield each claim of holding a region while another party held most of its members.

    `said` are (claim, region, side, moment).
    """
    for claim, region, side, moment in said:
        known = [_in_force(histories[one], moment) for one in members.get(region, ()) if one in histories]
        sure = [held for held in known if held and held.status == "assessed" and held.side]
        others = [held for held in sure if held.side != side]
        if sure and len(others) * 2 > len(sure):
            yield Fault("region", region, moment, side, others[0].side, claim=claim, number=len(others))


def _in_force(history: Sequence[Held], moment: datetime) -> Held | None:
    at = bisect_left(history, moment, key=lambda one: one.start) - 1
    return history[at] if at >= 0 else None
