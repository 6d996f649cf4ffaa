"""All shapes once and all periods as columns: what the map plays from without asking again."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import condition
from ninja import Query, Router
from ninja.decorators import decorate_view
from pydantic import ValidationError

from events import answers
from events.api.columns import columns
from events.api.params import AskedOfSome
from events.compressed import pack, packed_answer, weak_etag
from events.questions import Question
from events.remembered import basis, remembered
from gazetteer.features import features
from gazetteer.models import Boundary, Place

router = Router(tags=["control"])


def _etag(request: HttpRequest) -> str | None:
    try:
        question = AskedOfSome.model_validate(request.GET.dict()).question()
    except ValidationError:  # the endpoint refuses it and names what is wrong
        return None
    parts = [
        question.known,
        question.sources,
        question.revision is None,
        _revision(question),
        settings.CONTROL_STALE_DAYS,
        *basis("shapes"),
    ]
    request.is_of_every_language = True
    request.mark_of_the_answer = weak_etag(sha256(repr(parts).encode()).hexdigest())
    return request.mark_of_the_answer


def _revision(question: Question) -> int:
    return answers.latest_revision() if question.revision is None else question.revision


@router.get("/timeline", summary="Shapes and the whole history, in columns")
@decorate_view(condition(etag_func=_etag))
def timeline(request: HttpRequest, asked: Query[AskedOfSome]) -> HttpResponse:
    """GET /api/v1/timeline[?known=2016-12-07][&sources=sohr][&revision=12] — all days, so `on` changes nothing.

    `places`, and for each of them `n` periods. Of each period `dt` is its first day, counted in days of Damascus from
    the first day of the place's previous period (of its first one: from the day `t0`), and `h` the hours of that day
    that had passed; an empty `h` says none. `s` is the number of its state in `states`, `e` how many pieces of evidence
    it rests on, and `p` the days from its first day until the evidence for its beginning was published. `again` tells
    what confirmed a period later: its `row`, counted from the one before; `dt`, days since the period's first day; `p`,
    days until that was published. A state older than `stale_days` (0: none) since its last proof is shown paler.
    """
    mark = request.mark_of_the_answer  # all that the answer depends on is in it
    packed = remembered(("timeline", mark), lambda: pack(JsonResponse(_body(asked.question())).content))
    return packed_answer(request, packed, content_type="application/json")


def _body(question: Question) -> dict:
    course = answers.course_of(question)
    starts = [row[1].astimezone(answers.DAMASCUS).date() for row in course.periods]
    at = answers.recorded_at(question.revision)
    shapes = features(_on_the_map(course.periods, at), at=at)
    return {
        "revision": None if question.is_computed else _revision(question),
        "known": question.known,
        "sources": question.sources,
        "timezone": settings.TIME_ZONE,
        "first": min(starts, default=None),
        "last": max([*starts, question.known]) if starts and question.known else max(starts, default=None),
        "stale_days": settings.CONTROL_STALE_DAYS,
        "shapes": {"type": "FeatureCollection", "features": shapes},
        **columns(course),
    }


def _on_the_map(periods: Iterable[tuple], at: datetime | None) -> QuerySet[Place]:
    """The places that have a shape, or that somebody is recorded to have held; the others are found by search."""
    held = {slug for slug, *_ in periods}
    shaped = Boundary.objects.current(at).values("place")
    return Place.every.filter(Q(slug__in=held) | Q(pk__in=shaped)).order_by("slug")
