"""What the rule makes of a part of the evidence, published by a day or said by some: rows of control, not stored."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from events.comparison import perspective
from events.course import Course
from events.derivation import UMBRELLAS, umbrella_ids
from events.derived import EventRow, Spoken, event_of, period_of, spoken_of
from events.evidence import testimonies_about
from events.grouping import Group
from events.judging import Judgement, judge
from events.models import Actor, Claim, ControlEvent, ControlPeriod, Evidence
from events.questions import Question, end_of
from events.remembered import remembered
from events.testimony import Testimony
from events.timeline import Span
from events.unbroken import Words
from gazetteer.models import Place


@dataclass(frozen=True, slots=True)
class AsKnown:
    """The events of one place with their evidence, and its periods, oldest first."""

    events: Sequence[ControlEvent]
    evidence: Sequence[Sequence[Evidence]]  # of each event
    periods: Sequence[ControlPeriod]


def course_as_asked(question: Question) -> Course:
    """The periods of all places and what proves them, in the order of places and time; remembered."""
    return remembered(("course with words", question.known, question.sources), lambda: _course(question))


def _course(question: Question) -> Course:
    window = settings.CONTROL_WINDOW
    slugs = dict(Place.objects.order_by("slug").values_list("pk", "slug"))
    said = _said(slugs, question)
    periods, proofs, spoken = [], [], {}
    for pk, slug in slugs.items():
        judged = judge(said[pk], window=window)
        periods += [_columns(slug, span) for span in judged.spans]
        spoken[slug] = [(_moments(judged, group), spoken_of(judged, group, window=window)) for group in judged.groups]
        proofs += [(slug, at, until) for at, until in sorted(_proofs(judged, spoken[slug]).items())]
    return Course(periods, proofs, spoken)


def _moments(judged: Judgement, group: Group) -> tuple[datetime, ...]:
    return tuple([judged.findings[n].at for n in group.findings])


def _columns(slug: str, span: Span) -> tuple:
    party, state = {None: None, **UMBRELLAS}, span.state
    named = party[state.holder], state.status, party[state.challenger]
    return (slug, span.start, *named, state.is_besieged, len(span.evidence))


def _proofs(judged: Judgement, spoken: Iterable[Words]) -> dict[datetime, datetime]:
    """From each moment, until when the last that supports the state was published."""
    found: dict[datetime, datetime] = {}
    for _, said in spoken:
        for key, speaks_for, counts_from, original in said:
            if speaks_for and not original:
                published = judged.said[key].published_at
                found[counts_from] = max(found.get(counts_from, published), published)
    return found


def as_asked(places: Mapping[int, Place], question: Question) -> dict[int, AsKnown]:
    """For each place what would be on record, had only the sources asked for spoken, and nothing after `known`."""
    said = _said(places, question)
    holders, actors = umbrella_ids(), Actor.objects.in_bulk()
    return {pk: _of_place(place, said[pk], holders, actors) for pk, place in places.items()}


def _said(places: Iterable[int], question: Question) -> dict[int, list[Testimony]]:
    before = end_of(question.known) if question.known else None
    seen = perspective(question.sources) if question.sources else None
    return testimonies_about(places, before=before, perspective=seen)


def _of_place(place: Place, said: Sequence, holders: Mapping, actors: Mapping) -> AsKnown:
    window = settings.CONTROL_WINDOW
    judged = judge(said, window=window)
    events = [_event(event_of(place.pk, judged, group, holders), place, actors) for group in judged.groups]
    spoken = [spoken_of(judged, group, window=window) for group in judged.groups]
    evidence = [list(_evidence(event, said_of)) for event, said_of in zip(events, spoken, strict=True)]
    group_of = judged.group_of()
    periods = []
    for span in judged.spans:
        row = ControlPeriod(**period_of(place.pk, span, None, holders)._asdict())
        row.place, row.holder, row.challenger = place, actors.get(row.holder_id), actors.get(row.challenger_id)
        row.event = events[group_of[span.finding]]
        periods.append(row)
    return AsKnown(events, evidence, periods)


def _event(row: EventRow, place: Place, actors: Mapping) -> ControlEvent:
    lists = {"stages": json.loads(row.stages), "dates": json.loads(row.dates)}
    event = ControlEvent(origin=ControlEvent.Origin.DERIVED, **row._asdict() | lists)
    event.place, event.actor = place, actors.get(row.actor_id)
    event.counterparty = actors.get(row.counterparty_id)
    return event


def _evidence(event: ControlEvent, spoken: Spoken) -> Iterable[Evidence]:
    for key, speaks_for, counts_from, original in spoken:
        what, number = key.split(":")
        copied = int(original.split(":")[1]) if original else None
        fields = {f"{what}_id": int(number), "counts_from": counts_from, "same_text_as_id": copied}
        yield Evidence(event=event, speaks_for=speaks_for, **fields)


def newest_of_each(evidence: Sequence[Sequence[Evidence]]) -> list[Evidence]:
    """Each claim or entry once, as it spoke to the last event, oldest first, with the rows it stands for."""
    newest = {(item.claim_id, item.entry_id): item for spoken in evidence for item in spoken}
    once = sorted(newest.values(), key=lambda item: item.counts_from)
    claims = Claim.objects.with_names().defer("report__body", "report__text").in_bulk([item.claim_id for item in once])
    entries = ControlEvent.objects.select_related("source", "actor").in_bulk([item.entry_id for item in once])
    for item in once:
        item.claim, item.entry = claims.get(item.claim_id), entries.get(item.entry_id)
    return once
