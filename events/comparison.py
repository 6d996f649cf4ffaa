"""Two perspectives on the record, read and set beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.conf import settings

from events.affiliations import DAMASCUS
from events.assessment import State
from events.derivation import UMBRELLAS
from events.evidence import testimonies_about
from events.judging import judge
from events.models import Actor, ControlPeriod, Source
from events.perspectives import Difference, History, Perspective, compare, parse, seen_from
from events.questions import end_of
from events.remembered import remembered
from events.testimony import Testimony
from events.timeline import Span, state_before
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


@dataclass(frozen=True, slots=True)
class Accounts:
    """The two histories of every place, and the places by id."""

    places: Mapping[int, Place]
    a: History
    b: History


def accounts(asked: Question) -> Accounts:
    """What either perspective tells of each place."""
    places = {place.pk: place for place in Place.objects.with_names().order_by("slug")}
    told = remembered(("accounts", asked.a.text, asked.b.text, asked.before), lambda: _histories(asked, list(places)))
    return Accounts(places, *told)


def _histories(asked: Question, places: list[int]) -> tuple[History, History]:
    said = testimonies_about(places, before=asked.before)
    return history_of(asked.a, said), history_of(asked.b, said)


def differences(asked: Question, told: Accounts | None = None) -> list[Difference]:
    """Where the two differ, by place and in order of time; `place` is the gazetteer's."""
    told = told or accounts(asked)
    found = compare(
        told.a, told.b, asked.first, asked.until, zone=DAMASCUS, silent=asked.silent, surety=asked.surety
    )  # fmt: skip
    order = {pk: number for number, pk in enumerate(told.places)}
    found.sort(key=lambda one: (order[one.place], one.start))
    return [Difference(told.places[one.place], one.start, one.until, one.a, one.b) for one in found]


@dataclass(frozen=True, slots=True)
class Told:
    """What the two tell of a place on one day, and whether that is a difference."""

    place: Place
    a: State
    b: State
    differs: bool


def on_day(asked: Question, told: Accounts, day: date) -> list[Told]:
    """Each place that one of the two speaks of by the end of the day."""
    moment = end_of(day)
    differing = {one.place.pk for one in differences(replace(asked, first=day, until=day + timedelta(days=1)), told)}
    states = {
        pk: tuple(_state(history.get(pk, ()), moment) for history in (told.a, told.b)) for pk in {*told.a, *told.b}
    }
    return [
        Told(place, *states[pk], pk in differing)
        for pk, place in told.places.items()
        if pk in states and any(state.status for state in states[pk])
    ]


def _state(spans: Sequence[Span], moment: datetime) -> State:
    span = state_before(spans, moment)
    return span.state if span else State()


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
