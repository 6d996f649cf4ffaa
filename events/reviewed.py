"""Claims as they read when they were decided, for answers of an earlier revision."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from events.models import Actor, Claim, Evidence, Review, Source
from gazetteer.models import Place

NAMED = {"place": Place.every, "actor": Actor.objects, "counterparty": Actor.objects, "source": Source.objects}


def as_decided_at(revision: int | None, evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence with its claims as the reviews in force at the revision had them; as they are now without one."""
    evidence = list(evidence)
    if revision is not None:
        claims = {item.claim_id: item.claim for item in evidence if item.claim_id}
        _set_back(claims, Review.objects.at_revision(revision).filter(claim__in=claims))
    return evidence


class Decided(Sequence):
    """The claims that these reviews decided, as they decided them; fetched when a stretch of them is asked for."""

    def __init__(self, reviews: QuerySet[Review], *order: str):
        self._reviews = reviews.order_by(*order, "claim_id").select_related("claim")

    def __len__(self) -> int:
        return self._reviews.count()

    def __getitem__(self, stretch: slice) -> list[Claim]:
        reviews = list(self._reviews[stretch])
        claims = {row.claim_id: row.claim for row in reviews}
        _set_back(claims, reviews)
        return list(claims.values())


def _set_back(claims: dict[int, Claim], reviews: Iterable[Review]) -> None:
    """Let the claims read as in their reviews, with the rows that these name; a query for each kind of row."""
    reviews = list(reviews)
    wanted = {name: {row.statement[f"{name}_id"] for row in reviews} - {None} for name in NAMED}
    rows = {name: NAMED[name].in_bulk(ids) for name, ids in wanted.items()}
    for row in reviews:
        claim = claims[row.claim_id]
        for name, value in row.fields_of_claim().items():
            setattr(claim, name, value)
        for name in NAMED:
            setattr(claim, name, rows[name].get(row.statement[f"{name}_id"]))
