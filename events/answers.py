"""The questions that readers ask, answered from the tables: who held what on a day, and what that rests on."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Max, Q

from events.assessment import assess
from events.derivation import umbrella_ids
from events.evidence import testimonies_about
from events.models import ControlEvent, ControlPeriod, Evidence, Revision
from events.timeline import fold, state_before
from gazetteer.models import Place

DAMASCUS = ZoneInfo(settings.TIME_ZONE)


def end_of(day: date) -> datetime:
    """The first moment after `day` in Damascus; the state of a day is what held just before it."""
    return datetime.combine(day + timedelta(days=1), time.min, DAMASCUS)


def latest_revision() -> int:
    """The number of the last recorded act; 0 before the first."""
    return Revision.objects.aggregate(last=Max("id"))["last"] or 0


def control_on(day: date, *, revision: int | None = None) -> list[ControlPeriod]:
    """For each place with information its period in force at the end of `day`, as of a revision."""
    periods = ControlPeriod.objects.in_force_before(end_of(day), revision)
    return list(periods.select_related("place", "holder", "challenger").order_by("place__slug"))


def control_as_known(day: date, known: date) -> list[ControlPeriod]:
    """The same, by the rule, from evidence published up to the end of `known` alone. The rows are not stored ones."""
    places = {place.pk: place for place in Place.objects.order_by("slug")}
    holders = umbrella_ids()
    said = testimonies_about(places, known=end_of(known))
    found = {pk: state_before(fold(assess(said[pk], window=settings.CONTROL_WINDOW)), end_of(day)) for pk in places}
    return [
        ControlPeriod(
            place=place, start=span.start, status=span.state.status, is_besieged=span.state.is_besieged,
            holder_id=holders[span.state.holder], challenger_id=holders[span.state.challenger],
            evidence_count=len(span.evidence),
        )
        for pk, place in places.items()
        if (span := found[pk])
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explanation:
    """A period of a place, the event that decided last, and the evidence for and against it up to a day."""

    period: ControlPeriod | None
    decided_by: ControlEvent | None
    supports: list[Evidence]
    denials: list[Evidence]


def explain(place: Place, day: date) -> Explanation:
    """Why the map shows what it shows at the place on that day."""
    moment = end_of(day)
    period = (
        place.control_periods.live()
        .filter(start__lt=moment)
        .select_related("holder", "challenger")
        .order_by("start")
        .last()
    )
    if period is None:
        return Explanation(None, None, [], [])
    events = place.control_events.live().filter(
        origin=ControlEvent.Origin.DERIVED, event_start__gte=period.start, event_start__lt=moment
    )
    evidence = list(_spoken_in(events))
    decided = events.order_by("event_start").last()
    against = [item for item in evidence if not item.speaks_for]
    return Explanation(period, decided, [item for item in evidence if item.speaks_for], against)


def _spoken_in(events):
    """The evidence of these events, each claim or entry once, oldest first."""
    newest = Evidence.objects.filter(event__in=events).order_by("claim_id", "entry_id", "-event__event_start")
    once = newest.distinct("claim_id", "entry_id").values("pk")
    return (
        Evidence.objects.filter(pk__in=once)
        .select_related(
            "event", "claim__source", "claim__report__publisher", "claim__actor", "entry__source", "entry__actor"
        )
        .defer("claim__report__body", "claim__report__text")
        .order_by("event__event_start", "pk")
    )


def history_of(place: Place):
    """The place's periods through the war, oldest first."""
    return place.control_periods.live().select_related("holder", "challenger").order_by("start")


def span_of_the_record() -> tuple[date, date] | None:
    """The first and the last day on which anything changed, in Damascus; None without any."""
    live = ControlPeriod.objects.live().filter(~Q(status=""))
    first, last = live.order_by("start").first(), live.order_by("start").last()
    if first is None or last is None:
        return None
    return first.start.astimezone(DAMASCUS).date(), last.start.astimezone(DAMASCUS).date()
