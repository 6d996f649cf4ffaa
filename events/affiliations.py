"""Whom sources speak for, looked up by day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from events.models import Affiliation, SpeaksFor

DAMASCUS = ZoneInfo(settings.TIME_ZONE)


class Affiliations:
    """The affiliations of all sources, or of some, read at once."""

    def __init__(self, sources: Iterable[int] | None = None):
        rows = Affiliation.objects.all() if sources is None else Affiliation.objects.filter(source__in=list(sources))
        self._rows: dict[int, list[Affiliation]] = defaultdict(list)
        for row in rows.order_by("valid_from"):
            self._rows[row.source_id].append(row)

    def on(self, source_id: int | None, day: date | datetime) -> str:
        """The side that the source speaks for on that day in Damascus; unknown without a source or an affiliation."""
        rows = self._rows.get(source_id, ())
        if len(rows) == 1 and not (rows[0].valid_from or rows[0].valid_until):
            return rows[0].side  # always; most are, and days take long to tell
        if isinstance(day, datetime):
            day = day.astimezone(DAMASCUS).date()
        return next((row.side for row in rows if _holds(row, day)), SpeaksFor.UNKNOWN.value)

    def latest(self, source_id: int) -> str:
        """The side that it spoke for last."""
        rows = self._rows.get(source_id, ())
        return max(rows, key=_begins).side if rows else SpeaksFor.UNKNOWN.value

    def of(self, source_id: int) -> list[Affiliation]:
        """All of them, oldest first."""
        return sorted(self._rows.get(source_id, ()), key=_begins)


def _begins(row: Affiliation) -> date:
    return row.valid_from or date.min


def _holds(row: Affiliation, day: date) -> bool:
    return _begins(row) <= day < (row.valid_until or date.max)
