"""All shapes once and all periods as columns: what the map plays from without asking again."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import condition
from ninja import Query, Router
from ninja.decorators import decorate_view

from events import answers
from events.api.params import AskedOfSome
from events.questions import BadQuestion, Question, question_of
from gazetteer.features import features
from gazetteer.models import Boundary, Place
from gazetteer.queries import states

router = Router(tags=["control"])
UNIT = 3600  # seconds; the finest that reports tell apart


def _etag(request: HttpRequest) -> str | None:
    try:
        question = question_of(request)
    except BadQuestion:
        return None
    parts = [
        question.known,
        question.sources,
        question.revision is None,
        _revision(question),
        *states("names", "shapes", "sources"),
    ]
    return f'"{"-".join(str(part) for part in parts)}"'


def _revision(question: Question) -> int:
    return answers.latest_revision() if question.revision is None else question.revision


@router.get("/timeline", summary="Shapes and the whole history, in columns")
@decorate_view(condition(etag_func=_etag))
def timeline(request: HttpRequest, asked: Query[AskedOfSome]) -> JsonResponse:
    """GET /api/v1/timeline[?known=2016-12-07][&sources=sohr][&revision=12] — all days, so `on` changes nothing.

    `dt` counts units from the place's previous period, the first one from `t0`.
    """
    question = asked.question()
    periods = answers.periods_through(question)
    starts = [row[1].astimezone(answers.DAMASCUS).date() for row in periods]
    at = answers.recorded_at(question.revision)
    shapes = features(_on_the_map(periods, at), at=at)
    return JsonResponse(
        {
            "revision": None if question.is_computed else _revision(question),
            "known": question.known,
            "sources": question.sources,
            "timezone": settings.TIME_ZONE,
            "first": min(starts, default=None),
            "last": max([*starts, question.known]) if starts and question.known else max(starts, default=None),
            "shapes": {"type": "FeatureCollection", "features": shapes},
            **columns(periods),
        }
    )


def _on_the_map(periods: Iterable[tuple], at: datetime | None) -> QuerySet[Place]:
    """The places that have a shape, or that somebody is recorded to have held; the others are found by search."""
    held = {slug for slug, *_ in periods}
    shaped = Boundary.objects.current(at).values("place")
    return Place.every.filter(Q(slug__in=held) | Q(pk__in=shaped)).order_by("slug")


def columns(periods: Iterable[tuple]) -> dict:
    """Periods, ordered by place and start, as delta-coded columns with a table of the distinct states."""
    periods = list(periods)
    t0 = min((row[1] for row in periods), default=None)
    states: dict[tuple, int] = {}
    numbers: dict[str, int] = {}
    deltas, chosen, before = [], [], {}
    for slug, start, *state, _ in periods:
        numbers[slug] = numbers.get(slug, 0) + 1
        hours = _units(start, t0)
        deltas.append(hours - before.get(slug, 0))
        before[slug] = hours
        chosen.append(states.setdefault(tuple(state), len(states)))
    return {
        "t0": t0, "unit": UNIT, "places": list(numbers), "n": list(numbers.values()), "dt": deltas, "s": chosen,
        "states": [dict(zip(("holder", "status", "challenger", "besieged"), state, strict=True)) for state in states],
        "e": [row[-1] for row in periods],
    }  # fmt: skip


def _units(moment: datetime, t0: datetime) -> int:
    return int((moment - t0).total_seconds()) // UNIT
