"""Every place of the map as it stood on a day or in an hour of it, a row each: for the table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.gis.db.models.functions import Area, Transform
from django.db.models import F, Max, Q

from events import answers
from events.hindsight import as_asked
from events.models import Claim, ControlEvent, ControlPeriod, Evidence
from events.questions import Question
from gazetteer.models import Boundary, Place
from gazetteer.spatial import METRES


@dataclass(frozen=True, slots=True)
class Standing:
    """A place on a day: its period, when the last evidence for or against it was published, its area in km²."""

    place: Place
    period: ControlPeriod | None
    last_evidence: datetime | None
    area: float | None


def standings(question: Question) -> list[Standing]:
    """Each place that has a shape, or that somebody is recorded to have held, on the day of the question."""
    at = answers.recorded_at(question.revision)
    areas = areas_of_places(at)
    periods, spoken = _computed(question) if question.is_computed else _stored(question)
    shown = Place.every.filter(Q(pk__in=periods) | Q(pk__in=areas)).with_names().order_by("slug")
    return [Standing(place, periods.get(place.pk), spoken.get(place.pk), areas.get(place.pk)) for place in shown]


def areas_of_places(at: datetime | None = None) -> dict[int, float]:
    """Square kilometres of each place that has a shape, as of today or of a moment."""
    measured = Boundary.objects.current(at).annotate(area=Area(Transform("shape", METRES)))
    return {place: area.sq_km for place, area in measured.values_list("place", "area")}


Periods = dict[int, ControlPeriod]
Spoken = dict[int, datetime]


def _stored(question: Question) -> tuple[Periods, Spoken]:
    periods = {period.place_id: period for period in answers.control_on(question)}
    events = ControlEvent.objects.at_revision(question.revision).filter(
        origin=ControlEvent.Origin.DERIVED, event_start__lt=question.moment
    )
    rows = events.annotate(
        claimed=Max("evidence__claim__report__published_at"), entered=Max("evidence__entry__known_at")
    ).values_list("place", "event_start", "claimed", "entered")
    spoken: Spoken = {}
    for place, start, *moments in rows:
        if place in periods and start >= periods[place].start:
            _keep_latest(spoken, place, moments)
    return periods, spoken


def _computed(question: Question) -> tuple[Periods, Spoken]:
    moment = question.moment
    places = {place.pk: place for place in Place.objects.order_by("slug")}
    found = as_asked(places, question)
    periods = {pk: period for pk, known in found.items() if (period := known.period_before(moment))}
    evidence = {pk: _within(found[pk], period.start, moment) for pk, period in periods.items()}
    published = _published(item for items in evidence.values() for item in items)
    spoken: Spoken = {}
    for pk, items in evidence.items():
        _keep_latest(spoken, pk, [published.get((item.claim_id, item.entry_id)) for item in items])
    return periods, spoken


def _within(known, start: datetime, moment: datetime) -> list[Evidence]:
    """The evidence of the events of a period up to a moment."""
    pairs = zip(known.events, known.evidence, strict=True)
    return [item for event, items in pairs if start <= event.event_start < moment for item in items]


def _published(evidence: Iterable[Evidence]) -> Mapping[tuple, datetime]:
    """When each claim or entry was published, by the ids that evidence has of it."""
    items = list(evidence)
    claims = Claim.objects.filter(pk__in={item.claim_id for item in items} - {None})
    entries = ControlEvent.objects.filter(pk__in={item.entry_id for item in items} - {None})
    told = {(pk, None): at for pk, at in claims.order_by().values_list("pk", F("report__published_at"))}
    return told | {(None, pk): at for pk, at in entries.order_by().values_list("pk", "known_at")}


def _keep_latest(spoken: Spoken, place: int, moments: Iterable[datetime | None]) -> None:
    for moment in moments:
        if moment and (place not in spoken or moment > spoken[place]):
            spoken[place] = moment
