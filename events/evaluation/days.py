"""When it happened: what an annotated date allows, and whether a claim's interval keeps to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

LONGEST = {"announced": 2.1, "week": 10, "season": 190}  # days that an interval may last
LONGEST_BY_PARTS = {1: 367, 2: 32, 3: 1.6}  # otherwise, by how many of year, month and day are told
OPEN = {"since", "interval_end"}  # one end of the interval is told, the other is free
LONGEST_OPEN = 35
SLACK = timedelta(hours=3)  # days told in UTC; nights that begin the evening before
MOMENT = timedelta(minutes=1)
SUMMER = range(4, 11)  # months of Damascus summer time: near enough for days, and the same with any zone data


@dataclass(frozen=True, slots=True)
class Days:
    """A half-open interval of Damascus time."""

    start: datetime
    end: datetime

    @classmethod
    def of(cls, date: str) -> "Days":
        """The year, month or day that a date such as 2016, 2016-12 or 2016-12-07 names."""
        year, month, day = ([int(part) for part in date.split("-")] + [None, None])[:3]
        if day is not None:
            start = datetime(year, month, day)
            return cls(start, start + timedelta(days=1))
        if month is not None:
            return cls(datetime(year, month, 1), datetime(year + month // 12, month % 12 + 1, 1))
        return cls(datetime(year, 1, 1), datetime(year + 1, 1, 1))

    @classmethod
    def between(cls, start: datetime | None, end: datetime | None) -> "Days | None":
        """From one moment to another, or None when either is unknown."""
        return cls(in_damascus(start), in_damascus(end)) if start and end else None

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    def shared_with(self, other: "Days") -> timedelta:
        return min(self.end, other.end) - max(self.start, other.start)


def in_damascus(moment: datetime) -> datetime:
    """A moment in Damascus time, without an offset; one that has none is Damascus time already."""
    if moment.tzinfo is None:
        return moment
    offset = timezone(timedelta(hours=3 if moment.month in SUMMER else 2))
    return moment.astimezone(offset).replace(tzinfo=None)


def same_days(claimed: Days | None, date: str, precision: str | None) -> bool:
    """Whether a claim's interval says what the annotated date says, and says it as finely."""
    if claimed is None:
        return False
    claimed, told = Days(claimed.start, max(claimed.end, claimed.start + MOMENT)), Days.of(date)
    if _meets_the_open_end(claimed, told, precision):
        return True
    shared = claimed.shared_with(told)
    is_mostly_shared = shared > timedelta(0) and 2 * shared >= min(claimed.length, told.length)
    return is_mostly_shared and claimed.length <= _longest(date, precision)


def _meets_the_open_end(claimed: Days, told: Days, precision: str | None) -> bool:
    if precision == "since":
        return told.start - SLACK <= claimed.start < told.end
    return precision == "interval_end" and told.start - SLACK < claimed.end <= told.end + SLACK


def _longest(date: str, precision: str | None) -> timedelta:
    days = LONGEST.get(precision) or LONGEST_BY_PARTS[date.count("-") + 1]
    return timedelta(days=max(days, LONGEST_OPEN) if precision in OPEN else days)
