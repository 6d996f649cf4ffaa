"""Counts that sources give, beside the map's own."""

from django.http import HttpRequest
from ninja import Query, Router

from events.api.params import AskedOfSome
from events.counts import Count, counts

router = Router(tags=["control"])


@router.get(
    "/counts", summary="Counts of neighbourhoods, per cent or km2 that sources gave, beside the map's own figure"
)
def counted(request: HttpRequest, asked: Query[AskedOfSome]) -> dict:
    """GET /api/v1/counts?on=2016-12-07[&known=2016-12-08][&sources=sohr][&revision=12] — without `on`, of all days."""
    question = asked.question()
    return {"on": question.on, **question.as_of, "counts": [_count(one) for one in counts(question)]}


def _count(one: Count) -> dict:
    claim = one.claim
    speaker = claim.source or claim.report.publisher
    return {
        "claim": claim.pk,
        "day": one.day,
        "source": speaker and speaker.slug,
        "side": claim.actor and claim.actor.side,
        "place": claim.place and claim.place.slug,
        "unit": claim.unit,
        "said": claim.quantity,
        "map": one.own,
        "difference": one.difference,
        "report": claim.get_absolute_url(),
    }
