"""Where two perspectives differ, and what became of what a source said."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from events import answers, comparison, records
from events.affiliations import Affiliations
from events.api.params import MaybeDay
from events.assessment import State
from events.derivation import UMBRELLAS
from events.models import Source
from events.perspectives import Difference, Perspective, UnknownSource, days_to_compare
from events.questions import end_of
from events.track_record import FEW

router = Router(tags=["perspectives"])
NAMED = "Slugs of sources, names of sets, or several of either with commas."


class Compared(Schema):
    """Which two accounts, on which days, and what counts as a difference."""

    a: str = Field(max_length=2000, description=NAMED)
    b: str = Field(max_length=2000, description=NAMED)
    first: MaybeDay = Field(None, alias="from")
    last: MaybeDay = Field(None, alias="to", description="The last day that is looked at.")
    known: MaybeDay = None
    silent: bool = False
    surety: bool = False


@router.get("/compare", summary="Places and days on which two perspectives differ")
def compare(request: HttpRequest, asked: Query[Compared]) -> HttpResponse:
    """GET /api/v1/compare?a=sana&b=sohr[&from=2016-11-26][&to=2016-12-22][&known=2016-12-07][&silent=1][&surety=1]

    `from` and `until` of a difference are half-open.
    """
    errors: dict[str, list[dict[str, str]]] = {}
    a, b = _named(asked.a, "a", errors), _named(asked.b, "b", errors)
    first, last = days_to_compare(answers.span_of_the_record(), asked.first, asked.last)
    if first > last:
        errors["to"] = [{"message": "The last day lies before the first one."}]
    if errors:
        return JsonResponse({"errors": errors}, status=400)
    moment = end_of(asked.known) if asked.known else None
    question = comparison.Question(a, b, first, last + timedelta(days=1), asked.silent, asked.surety, moment)
    rows = [_difference(one) for one in comparison.differences(question)]
    return JsonResponse({"a": a.text, "b": b.text, "from": first, "to": last, "differences": rows})


def _named(text: str, field: str, errors: dict) -> Perspective | None:
    try:
        return comparison.perspective(text)
    except UnknownSource as error:
        errors[field] = [{"message": str(error)}]
        return None


def _difference(one: Difference) -> dict:
    return {
        "place": one.place.slug,
        "name_ar": one.place.name_ar,
        "name_en": one.place.name_en,
        "from": one.start,
        "until": one.until,
        "a": _state(one.a),
        "b": _state(one.b),
    }


def _state(state: State) -> dict | None:
    """The state with the actors that stand for the sides; null where the perspective says nothing."""
    if state.status is None:
        return None
    return {
        "holder": UMBRELLAS.get(state.holder),
        "challenger": UMBRELLAS.get(state.challenger),
        "status": state.status,
        "besieged": state.is_besieged,
    }


@router.get("/sources/{slug:slug}/record", summary="What a source said of control, and what became of it")
def record(request: HttpRequest, slug: str) -> JsonResponse:
    """GET /api/v1/sources/sohr/record"""
    source = get_object_or_404(Source, slug=slug)
    found, heard = records.record_of(source), records.heard()
    return JsonResponse(
        {
            "source": slug,
            "affiliations": [
                {"side": row.side, "from": row.valid_from, "until": row.valid_until, "basis": row.basis}
                for row in Affiliations([source.pk]).of(source.pk)
            ],
            "claims": heard.claims.get(source.pk, 0),
            "entries": heard.entries.get(source.pk, 0),
            "judged": found.judged,
            "assessed": _share(found.confirmed, found.judged),
            "contested": _share(found.contested, found.judged),
            "lag_days": {"median": found.lag, "n": len(found.days), "few": len(found.days) < FEW},
            "alone": {"n": len(found.alone), "statements": [key for _, key in found.alone]},
        }
    )


def _share(part: int, whole: int) -> dict:
    return {"n": part, "of": whole, "share": round(part / whole, 3) if whole else None, "few": whole < FEW}
