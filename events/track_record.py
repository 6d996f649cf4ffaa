"""The record of sources, counted: how what they said of control compares with what came to be known. Pure.

Only statements that say who holds a place are judged. Nobody is confirmed by own word alone: a statement counts as
later assessed when the place came to be assessed so and another origin said so too.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from statistics import median

from events.testimony import Testimony, verdict
from events.timeline import Span

HORIZON = timedelta(days=14)  # how long after a statement what is assessed still speaks of it
FEW = 10  # fewer statements than these say little
POSSESSION, DEPARTURE = ("capture", "transfer", "hold"), ("withdrawal", "loss")


@dataclass(slots=True)
class Record:
    """What one source said of control, and what became of it."""

    judged: int = 0  # statements that say who holds a place
    confirmed: int = 0  # of them: later assessed as true, and said by another origin too
    contested: int = 0  # of them: about a place and time that is contested
    days: list[int] = field(default_factory=list)  # from the assessed day of a change to its publication
    alone: list[tuple[int, str]] = field(default_factory=list)  # place and key of what no other origin said

    @property
    def lag(self) -> float | None:
        """The median of days; negative when it was ahead, None when nothing can be compared."""
        return median(self.days) if self.days else None


def tally(
    said: Mapping[int, Sequence[Testimony]], spans: Mapping[int, Sequence[Span]], *, zone: tzinfo
) -> dict[str, Record]:
    """The record of each origin, from what was said of places and what is known of them."""
    records: dict[str, Record] = defaultdict(Record)
    for place in sorted(said):
        rows = sorted(said[place], key=lambda one: (one.start, one.key))
        starts = [one.start for one in rows]
        for one in rows:
            if is_judged(one):
                near = rows[bisect_left(starts, one.start - HORIZON) : bisect_right(starts, one.start + HORIZON)]
                _count(records[one.origin], place, one, near, spans.get(place, ()), zone)
    return dict(records)


def is_judged(said: Testimony) -> bool:
    """Whether it says who holds the place, the whole of it, in its own name."""
    is_plain = said.stance == "asserts" and not (said.ruling or said.is_partial or said.is_of_region)
    return is_plain and said.side is not None and said.kind in POSSESSION + DEPARTURE


def _count(
    record: Record, place: int, said: Testimony, near: Sequence[Testimony], spans: Sequence[Span], zone: tzinfo
) -> None:
    is_backed = any(other.origin != said.origin and _agrees(other, said) for other in near)
    assessed = [start for start, end, span in _lasting(spans) if _bears_out(span, said) and _meets(start, end, said)]
    record.judged += 1
    record.confirmed += bool(is_backed and assessed)
    record.contested += any(_is_contested_during(*one, said) for one in _lasting(spans))
    if not is_backed:
        record.alone.append((place, said.key))
    elif said.kind != "hold":
        record.days += _nearest(assessed, said, zone)


def _agrees(other: Testimony, said: Testimony) -> bool:
    """Whether another says what this one says: that the same party has the place, or that the same one left it."""
    gainer = said.side if said.kind in POSSESSION else said.other
    if gainer:
        return verdict(other, gainer).supports
    return is_judged(other) and (other.side != said.side if other.kind in POSSESSION else other.side == said.side)


def _bears_out(span: Span, said: Testimony) -> bool:
    if span.state.status != "assessed" or span.state.holder is None:
        return False
    gainer = said.side if said.kind in POSSESSION else said.other
    return span.state.holder == gainer if gainer else span.state.holder != said.side


def _lasting(spans: Sequence[Span]) -> list[tuple[datetime, datetime | None, Span]]:
    """Each span with its start and its end, None for the last."""
    ends = [span.start for span in spans[1:]] + [None]
    return [(span.start, end, span) for span, end in zip(spans, ends, strict=True)]


def _meets(start: datetime, end: datetime | None, said: Testimony) -> bool:
    """Whether a span holds at some moment from the statement's start to the horizon."""
    return start < said.start + HORIZON and (end is None or end > said.start)


def _is_contested_during(start: datetime, end: datetime | None, span: Span, said: Testimony) -> bool:
    return span.state.status == "contested" and start < said.end and (end is None or end > said.start)


def _nearest(assessed: Sequence[datetime], said: Testimony, zone: tzinfo) -> list[int]:
    """The days from the nearest assessed change to the publication; none when the change is long past."""
    near = [start for start in assessed if abs(start - said.start) <= HORIZON]
    if not near:
        return []
    change = min(near, key=lambda start: (abs(start - said.start), start))
    return [(said.published_at.astimezone(zone).date() - change.astimezone(zone).date()).days]
