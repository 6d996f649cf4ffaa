"""Counts of neighbourhoods, per cent and km2 that sources give, beside the map's own figure of the same day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.gis.db.models.functions import Area, Transform

from events.hindsight import course_as_asked
from events.models import Actor, Claim, ControlPeriod
from events.questions import Question, end_of
from events.tally import Holding, figure
from gazetteer.models import Boundary, Membership, Place
from gazetteer.spatial import METRES

DAMASCUS = ZoneInfo(settings.TIME_ZONE)
OUTSIDE = (Place.Kind.SUBURB, Place.Kind.TOWN, Place.Kind.VILLAGE)  # of the city, where no region is named
HELD_FOR_SURE = ("assessed", "claimed")


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


def counts(on: date | None = None, *, known: date | None = None) -> list[Count]:
    """Accepted counts in order of time, those of one day where it is given; five queries however many there are.

    `known` leaves out what was published after that day, of the counts and of what the map's own figure rests on.
    """
    claims = list(_claims(end_of(known) if known else None))
    days = {claim.pk: claim.event_end.astimezone(DAMASCUS).date() for claim in claims}
    chosen = [claim for claim in claims if on is None or days[claim.pk] == on]
    histories = _histories_as_known(known) if known else _histories()
    members, places = _members(), _places()
    return [Count(claim, days[claim.pk], _own(claim, histories, members, places)) for claim in chosen]


def _claims(before: datetime | None) -> Iterable[Claim]:
    found = Claim.objects.accepted().filter(kind="count", quantity__isnull=False, event_end__isnull=False)
    found = found.published_before(before) if before else found
    related = found.select_related("place", "actor", "source", "report__publisher").defer(
        "report__body", "report__text"
    )
    return related.prefetch_related("place__names").order_by("event_end", "pk")


def _own(claim: Claim, histories: Mapping, members: Mapping, places: Mapping[int, tuple[str, float]]) -> float | None:
    """The map's figure: of the region's members, or of the whole city where none is named."""
    if claim.actor is None:
        return None
    region = members.get(claim.place_id) or ({claim.place_id} if claim.place_id else None)
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


def _histories() -> dict[int, list[tuple[datetime, str | None]]]:
    """For each place from when on which side held it for sure."""
    rows = (
        ControlPeriod.objects.live().order_by("place", "start").values_list("place", "start", "holder__side", "status")
    )
    found: dict[int, list] = defaultdict(list)
    for place, start, side, status in rows:
        found[place].append((start, side if status in HELD_FOR_SURE else None))
    return found


def _histories_as_known(known: date) -> dict[int, list[tuple[datetime, str | None]]]:
    """The same, had nothing been published after that day."""
    places, sides = dict(Place.objects.values_list("slug", "pk")), dict(Actor.objects.values_list("slug", "side"))
    found: dict[int, list] = defaultdict(list)
    for slug, start, holder, status, *_ in course_as_asked(Question(known=known)).periods:
        found[places[slug]].append((start, sides.get(holder) if status in HELD_FOR_SURE else None))
    return found


def _members() -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for region, member in Membership.objects.values_list("region", "member"):
        found[region].add(member)
    return found


def _places() -> dict[int, tuple[str, float]]:
    """Kind and area in square kilometres of each place that has a shape of its own in the city."""
    areas = Boundary.objects.current().annotate(area=Area(Transform("shape", METRES)))
    rows = areas.exclude(place__kind__in=(Place.Kind.REGION, Place.Kind.ROAD)).values_list(
        "place", "place__kind", "area"
    )
    return {place: (kind, area.sq_km) for place, kind, area in rows}
