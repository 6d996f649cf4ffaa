"""The days that the model gave, as an interval. Pure."""

import re
from datetime import date, datetime, timedelta

from events.extraction.time_words import DAMASCUS, DAY, MONTH, WEEK, day_start

from .failure import Invalid

ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d", re.ASCII)
Interval = tuple[datetime | None, datetime | None, int]


def interval(first: object, last: object, published: datetime | None, *, is_future: bool) -> Interval:
    """From, until and the precision; without days, the day of publication, as the rules have it."""
    today = published.astimezone(DAMASCUS).date() if published else None
    begun = _day(first) or _day(last) or today
    if begun is None:
        return None, None, DAY
    ended = _day(last) or begun
    if ended < begun:
        raise Invalid("its days are in the wrong order")
    if today and begun > today and not is_future:
        raise Invalid("it happened after the publication")
    return _cut(day_start(begun), day_start(ended + timedelta(days=1)), None if is_future else published)


def _cut(start: datetime, end: datetime, published: datetime | None) -> Interval:
    """What is told lies before the telling."""
    if published:
        end = max(min(end, published), start + timedelta(minutes=1))
    days = (end - start) / timedelta(days=1)
    return start, end, DAY if days <= 1 else WEEK if days <= 7 else MONTH


def _day(raw: object) -> date | None:
    if raw is None:
        return None
    if not isinstance(raw, str) or not ISO.fullmatch(raw):
        raise Invalid("its day cannot be read")
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise Invalid("its day cannot be read") from None
