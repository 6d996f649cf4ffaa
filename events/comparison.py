"""Two perspectives on the record, read and set beside each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings

from events.affiliations import DAMASCUS
from events.assessment import State
from events.derivation import UMBRELLAS
from events.evidence import testimonies_about
from events.judging import judge
from events.models import Actor, ControlPeriod, Source
from events.perspectives import Difference, History, Perspective, compare, parse, seen_from
from events.remembered import remembered
from events.testimony import Testimony
from gazetteer.models import Place


def perspective(text: str) -> Perspective:
    """The perspective that the text names; UnknownSource when it names no source."""
    return parse(text, set(Source.objects.values_list("slug", flat=True)))


@dataclass(frozen=True, slots=True)
class Question:
    """Which two perspectives, on which days (half-open), and what counts as a difference."""

    a: Perspective
    b: Perspective
    first: date
    until: date
    silent: bool = False  # also where one says nothing
    surety: bool = False  # also where they agree on who, and not on how sure
    before: datetime | None = None  # by evidence published before that moment


def differences(asked: Question) -> list[Difference]:
    """Where the two differ, by place and in order of time; `place` is the gazetteer's."""
    places = {place.pk: place for place in Place.objects.with_names().order_by("slug")}
    found = remembered(("differences", asked), lambda: _differences(asked, list(places)))
    order = {pk: number for number, pk in enumerate(places)}
    found.sort(key=lambda one: (order[one.place], one.start))
    return [Difference(places[one.place], one.start, one.until, one.a, one.b) for one in found]


def _differences(asked: Question, places: list[int]) -> list[Difference]:
    said = testimonies_about(places, before=asked.before)
    return compare(
        history_of(asked.a, said), history_of(asked.b, said), asked.first, asked.until,
        zone=DAMASCUS, silent=asked.silent, surety=asked.surety,
    )  # fmt: skip


def history_of(perspective: Perspective, said: Mapping[int, list[Testimony]]) -> History:
    """Each place's history as the perspective's origins alone tell it."""
    seen = {place: seen_from(perspective, rows) for place, rows in said.items()}
    return {place: judge(rows, window=settings.CONTROL_WINDOW).spans for place, rows in seen.items() if rows}


def umbrellas() -> dict[str | None, Actor | None]:
    """The actor that stands for each side."""
    actors = {actor.slug: actor for actor in Actor.objects.filter(slug__in=UMBRELLAS.values())}
    return {None: None, **{side: actors.get(slug) for side, slug in UMBRELLAS.items()}}


def as_period(state: State, actors: Mapping[str | None, Actor | None]) -> ControlPeriod | None:
    """A state as a period that is not stored, for whatever can say a period in words; None when nothing is said."""
    if state.status is None:
        return None
    return ControlPeriod(
        holder=actors[state.holder], challenger=actors[state.challenger],
        status=state.status, is_besieged=state.is_besieged,
    )  # fmt: skip


def last_day(difference: Difference) -> date:
    """The last day of a difference, which is the one before it ends."""
    return difference.until - timedelta(days=1)
