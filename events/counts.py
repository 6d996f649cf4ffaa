"""Counts of neighbourhoods, per cent and km2 that sources give, beside the map's own figure of the same day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.gis.db.models.functions import Area, Transform
from django.db.models import prefetch_related_objects

from events.affiliations import Affiliations
from events.answers import course_of, recorded_at
from events.comparison import perspective
from events.models import Actor, Claim, Kind, Review
from events.perspectives import Perspective
from events.questions import DAMASCUS, Question, end_of
from events.reviewed import Decided
from events.tally import Holding, figure
from gazetteer.models import Boundary, Membership, Place
from gazetteer.past import as_they_were
from gazetteer.spatial import METRES

OUTSIDE = (Place.Kind.SUBURB, Place.Kind.TOWN, Place.Kind.VILLAGE)  # of the city, where no region is named
UNCOUNTED = (Place.Kind.REGION, Place.Kind.ROAD)  # their ground is that of other places
HELD_FOR_SURE = ("assessed", "claimed")
ALL = Question()


@dataclass(frozen=True, slots=True)
class Count:
    """A count that a source gave, what the map says for that side, region and day, and the difference.

    `own` is None where the map cannot tell: no side, or no place of the region with information.
    """

    claim: Claim
    day: date
    own: float | None

    @property
    def difference(self) -> float | None:
        """How much more the source says than the map."""
        return None if self.own is None else round(self.claim.quantity - self.own, 1)

    @property
    def size(self) -> float | None:
        """The difference without its sign."""
        return None if self.difference is None else abs(self.difference)


def counts(question: Question = ALL) -> list[Count]:
    """Accepted counts in order of time, of one day where it is given; as many queries however many there are.

    What the question leaves out, by publication, revision or source, is left out of the counts and of the map alike.
    """
    claims = sorted(_claims(question), key=lambda claim: (claim.event_end, claim.pk))
    days = {claim.pk: _last_day(claim) for claim in claims}
    chosen = [claim for claim in claims if question.on is None or days[claim.pk] == question.on]
    if not chosen:
        return []
    histories, places = _histories(question), _places(recorded_at(question.revision))
    regions = Membership.objects.by_region()
    return [
        Count(claim, day, _own(claim, histories, _members(regions.get(claim.place_id, ()), day), places))
        for claim, day in ((claim, days[claim.pk]) for claim in chosen)
    ]


def _last_day(claim: Claim) -> date:
    """The last day in Damascus that it speaks of; its time is half-open."""
    return (claim.event_end - timedelta(microseconds=1)).astimezone(DAMASCUS).date()


def _claims(question: Question) -> list[Claim]:
    found = _accepted_now(question) if question.revision is None else _accepted_then(question.revision)
    counted = [claim for claim in found if claim.quantity is not None and claim.event_end is not None]
    if question.sources:
        counted = _of_perspective(counted, perspective(question.sources))
    prefetch_related_objects(counted, "place__names")
    return counted


def _accepted_now(question: Question) -> Iterable[Claim]:
    found = Claim.objects.accepted().filter(kind=Kind.COUNT)
    found = found.published_before(end_of(question.known)) if question.known else found
    related = found.select_related("place", "actor", "source", "report__publisher")
    return related.defer("report__body", "report__text")


def _accepted_then(revision: int) -> Iterable[Claim]:
    """The counts that were accepted at the revision, as they read then."""
    reviews = Review.objects.at_revision(revision).filter(status=Claim.Status.ACCEPTED, statement__kind=Kind.COUNT)
    published = reviews.select_related("claim__report__publisher")
    return Decided(published.defer("claim__report__body", "claim__report__text"))[:]


def _of_perspective(claims: Iterable[Claim], seen: Perspective) -> list[Claim]:
    affiliations = Affiliations()
    return [claim for claim in claims if seen.lets_in_origin(*_origin(claim, affiliations))]


def _origin(claim: Claim, affiliations: Affiliations) -> tuple[str | None, str]:
    """Who says it, and whom they spoke for when they did."""
    speaker, report = claim.source or claim.report.publisher, claim.report
    day = report.published_at or report.received_at
    return speaker and speaker.slug, affiliations.on(speaker and speaker.pk, day)


def _own(claim: Claim, histories: Mapping, members: set[int], places: Mapping[int, tuple[str, float]]) -> float | None:
    """The map's figure: of the region's members, or of the whole city where none is named."""
    if claim.actor is None:
        return None
    region = members or ({claim.place_id} if claim.place_id else None)
    held = [
        Holding(kind, area, _side_before(histories.get(place, ()), claim.event_end))
        for place, (kind, area) in places.items()
        if (place in region if region else kind not in OUTSIDE)
    ]
    return figure(held, claim.actor.side, claim.unit)


def _side_before(history: Iterable[tuple[datetime, str | None]], moment: datetime) -> str | None:
    last = None
    for start, side in history:
        if start >= moment:
            break
        last = side
    return last


def _histories(question: Question) -> dict[int, list[tuple[datetime, str | None]]]:
    """For each place from when on which side held it for sure."""
    places, sides = dict(Place.every.values_list("slug", "pk")), dict(Actor.objects.values_list("slug", "side"))
    found: dict[int, list] = defaultdict(list)
    for slug, start, holder, status, *_ in course_of(question).periods:
        found[places[slug]].append((start, sides.get(holder) if status in HELD_FOR_SURE else None))
    return found


def _members(memberships: Iterable[Membership], day: date) -> set[int]:
    return {one.member_id for one in memberships if one.holds_on(day)}


def _places(at: datetime | None) -> dict[int, tuple[str, float]]:
    """Kind and area in square kilometres of each place that has a shape of its own in the city; then, had."""
    measured = Boundary.objects.current(at).annotate(area=Area(Transform("shape", METRES)))
    rows = measured.select_related("place").only("place__kind")
    areas = {row.place: row.area.sq_km for row in rows}
    return {place.pk: (place.kind, areas[place]) for place in as_they_were(areas, at) if place.kind not in UNCOUNTED}
