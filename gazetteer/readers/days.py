"""Days of the Linked Places Format's `when`, there and back: ours are half-open, theirs end with the last day. Pure."""

import re
from datetime import date, timedelta

# A day, month or year of ISO 8601; a mark of doubt or an hour after it is left aside
DAY = re.compile(r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[~?%]?\Z")


def read_when(when: dict | None) -> tuple[date | None, date | None]:
    """From and until of the spans taken together; no start is always, no end is still. ValueError for other days."""
    spans = (when or {}).get("timespans") or []
    starts = [_first(_said(span.get("start"), "in", "earliest")) for span in spans]
    ends = [_after(_said(span.get("end"), "in", "latest")) for span in spans]
    used_from = min(starts) if starts and None not in starts else None
    used_until = max(ends) if ends and None not in ends else None
    return used_from, used_until


def write_when(used_from: date | None, used_until: date | None) -> dict:
    """The members `{"when": …}` for a span of days; none when it has neither start nor end."""
    if not used_from and not used_until:
        return {}
    span = {}
    if used_from:
        span["start"] = {"in": used_from.isoformat()}
    if used_until:
        last = (used_until - timedelta(days=1)).isoformat()
        span.setdefault("start", {"latest": last})  # a start is required: all that is known is that it began by then
        span["end"] = {"in": last}
    return {"when": {"timespans": [span]}}


def _said(moment: dict | str | None, *names: str) -> str | None:
    if isinstance(moment, dict):
        return next((str(moment[name]) for name in names if moment.get(name)), None)
    return moment


def _first(text: str | None) -> date | None:
    """The first day of it; None for years before our era, which no date can hold and nothing here is older than."""
    if text is None:
        return None
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1) if year > 0 else None


def _after(text: str | None) -> date | None:
    if text is None:
        return None
    year, month, day = _parts(text)
    if day:
        return date(year, month, day) + timedelta(days=1)
    return date(year + (not month or month == 12), (month or 12) % 12 + 1, 1)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    found = DAY.match(text.strip())
    if not found:
        raise ValueError(f"“{text}” is no day, month or year")
    return tuple(int(part) if part else None for part in found.groups())
