"""Control on a day among a million periods, beside a bare round trip to the database."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from random import Random
from statistics import median
from time import perf_counter

from django.db import connection

from events import answers
from events.benchmarks import made_events
from events.models import ControlPeriod
from events.questions import Question, end_of
from gazetteer.benchmarks import Row
from gazetteer.models import Place

PERIODS, ASKED = 1_000_000, 300
FIRST, DAYS = date(2012, 8, 1), 1_580
ONE_PLACE, ALL_PLACES = 2, 3  # round trips


def measure(given: dict) -> Iterable[Row]:
    """Medians over days that all take turns with."""
    made_events.hold(given, PERIODS)
    chance = Random(3)
    place = Place.objects.get(pk=given["places"][7])
    work = {"bare": _bare, "one": lambda day: _one(place, day), "all": _all, "objects": _objects}
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(ASKED):
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        for name, ask in work.items():
            taken[name].append(_milliseconds(lambda ask=ask, day=day: ask(day)))
    bare = median(taken["bare"])
    many = given["many"]
    yield Row(f"{PERIODS:,} periods: a bare round trip", bare, "ms")
    yield Row("  one place on a day / that", median(taken["one"]) / bare, "times", goal=ONE_PLACE)
    yield Row(f"  all {many} places on a day / that", median(taken["all"]) / bare, "times", goal=ALL_PLACES)
    yield Row("  one place on a day", median(taken["one"]), "ms")
    yield Row(f"  all {many} places on a day", median(taken["all"]), "ms")
    yield Row(f"  all {many} as objects, with names", median(taken["objects"]), "ms")


def _bare(day: date) -> None:
    _fetch("SELECT 1", ())


def _one(place: Place, day: date) -> None:
    last = answers.history_of(place, Question()).filter(start__lt=end_of(day)).order_by("-start")[:1]
    _fetch(*last.select_related(None).query.sql_with_params())


def _all(day: date) -> None:
    rows = ControlPeriod.objects.in_force_before(end_of(day))
    _fetch(rows.raw_query, rows.params)


def _objects(day: date) -> None:
    answers.control_on(Question(on=day))


def _fetch(sql: str, params) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        cursor.fetchall()


def _milliseconds(work: Callable) -> float:
    began = perf_counter()
    work()
    return 1000 * (perf_counter() - began)
