"""What one decision takes when a hundred thousand statements are on record, beside reading those of its place."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User
from django.db import connection, transaction

from events import bulk, control, review
from events.benchmarks import made_events
from events.evidence import ENTRY
from events.models import Claim, ControlEvent, ControlPeriod, Report, Revision
from gazetteer.benchmarks import Row

EVENTS, ROUNDS, MOST = 100_000, 25, 5
FIRST = datetime(2012, 9, 1, tzinfo=ZoneInfo("UTC"))


def measure(given: dict) -> Iterable[Row]:
    """Medians over claims on as many places, throughout the years."""
    made_events.tell(given, EVENTS)
    control.rebuild()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    editor = User.objects.create(username="editor")
    taken: dict[str, list[float]] = {"read": [], "lean": [], "accept": []}
    wrote = []
    for number in range(ROUNDS):
        claim = _claim(given, number)
        taken["read"].append(_seconds(partial(_read_and_commit, claim.place_id)))
        taken["lean"].append(_seconds(partial(_read_lean_and_commit, claim.place_id)))
        taken["accept"].append(_seconds(partial(review.accept, claim, by=editor)))
        wrote.append(_rows_of(Revision.objects.first()))
    yield Row(f"{EVENTS:,} statements: a place read, committed", 1000 * median(taken["read"]), "ms")
    yield Row("  one decision / that", _ratio(taken, "accept", "read"), "times", at_most=MOST)
    yield Row("  one decision / the same read without objects", _ratio(taken, "accept", "lean"), "times")
    yield Row("  events and periods that a decision wrote", median(wrote), "rows")
    yield Row("  deriving everything then finds to write", control.rebuild(), "rows", at_most=0)


def _claim(given: dict, number: int) -> Claim:
    start = FIRST + timedelta(days=53 * number)
    report = Report.objects.create(sha256=f"{number:064x}", size=1, body=b"x", text="x", published_at=start)
    return Claim.objects.create(
        report=report, start=0, end=1, quote="x", rule="made", kind="capture", place_id=given["places"][5 * number],
        actor_id=given["actors"][number % 4], source_id=given["sources"][number % 6], event_start=start,
        event_end=start + timedelta(days=1),
    )  # fmt: skip


@transaction.atomic
def _read_and_commit(place: int) -> None:
    Revision.objects.create(reason="Read")
    list(ControlEvent.objects.live().filter(place=place))


@transaction.atomic
def _read_lean_and_commit(place: int) -> None:
    Revision.objects.create(reason="Read")
    bulk.read(ControlEvent.objects.live().filter(place=place).values_list(*ENTRY))


def _rows_of(revision: Revision) -> int:
    fields = [(model, field) for model in (ControlEvent, ControlPeriod) for field in ("added_in", "removed_in")]
    return sum(model.objects.filter(**{field: revision}).count() for model, field in fields)


def _ratio(taken: dict[str, list[float]], above: str, below: str) -> float:
    return median(one / other for one, other in zip(taken[above], taken[below], strict=True))


def _seconds(work: Callable) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
