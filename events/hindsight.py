"""What the rule makes of a part of the evidence, published by a day or said by some: rows of control, not stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from events.assessment import assess
from events.comparison import perspective
from events.derivation import event_of, evidence_of, period_of, spoken_of, umbrella_ids
from events.evidence import testimonies_about
from events.models import Actor, Claim, ControlEvent, ControlPeriod, Evidence
from events.questions import Question, end_of
from events.timeline import fold
from gazetteer.models import Place


@dataclass(frozen=True, slots=True)
class AsKnown:
    """The events of one place with their evidence, and its periods, oldest first."""

    events: Sequence[ControlEvent]
    evidence: Sequence[Sequence[Evidence]]  # of each event
    periods: Sequence[ControlPeriod]
    proven_until: Sequence[datetime]  # for each event, when the last that supports it was published

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
    findings = assess(said, window=settings.CONTROL_WINDOW)
    by_key = {item.key: item for item in said}
    events = [event_of(place.pk, found, by_key, holders) for found in findings]
    spoken = [spoken_of(found, by_key) for found in findings]
    evidence = [list(evidence_of(event, said_of)) for event, said_of in zip(events, spoken, strict=True)]
    periods = [period_of(place.pk, span, None, holders) for span in fold(findings)]
    for row in events:
        row.place, row.actor, row.counterparty = place, actors.get(row.actor_id), actors.get(row.counterparty_id)
    for row in periods:
        row.place, row.holder, row.challenger = place, actors.get(row.holder_id), actors.get(row.challenger_id)
    published = [[by_key[key].published_at for key in found.supports] for found in findings]
    until = [max(moments, default=found.at) for moments, found in zip(published, findings, strict=True)]
    return AsKnown(events, evidence, periods, until)


def newest_of_each(evidence: Sequence[Sequence[Evidence]]) -> list[Evidence]:
    """Each claim or entry once, as it spoke to the last event, oldest first, with the rows it stands for."""
    newest = {(item.claim_id, item.entry_id): item for spoken in evidence for item in spoken}
    once = sorted(newest.values(), key=lambda item: item.event.event_start)
    claims = Claim.objects.with_names().defer("report__body", "report__text").in_bulk([item.claim_id for item in once])
    entries = ControlEvent.objects.select_related("source", "actor").in_bulk([item.entry_id for item in once])
    for item in once:
        item.claim, item.entry = claims.get(item.claim_id), entries.get(item.entry_id)
    return once
