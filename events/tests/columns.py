"""The columns of the timeline, read back as the map reads them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from events.questions import DAMASCUS, end_of

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Row:
    """A period of a place: its first day and moment, its state, and (day from which, day until which) of each proof."""

    day: date
    start: datetime
    state: dict
    proofs: list[tuple[date, date]]

    def last_proof(self, on: date) -> date:
        """Until which day what counted by then proves it."""
        return max(until for since, until in self.proofs if since <= on)


def read_back(body: dict) -> dict[str, list[Row]]:
    """For each place its rows in order of time."""
    found: dict[str, list[Row]] = {}
    again = list(zip(accumulate(body["again"]["row"]), body["again"]["dt"], body["again"]["p"], strict=True))
    row = 0
    for slug, number in zip(body["places"], body["n"], strict=True):
        day = date.fromisoformat(body["t0"])
        for _ in range(number):
            day += body["dt"][row] * DAY
            hours = timedelta(hours=body["h"][row] if body["h"] else 0)
            later = [(day + since * DAY, day + (since + reach) * DAY) for at, since, reach in again if at == row]
            proofs = [(day, day + body["p"][row] * DAY), *later]
            start = datetime.combine(day, time.min, DAMASCUS) + hours
            found.setdefault(slug, []).append(Row(day, start, body["states"][body["s"][row]], proofs))
            row += 1
    return found


def row_on(rows: list[Row], on: date) -> Row | None:
    """The one in force at the end of the day."""
    return next((row for row in reversed(rows) if row.start < end_of(on)), None)
