"""How long ago a state was last proven, in the steps in which its colour fades. Pure.

The map works this out in the browser (`timeline.js`), by the same days; a test holds both together.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from events.questions import DAMASCUS, end_of

DAY = timedelta(days=1)
STEPS = (1, 2, 4)  # times as long as it takes to become stale


def age_of(proven: datetime, moment: datetime, stale_days: int) -> int:
    """0 while the proof is fresh; 1, 2 or 3 by how many times `stale_days` it is old. Nothing ages in 0 days."""
    if not stale_days:
        return 0
    spans = (moment.astimezone(UTC) - proven.astimezone(UTC) - DAY) / (stale_days * DAY)
    return sum(spans > step for step in STEPS)


def proven_until(start: datetime, proofs: Iterable[tuple[datetime, datetime]]) -> datetime:
    """Until when a state that began at `start` is proven by these: from when on each supports it, when it was told."""
    found = [start.astimezone(UTC)]
    for at, told in proofs:
        begun, reach = _beginning(at), _beginning(max(at, told))
        found.append(found[0] + (reach - begun) if at == start else reach)
    return max(found)


def _beginning(moment: datetime) -> datetime:
    """The first moment of its day in Damascus."""
    return end_of(moment.astimezone(DAMASCUS).date() - DAY).astimezone(UTC)
