"""What changed between two days."""

from typing import Annotated

import pydantic
from django.http import HttpRequest, JsonResponse
from ninja import Query, Router
from ninja.errors import ValidationError

from events.api.params import AskedOfSome, Day
from events.balance import Amount, Balance
from events.changed import Changed, changed
from events.models import ControlPeriod
from events.questions import Question

router = Router(tags=["control"])


@router.get("/changed", summary="What changed between two days: places, and what each side won and lost")
def between(
    request: HttpRequest,
    first: Annotated[Day, Query(alias="from", description="Compared is the end of this day, in Damascus.")],
    last: Annotated[Day, Query(alias="to", description="With the end of this one; not before `from`.")],
    known: Annotated[str, Query(description="Only evidence published by the end of this day counts.")] = "",
    revision: Annotated[str, Query(description="As the database answered at this revision.")] = "",
    sources: Annotated[str, Query(description="Only these count: slugs of sources, or a set.", max_length=500)] = "",
) -> JsonResponse:
    """GET /api/v1/changed?from=2016-11-26&to=2016-12-07[&known=2016-12-08][&sources=sohr][&revision=12]

    Of each side `before` + `gained` - `lost` = `after`, in the city without its suburbs.
    """
    question = _question({"known": known, "revision": revision, "sources": sources})
    if first > last:
        raise ValidationError([{"loc": ("query", "to"), "msg": "the last day lies before the first one"}])
    found = changed(question, first, last)
    return JsonResponse(
        {
            "from": first,
            "to": last,
            "known": question.known,
            "revision": question.revision,
            "sources": question.sources,
            "sides": [_side(one) for one in found.balances],
            "places": [_place(one) for one in found.different],
        }
    )


def _question(given: dict[str, str]) -> Question:
    try:
        return AskedOfSome.model_validate(given).question()
    except pydantic.ValidationError as error:
        raise ValidationError([{"loc": one["loc"], "msg": one["msg"]} for one in error.errors()]) from None


def _side(one: Balance) -> dict:
    amounts = {name: _amount(getattr(one, name)) for name in ("before", "gained", "lost", "after")}
    return {"side": one.side, **amounts}


def _amount(one: Amount) -> dict:
    return {"neighbourhoods": one.neighbourhoods, "km2": one.area}


def _place(one: Changed) -> dict:
    return {
        "place": one.place.slug,
        "name_ar": one.place.name_ar,
        "name_en": one.place.name_en,
        "kind": one.place.kind,
        "km2": None if one.area is None else round(one.area, 3),
        "changed_hands": one.changed_hands,
        "before": _state(one.before),
        "after": _state(one.after),
    }


def _state(period: ControlPeriod | None) -> dict | None:
    if period is None:
        return None
    return {
        "holder": period.holder and period.holder.slug,
        "challenger": period.challenger and period.challenger.slug,
        "status": period.status,
        "besieged": period.is_besieged,
        "since": period.since,
    }
