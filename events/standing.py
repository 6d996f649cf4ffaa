"""Every place of the map as it stood on a day or in an hour of it, a row each: what table and map tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.gis.db.models.functions import Area, Transform

from events import answers
from events.hindsight import course_as_asked
from events.models import ControlEvent, ControlPeriod, Evidence
from events.questions import Question
from gazetteer.models import Boundary, Place
from gazetteer.past import as_they_were
from gazetteer.spatial import METRES


@dataclass(frozen=True, slots=True)
class Standing:
    """A place on a day: its period, until when evidence proves that, its area in km²."""

    place: Place
    period: ControlPeriod | None
    last_evidence: datetime | None
    area: float | None


def standings(question: Question) -> list[Standing]:
    """Each place that has a shape, or that somebody is recorded to have held, on the day of the question."""
    at = answers.recorded_at(question.revision)
    areas = areas_of_places(at)
    periods = {period.place_id: period for period in answers.control_on(question, counted=True)}
    proven = _proven(periods.values(), question)
    return [
        Standing(place, periods.get(place.pk), proven.get(place.slug), areas.get(place.pk))
        for place in places_then({*periods, *areas}, at)
    ]


def places_then(ids: Iterable[int], at: datetime | None) -> list[Place]:
    """These places by slug, with the names and kinds that they had at the moment; without one, as they are."""
    return as_they_were(Place.every.filter(pk__in=list(ids)).with_names().order_by("slug"), at)


def areas_of_places(at: datetime | None = None) -> dict[int, float]:
    """Square kilometres of each place that has a shape, as of today or of a moment."""
    measured = Boundary.objects.current(at).annotate(area=Area(Transform("shape", METRES)))
    return {place: area.sq_km for place, area in measured.values_list("place", "area")}


def _proven(periods: Iterable[ControlPeriod], question: Question) -> Mapping[str, datetime]:
    """By place until when the last that supports its period was published, never before the period began."""
    start = {period.place.slug: period.start for period in periods}
    proven = dict(start)
    for slug, at, until in _proofs(question):
        if slug in start and start[slug] <= at < question.moment:
            proven[slug] = max(proven[slug], at, until)
    return proven


def _proofs(question: Question) -> Iterable[tuple[str, datetime, datetime]]:
    """What supports the state of each place, from when on, and until when it was published."""
    if question.is_computed:
        return course_as_asked(question).proofs
    events = ControlEvent.objects.at_revision(question.revision).derived()
    return Evidence.objects.filter(event__in=events).proofs().filter(at__lt=question.moment)
