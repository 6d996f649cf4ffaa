"""Deriving control beside the same in SQL, a decision beside reading its place, a day beside a round trip."""

from collections.abc import Callable, Iterable
from statistics import median

from django.conf import settings
from django.db import connection

from events import control
from events.benchmarks import made_events, one_day, one_decision
from events.benchmarks.processor import seconds
from events.evidence import testimonies_about
from events.extraction.collection import paused_collection
from events.judging import judge
from events.models import ControlEvent, ControlPeriod
from gazetteer.benchmarks import Row
from gazetteer.benchmarks.database import own_database
from gazetteer.models import Place

EVENTS = 1_000_000
PLACES = 130, 5_000
FULL = 1.5

# Who holds a place and how sure that is, from statements alone: by those within the window, where either changes
IN_SQL = """
WITH said AS (
  SELECT event.place_id, event.event_start AS start, actor.side, event.kind, event.stance,
    side.side NOT IN (actor.side, 'unknown') AS is_strong
  FROM events_controlevent event JOIN events_actor actor ON actor.id = event.actor_id
  JOIN events_affiliation side ON side.source_id = event.source_id
  WHERE event.origin = 'entered' AND event.removed_in_id IS NULL
), weighed AS (
  SELECT *, bool_or(is_strong AND stance = 'asserts') OVER recent AS is_sure, bool_or(stance = 'denies') OVER recent AS is_denied
  FROM said WHERE kind IN ('hold', 'capture')
  WINDOW recent AS (PARTITION BY place_id, side ORDER BY start RANGE BETWEEN '48 hours' PRECEDING AND CURRENT ROW)
), state AS (
  SELECT place_id, start, side, CASE WHEN is_denied THEN 'contested' WHEN is_sure THEN 'assessed' ELSE 'claimed' END AS status
  FROM weighed WHERE stance = 'asserts'
), changed AS (
  SELECT *, lag(side) OVER w AS side_before, lag(status) OVER w AS status_before FROM state
  WINDOW w AS (PARTITION BY place_id ORDER BY start)
)
SELECT count(*), min(start), max(place_id) FROM changed
WHERE (side, status) IS DISTINCT FROM (side_before, status_before)
"""  # noqa: E501


def run() -> list[Row]:
    """Ratios; what takes long is run once."""
    rows = [row for places in PLACES for row in _with(places, _full)]
    return [*rows, *_with(PLACES[0], one_decision.measure), *_with(PLACES[0], one_day.measure)]


def _with(places: int, measure: Callable[[dict], Iterable[Row]]) -> list[Row]:
    with own_database():
        return list(measure(made_events.names(places)))


def _full(given: dict) -> Iterable[Row]:
    made_events.tell(given, EVENTS)
    what = f"{EVENTS:,} statements on {given['many']:,} places"
    in_sql = median(seconds(_in_sql) for _ in range(3))
    worked_out = seconds(_work_out)
    written = seconds(control.rebuild)
    yield Row(f"{what}: a SELECT, of the processor", in_sql, "s")
    yield Row("  read and weighed, not written / SELECT", worked_out / in_sql, "times")
    yield Row("  derived and written / SELECT", written / in_sql, "times", goal=FULL)
    yield Row("  rows written: events", ControlEvent.objects.filter(origin="derived").count(), "")
    yield Row("  rows written: periods", ControlPeriod.objects.count(), "")
    again = seconds(control.rebuild)
    yield Row("  derived again, nothing differs / SELECT", again / in_sql, "times")


@paused_collection()
def _work_out() -> None:
    """What `control.derive` does, but for the rows."""
    places = list(Place.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(places), control.AT_ONCE):
        said = testimonies_about(places[start : start + control.AT_ONCE])
        for place in said:
            judge(said[place], window=settings.CONTROL_WINDOW)


def _in_sql() -> None:
    with connection.cursor() as cursor:
        cursor.execute(IN_SQL)
        cursor.fetchall()
