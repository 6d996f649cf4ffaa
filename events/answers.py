"""The questions that readers ask, answered: who held what on a day, and what that rests on.

`revision` is answered from the rows of that revision, `known` and `sources` by the rule from their evidence.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import Max, Min, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from events.course import TIMELINE, Course, as_period
from events.hindsight import as_asked, course_as_asked, newest_of_each
from events.models import Actor, ControlEvent, ControlPeriod, Evidence, Revision
from events.questions import DAMASCUS, Question
from events.reviewed import as_decided_at
from events.unbroken import deciding, supports, unbroken
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


def control_on(question: Question, *, counted: bool = False) -> list[ControlPeriod]:
    """For each place with information its period in force at the end of the day, with `supports` where `counted`."""
    moment = question.moment
    if question.is_computed:
        return _in_force_as_asked(moment, question)
    slugs = Prefetch("place", Place.every.only("slug"))
    return list(
        ControlPeriod.objects.in_force_before(moment, question.revision, counted=counted).prefetch_related(
            slugs, "holder", "challenger"
        )
    )


def _in_force_as_asked(moment: datetime, question: Question) -> list[ControlPeriod]:
    begun, course = defaultdict(list), course_as_asked(question)
    for row in course.periods:
        if row[1] < moment:
            begun[row[0]].append(row)
    places, actors = (
        Place.objects.only("slug").in_bulk(begun, field_name="slug"),
        Actor.objects.in_bulk(field_name="slug"),
    )
    found = [as_period(places[slug], rows[-1], actors) for slug, rows in begun.items()]
    for period, (slug, rows) in zip(found, begun.items(), strict=True):
        period.since = unbroken(rows, lambda row: row[2:5])[0][1]
        period.supports = supports(course.spoken[slug], period.since, moment)
    return found


def course_of(question: Question) -> Course:
    """The periods of all places, and how far the evidence reaches."""
    if question.is_computed:
        return course_as_asked(question)
    rows = ControlPeriod.objects.at_revision(question.revision).order_by("place__slug", "start")
    events = ControlEvent.objects.at_revision(question.revision).derived()
    proofs = Evidence.objects.filter(event__in=events).proofs().order_by("event__place__slug", "at")
    return Course(list(rows.values_list(*TIMELINE)), list(proofs))


@dataclass(frozen=True, slots=True)
class Explanation:
    """A period of a place, the event that set its status and its stage by then, and the evidence up to a day.

    `begun` is the first of the unbroken periods: that which began when holder, challenger and status became these.
    """

    period: ControlPeriod | None
    begun: ControlPeriod | None
    decided_by: ControlEvent | None
    stage: dict
    supports: list[Evidence]
    denials: list[Evidence]

    @property
    def evidence(self) -> list[Evidence]:
        """What speaks for it and against it."""
        return [*self.supports, *self.denials]

    @property
    def line(self) -> str:
        """Rule, version and line that decided by then; empty without information."""
        return f"{self.decided_by.rule.rsplit('/', 1)[0]}/{self.stage['line']}" if self.decided_by else ""


NOTHING = Explanation(None, None, None, {}, [], [])


def explain(place: Place, question: Question) -> Explanation:
    """Why the map shows what it shows at the place on that day."""
    return _explain_as_asked(place, question) if question.is_computed else _explain_from_rows(place, question)


def _explain_as_asked(place: Place, question: Question) -> Explanation:
    found, moment = as_asked({place.pk: place}, question)[place.pk], question.moment
    periods = _unbroken([row for row in found.periods if row.start < moment])
    if not periods:
        return NOTHING
    within = [n for n, event in enumerate(found.events) if _decides(event, periods[0], moment)]
    spoken = [[item for item in found.evidence[n] if item.counts_from < moment] for n in within]
    return _explained(periods, [found.events[n] for n in within], newest_of_each(spoken), moment)


def _explain_from_rows(place: Place, question: Question) -> Explanation:
    moment = question.moment
    begun = history_of(place, question).filter(start__lt=moment)
    periods = _unbroken(list(begun.select_related("event", "holder", "challenger")))
    if not periods:
        return NOTHING
    first = periods[0]
    derived = place.control_events.at_revision(question.revision).filter(origin=ControlEvent.Origin.DERIVED)
    derived = derived.alias(begun=Coalesce("counts_from", "event_start")).filter(begun__lt=moment)
    stage_since = Q(**{"stages__-1__at__gte": first.start.astimezone(UTC).isoformat()})
    since = derived.filter(Q(begun__gte=first.start) | Q(pk=first.event_id) | stage_since)
    events = [event for event in since if _decides(event, first, moment)]
    evidence = as_decided_at(question.revision, _spoken_in(events, moment))
    return _explained(periods, events, evidence, moment)


def _unbroken(periods: Sequence[ControlPeriod]) -> Sequence[ControlPeriod]:
    return unbroken(periods, lambda row: (row.holder_id, row.challenger_id, row.status)) if periods else periods


def _decides(event: ControlEvent, period: ControlPeriod, moment: datetime) -> bool:
    """Whether the event began the period or had a say since then, before the moment; it may have begun long before."""
    return event == period.event or bool(event.stages_between(period.start, moment))


def _explained(
    periods: Sequence[ControlPeriod], events: Iterable[ControlEvent], evidence: Iterable[Evidence], moment: datetime
) -> Explanation:
    first, period = periods[0], periods[-1]
    told = ((event.stages_between(first.start, moment) or [event.stage_before(moment)], event) for event in events)
    stage, decided_by = deciding(((stage, event) for stages, event in told for stage in stages), period.status)
    spoken = list(evidence)
    against = [item for item in spoken if not item.speaks_for]
    return Explanation(period, first, decided_by, stage, [item for item in spoken if item.speaks_for], against)


def _spoken_in(events: Iterable[ControlEvent], moment: datetime) -> QuerySet:
    """The evidence of these events that counted before the moment, each claim or entry once, oldest first."""
    counted = Evidence.objects.filter(event__in=events).filter(Q(counts_from=None) | Q(counts_from__lt=moment))
    newest = counted.order_by("claim_id", "entry_id", "-event__counts_from", "-event__event_start")
    once = newest.distinct("claim_id", "entry_id").values("pk")
    return (
        Evidence.objects.filter(pk__in=once)
        .select_related(
            "event", "claim__source", "claim__report__publisher", "claim__actor", "entry__source", "entry__actor"
        )
        .defer("claim__report__body", "claim__report__text")
        .order_by(Coalesce("counts_from", "event__event_start"), "pk")
    )


def history_of(place: Place, question: Question):
    """The place's periods through the war, oldest first."""
    if question.is_computed:
        return list(as_asked({place.pk: place}, question)[place.pk].periods)
    rows = place.control_periods.at_revision(question.revision)
    return rows.select_related("holder", "challenger").order_by("start")


def span_of(question: Question) -> tuple[date, date] | None:
    """The first and the last day on which anything changed, as the question has it; None without any change."""
    if not question.is_computed:
        return span_of_the_record(question.revision)
    starts = [row[1] for row in course_of(question).periods]
    return _days(min(starts), max(starts)) if starts else None


def span_of_the_record(revision: int | None = None) -> tuple[date, date] | None:
    """The first and the last day on which anything on record changed; None without any."""
    first, last = ControlPeriod.objects.at_revision(revision).aggregate(first=Min("start"), last=Max("start")).values()
    return _days(first, last) if first else None


def _days(first: datetime, last: datetime) -> tuple[date, date]:
    return first.astimezone(DAMASCUS).date(), last.astimezone(DAMASCUS).date()
