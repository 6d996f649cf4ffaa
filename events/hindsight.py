"""What the rule makes of a part of the evidence, published by a day or said by some: rows of control, not stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from events.comparison import perspective
from events.derivation import event_of, evidence_of, period_of, spoken_of, umbrella_ids
from events.evidence import testimonies_about
from events.judging import judge
from events.models import Actor, Claim, ControlEvent, ControlPeriod, Evidence
from events.questions import Question, end_of
from gazetteer.models import Place


@dataclass(frozen=True, slots=True)
class AsKnown:
    """The events of one place with their evidence, and its periods, oldest first."""

    events: Sequence[ControlEvent]
    evidence: Sequence[Sequence[Evidence]]  # of each event
    periods: Sequence[ControlPeriod]

    def period_before(self, moment: datetime) -> ControlPeriod | None:
        return next((row for row in reversed(self.periods) if row.start < moment), None)


def as_asked(places: Mapping[int, Place], question: Question) -> dict[int, AsKnown]:
    """For each place what would be on record, had only the sources asked for spoken, and nothing after `known`."""
    before = end_of(question.known) if question.known else None
    seen = perspective(question.sources) if question.sources else None
    said = testimonies_about(places, before=before, perspective=seen)
    holders, actors = umbrella_ids(), Actor.objects.in_bulk()
    return {pk: _of_place(place, said[pk], holders, actors) for pk, place in places.items()}


def _of_place(place: Place, said: Sequence, holders: Mapping, actors: Mapping) -> AsKnown:
    judged = judge(said, window=settings.CONTROL_WINDOW)
    events = [event_of(place.pk, judged, group, holders) for group in judged.groups]
    spoken = [spoken_of(judged, group) for group in judged.groups]
    evidence = [list(evidence_of(event, said_of)) for event, said_of in zip(events, spoken, strict=True)]
    periods = [period_of(place.pk, span, None, holders) for span in judged.spans]
    for row in events:
        row.place, row.actor, row.counterparty = place, actors.get(row.actor_id), actors.get(row.counterparty_id)
    group_of = judged.group_of()
    for row, span in zip(periods, judged.spans, strict=True):
        row.place, row.holder, row.challenger = place, actors.get(row.holder_id), actors.get(row.challenger_id)
        row.event = events[group_of[span.finding]]
    return AsKnown(events, evidence, periods)


def newest_of_each(evidence: Sequence[Sequence[Evidence]]) -> list[Evidence]:
    """Each claim or entry once, as it spoke to the last event, oldest first, with the rows it stands for."""
    newest = {(item.claim_id, item.entry_id): item for spoken in evidence for item in spoken}
    once = sorted(newest.values(), key=lambda item: item.counts_from)
    claims = Claim.objects.with_names().defer("report__body", "report__text").in_bulk([item.claim_id for item in once])
    entries = ControlEvent.objects.select_related("source", "actor").in_bulk([item.entry_id for item in once])
    for item in once:
        item.claim, item.entry = claims.get(item.claim_id), entries.get(item.entry_id)
    return once
