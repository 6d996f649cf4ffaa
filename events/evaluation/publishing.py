"""When a report was published, which is what its "Monday" counts from."""

from datetime import date, datetime, time

from events.extraction.dates import DAMASCUS

from .records import Record

HOUR = time(20)  # what a day of publication stands for
DAY = len("2016-12-07")


def published(text: str) -> datetime:
    """The moment of a publication; a day stands for its evening in Damascus."""
    if len(text) == DAY:
        return datetime.combine(date.fromisoformat(text), HOUR, DAMASCUS)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=DAMASCUS)


def published_in(record: Record, name: str) -> datetime | None:
    """The moment that a field of a line tells, if any."""
    text = record.text_or_none(name)
    try:
        return published(text) if text else None
    except ValueError:
        record.refuse(name, "is no day. Write ISO 8601, such as 2016-12-07.")
