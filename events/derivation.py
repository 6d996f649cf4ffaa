"""The derived rows: findings as events, spans as periods; only what differs from the live rows is written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from events.assessment import RULE_ID, RULE_VERSION, Finding
from events.models import Actor, ControlEvent, ControlPeriod, Evidence, Revision, RevisionOnceNeeded
from events.testimony import Testimony
from events.timeline import Span

UMBRELLAS = {"government": "government", "opposition": "opposition", "kurdish": "ypg", "isil": "isil"}
EVENT_FACTS = (
    "place_id", "kind", "actor_id", "counterparty_id", "status", "is_besieged", "event_start", "event_end",
    "known_at", "credibility", "geo_precision", "rule",
)  # fmt: skip
PERIOD_FACTS = (
    "place_id", "start", "holder_id", "challenger_id", "status", "is_besieged", "event_id", "evidence_count",
)  # fmt: skip

Said = Mapping[str, Testimony]  # by key
Recorder = Revision | RevisionOnceNeeded
At = tuple[int, int]  # a place's id and the position of one of its findings


def umbrella_ids() -> dict[str | None, int | None]:
    """The umbrella actor that stands for each side; nobody for no side."""
    ids = dict(Actor.objects.filter(slug__in=UMBRELLAS.values()).values_list("slug", "pk"))
    return {None: None, **{side: ids[slug] for side, slug in UMBRELLAS.items() if slug in ids}}


def write_events(
    findings: Mapping[int, Sequence[Finding]], said: Mapping[int, Sequence[Testimony]], revision: Recorder
) -> tuple[dict[At, int], int]:
    """Store the findings as derived events: the event of each finding, and the number of rows written."""
    holders = umbrella_ids()
    by_key = {place: {item.key: item for item in said[place]} for place in findings}
    wanted = {(place, n): found for place, row in findings.items() for n, found in enumerate(row)}
    rows = {at: event_of(at[0], found, by_key[at[0]], holders) for at, found in wanted.items()}
    spoken = {at: spoken_of(found, by_key[at[0]]) for at, found in wanted.items()}
    keys = {at: (*_facts(row, EVENT_FACTS), spoken[at]) for at, row in rows.items()}
    kept = {(*_facts(row, EVENT_FACTS), _stored(row)): row.pk for row in _live_events(findings)}
    new = {at: row for at, row in rows.items() if keys[at] not in kept}
    wanted_keys = set(keys.values())
    changed = _replace(ControlEvent, [pk for key, pk in kept.items() if key not in wanted_keys], new.values(), revision)
    Evidence.objects.bulk_create(item for at, row in new.items() for item in evidence_of(row, spoken[at]))
    return {at: new[at].pk if at in new else kept[keys[at]] for at in rows}, changed


def write_periods(spans: Mapping[int, Sequence[Span]], events: Mapping[At, int], revision: Recorder) -> int:
    """Store the spans as periods; the number of rows written."""
    holders = umbrella_ids()
    rows = [
        period_of(place, span, events[place, span.finding], holders) for place, row in spans.items() for span in row
    ]
    wanted = {_facts(row, PERIOD_FACTS): row for row in rows}
    live = ControlPeriod.objects.live().filter(place__in=list(spans))
    kept = {_facts(row, PERIOD_FACTS): row.pk for row in live}
    stale = [pk for key, pk in kept.items() if key not in wanted]
    return _replace(ControlPeriod, stale, [row for key, row in wanted.items() if key not in kept], revision)


def _replace(model, stale: list[int], new: Iterable, revision: Recorder) -> int:
    new = list(new)
    if not stale and not new:
        return 0
    recorded = revision.recorded()
    for row in new:
        row.added_in = recorded
    model.objects.filter(pk__in=stale).update(removed_in=recorded)
    model.objects.bulk_create(new)
    return len(stale) + len(new)


def _facts(row, names: Sequence[str]) -> tuple:
    return tuple(getattr(row, name) for name in names)


def _live_events(places: Iterable[int]):
    derived = ControlEvent.objects.live().filter(origin=ControlEvent.Origin.DERIVED, place__in=list(places))
    return derived.prefetch_related("evidence")


def event_of(place: int, found: Finding, said: Said, holders: Mapping) -> ControlEvent:
    evidence = [said[key] for key in (*found.supports, *found.denials)]
    return ControlEvent(
        origin=ControlEvent.Origin.DERIVED,
        place_id=place,
        kind=evidence[0].kind,
        actor_id=holders[found.state.holder],
        counterparty_id=holders[found.state.challenger],
        status=found.state.status,
        is_besieged=found.state.is_besieged,
        event_start=found.at,
        event_end=max(found.until, found.at + timedelta(seconds=1)),
        known_at=min(item.published_at for item in evidence),
        credibility=credibility(found, said),
        geo_precision=2 if all(item.is_of_region for item in evidence) else 1,
        rule=f"{RULE_ID}/{RULE_VERSION}/{found.line}",
    )


def credibility(found: Finding, said: Said) -> int:
    """Admiralty 1 (confirmed by others) to 6 (cannot be judged), from who speaks for and against the finding."""
    if found.line == "editor":
        return 6
    origins = {said[key].origin for key in found.supports}
    if found.state.status == "contested":
        return 4
    if found.state.status == "assessed":
        return 1 if len(origins) > 1 and not found.denials else 2
    return 3


Spoken = frozenset[tuple[str, bool, str]]  # key, whether it speaks for the event, and whose copy it is


def evidence_of(row: ControlEvent, spoken: Spoken) -> Iterable[Evidence]:
    """The rows that tie an event to what was said for and against it."""
    for key, speaks_for, original in sorted(spoken):
        what, number = key.split(":")
        copied = int(original.split(":")[1]) if original else None
        yield Evidence(event=row, speaks_for=speaks_for, same_text_as_id=copied, **{f"{what}_id": int(number)})


def spoken_of(found: Finding, said: Said) -> Spoken:
    """What speaks for and against, and beside it the copies of the same text, which do not count."""
    counted = {key: False for key in found.denials} | {key: True for key in found.supports}
    copies = {(copy, speaks_for, key) for key, speaks_for in counted.items() for copy in said[key].copies}
    return frozenset({(key, speaks_for, "") for key, speaks_for in counted.items()} | copies)


def _stored(row: ControlEvent) -> Spoken:
    return frozenset(
        (
            f"claim:{item.claim_id}" if item.claim_id else f"entry:{item.entry_id}",
            item.speaks_for,
            f"claim:{item.same_text_as_id}" if item.same_text_as_id else "",
        )
        for item in row.evidence.all()
    )


def period_of(place: int, span: Span, event: int | None, holders: Mapping) -> ControlPeriod:
    return ControlPeriod(
        place_id=place,
        start=span.start,
        holder_id=holders[span.state.holder],
        challenger_id=holders[span.state.challenger],
        status=span.state.status,
        is_besieged=span.state.is_besieged,
        event_id=event,
        evidence_count=len(span.evidence),
    )
