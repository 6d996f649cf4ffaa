"""The questions that readers ask, answered: who held what on a day, and what that rests on.

`revision` is answered from the rows of that revision, `known` and `sources` by the rule from their evidence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import QuerySet

from events.columns import in_columns
from events.hindsight import AsKnown, as_asked, newest_of_each
from events.models import ControlEvent, ControlPeriod, Evidence, Revision
from events.questions import DAMASCUS, Question, end_of
from events.reviewed import as_decided_at
from gazetteer.models import Place


def latest_revision() -> int:
    """The number of the last recorded act; 0 before the first."""
    return Revision.objects.last_number()


def recorded_at(revision: int | None) -> datetime | None:
    """When the act of this number, or the last one before it, was recorded; None for today."""
    if revision is None:
        return None
    found = Revision.objects.filter(pk__lte=revision).first()
    return found.recorded_at if found else datetime.min.replace(tzinfo=UTC)


def control_on(question: Question) -> list[ControlPeriod]:
    """For each place with information its period in force at the end of the day."""
    moment = end_of(question.on)
    if question.is_computed:
        found = as_asked(_every_place(), question).values()
        return [period for of_place in found if (period := of_place.period_before(moment))]
    periods = ControlPeriod.objects.in_force_before(moment, question.revision)
    return list(periods.select_related("place", "holder", "challenger").order_by("place__slug"))


TIMELINE = ("place__slug", "start", "holder__slug", "status", "challenger__slug", "is_besieged", "evidence_count")
PROOFS = ("place__slug", "event_start", "proven_until")


@dataclass(frozen=True, slots=True)
class Course:
    """The war in rows, by place and time: periods (TIMELINE), and until when evidence proves each event (PROOFS)."""

    periods: list[tuple]
    proofs: list[tuple]


def course_of(question: Question) -> Course:
    """The periods of all places, and how far the evidence reaches."""
    if question.is_computed:
        found = as_asked(_every_place(), question).values()
        periods = [in_columns(period, TIMELINE) for of_place in found for period in of_place.periods]
        return Course(periods, [proof for of_place in found for proof in _proofs(of_place)])
    rows = ControlPeriod.objects.at_revision(question.revision).order_by("place__slug", "start")
    events = ControlEvent.objects.at_revision(question.revision).filter(origin=ControlEvent.Origin.DERIVED)
    proofs = events.with_proof().order_by("place__slug", "event_start").values_list(*PROOFS)
    return Course(list(rows.values_list(*TIMELINE)), list(proofs))


def _proofs(found: AsKnown) -> list[tuple]:
    rows = zip(found.events, found.proven_until, strict=True)
    return [(event.place.slug, event.event_start, until) for event, until in rows]


def _every_place() -> dict[int, Place]:
    return {place.pk: place for place in Place.objects.order_by("slug")}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A period of a place, the event that decided last, and the evidence for and against it up to a day."""

    period: ControlPeriod | None
    decided_by: ControlEvent | None
    supports: list[Evidence]
    denials: list[Evidence]


NOTHING = Explanation(None, None, [], [])


def explain(place: Place, question: Question) -> Explanation:
    """Why the map shows what it shows at the place on that day."""
    return _explain_as_asked(place, question) if question.is_computed else _explain_from_rows(place, question)


def _explain_as_asked(place: Place, question: Question) -> Explanation:
    found, moment = as_asked({place.pk: place}, question)[place.pk], end_of(question.on)
    period = found.period_before(moment)
    if period is None:
        return NOTHING
    within = [n for n, event in enumerate(found.events) if period.start <= event.event_start < moment]
    evidence = newest_of_each([found.evidence[n] for n in within])
    return _sorted_by_side(period, found.events[within[-1]], evidence)


def _explain_from_rows(place: Place, question: Question) -> Explanation:
    moment = end_of(question.on)
    period = history_of(place, question).filter(start__lt=moment).last()
    if period is None:
        return NOTHING
    events = place.control_events.at_revision(question.revision).filter(
        origin=ControlEvent.Origin.DERIVED, event_start__gte=period.start, event_start__lt=moment
    )
    evidence = as_decided_at(question.revision, _spoken_in(events))
    return _sorted_by_side(period, events.order_by("event_start").last(), evidence)


def _sorted_by_side(period: ControlPeriod, decided_by: ControlEvent, evidence: Iterable[Evidence]) -> Explanation:
    evidence = list(evidence)
    against = [item for item in evidence if not item.speaks_for]
    return Explanation(period, decided_by, [item for item in evidence if item.speaks_for], against)


def _spoken_in(events: QuerySet) -> QuerySet:
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


def history_of(place: Place, question: Question):
    """The place's periods through the war, oldest first."""
    if question.is_computed:
        return list(as_asked({place.pk: place}, question)[place.pk].periods)
    rows = place.control_periods.at_revision(question.revision)
    return rows.select_related("holder", "challenger").order_by("start")


def span_of_the_record(revision: int | None = None) -> tuple[date, date] | None:
    """The first and the last day on which anything changed, in Damascus; None without any."""
    rows = ControlPeriod.objects.at_revision(revision)
    first, last = rows.order_by("start").first(), rows.order_by("start").last()
    if first is None or last is None:
        return None
    return first.start.astimezone(DAMASCUS).date(), last.start.astimezone(DAMASCUS).date()
