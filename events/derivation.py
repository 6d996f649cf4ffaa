"""The derived rows: groups of findings as events, spans as periods; only what differs from the live rows is written."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from django.conf import settings

from events.assessment import RULE_ID, RULE_VERSION, Finding
from events.grouping import Group
from events.judging import Judgement
from events.models import Actor, ControlEvent, ControlPeriod, Evidence, Revision, RevisionOnceNeeded
from events.testimony import Testimony
from events.timeline import Span

UMBRELLAS = {"government": "government", "opposition": "opposition", "kurdish": "ypg", "isil": "isil"}
EVENT_FACTS = (
    "place_id", "kind", "actor_id", "counterparty_id", "status", "is_besieged", "event_start", "event_end",
    "known_at", "credibility", "geo_precision", "rule", "counts_from",
)  # fmt: skip
PERIOD_FACTS = (
    "place_id", "start", "holder_id", "challenger_id", "status", "is_besieged", "event_id", "evidence_count",
)  # fmt: skip

Said = Mapping[str, Testimony]  # by key
Recorder = Revision | RevisionOnceNeeded
At = tuple[int, int]  # a place's id and the position of one of its groups


def umbrella_ids() -> dict[str | None, int | None]:
    """The umbrella actor that stands for each side; nobody for no side."""
    ids = dict(Actor.objects.filter(slug__in=UMBRELLAS.values()).values_list("slug", "pk"))
    return {None: None, **{side: ids[slug] for side, slug in UMBRELLAS.items() if slug in ids}}


def write_events(judged: Mapping[int, Judgement], revision: Recorder) -> tuple[dict[At, int], int]:
    """Store the groups of findings as derived events: the event of each group, and the number of rows written."""
    holders = umbrella_ids()
    groups = {(place, n): (one, group) for place, one in judged.items() for n, group in enumerate(one.groups)}
    rows = {at: event_of(at[0], one, group, holders) for at, (one, group) in groups.items()}
    spoken = {at: spoken_of(one, group) for at, (one, group) in groups.items()}
    keys = {at: (*_event_facts(row), spoken[at]) for at, row in rows.items()}
    kept = {(*_event_facts(row), _stored(row)): row.pk for row in _live_events(judged)}
    new = {at: row for at, row in rows.items() if keys[at] not in kept}
    wanted_keys = set(keys.values())
    changed = _replace(ControlEvent, [pk for key, pk in kept.items() if key not in wanted_keys], new.values(), revision)
    Evidence.objects.bulk_create(item for at, row in new.items() for item in evidence_of(row, spoken[at]))
    return {at: new[at].pk if at in new else kept[keys[at]] for at in rows}, changed


def write_periods(judged: Mapping[int, Judgement], events: Mapping[At, int], revision: Recorder) -> int:
    """Store the spans as periods; the number of rows written."""
    holders = umbrella_ids()
    rows = []
    for place, one in judged.items():
        group_of = one.group_of()
        rows += [period_of(place, span, events[place, group_of[span.finding]], holders) for span in one.spans]
    wanted = {_facts(row, PERIOD_FACTS): row for row in rows}
    live = ControlPeriod.objects.live().filter(place__in=list(judged))
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


def _event_facts(row: ControlEvent) -> tuple:
    return (*_facts(row, EVENT_FACTS), json.dumps([row.stages, row.dates], sort_keys=True))


def _live_events(places: Iterable[int]):
    derived = ControlEvent.objects.live().filter(origin=ControlEvent.Origin.DERIVED, place__in=list(places))
    return derived.prefetch_related("evidence")


def event_of(place: int, judged: Judgement, group: Group, holders: Mapping) -> ControlEvent:
    """The event that findings about one change make up, as it stands after the last of them."""
    findings = [judged.findings[n] for n in group.findings]
    found, said = findings[-1], judged.said
    evidence = [said[key] for one in findings for key in (*one.supports, *one.denials)]
    return ControlEvent(
        origin=ControlEvent.Origin.DERIVED,
        place_id=place,
        kind=evidence[0].kind,
        actor_id=holders[found.state.holder],
        counterparty_id=holders[found.state.challenger],
        status=found.state.status,
        is_besieged=found.state.is_besieged,
        event_start=group.start,
        event_end=max(group.end, group.start + timedelta(seconds=1)),
        known_at=min(item.published_at for item in evidence),
        credibility=credibility(found, said),
        geo_precision=2 if all(item.is_of_region for item in evidence) else 1,
        rule=f"{RULE_ID}/{RULE_VERSION}/{found.line}",
        counts_from=findings[0].at,
        stages=[_stage(one, said) for one in findings],
        dates=[{"from": _written(start), "until": _written(end), "origins": list(origins)}
               for start, end, origins in group.dates],
    )  # fmt: skip


def _stage(found: Finding, said: Said) -> dict:
    status, sure = found.state.status, credibility(found, said)
    return {"at": _written(found.at), "status": status, "line": found.line, "credibility": sure}


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


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


# Key, whether it speaks for the event, from when it counts, and whose copy it is
Spoken = frozenset[tuple[str, bool, datetime | None, str]]


def evidence_of(row: ControlEvent, spoken: Spoken) -> Iterable[Evidence]:
    """The rows that tie an event to what was said for and against it."""
    for key, speaks_for, counts_from, original in sorted(spoken):
        what, number = key.split(":")
        copied = int(original.split(":")[1]) if original else None
        fields = {f"{what}_id": int(number), "counts_from": counts_from, "same_text_as_id": copied}
        yield Evidence(event=row, speaks_for=speaks_for, **fields)


def spoken_of(judged: Judgement, group: Group) -> Spoken:
    """What speaks for and against, by its last word, and beside it the copies of the same text, which do not count."""
    counted: dict[str, bool] = {}
    for found in (judged.findings[n] for n in group.findings):
        counted |= dict.fromkeys(found.denials, False) | dict.fromkeys(found.supports, True)
    moments = {key: judged.said[key].moment(settings.CONTROL_WINDOW) for key in counted}
    copies = {
        (copy, speaks_for, moments[key], key) for key, speaks_for in counted.items() for copy in judged.said[key].copies
    }
    return frozenset({(key, speaks_for, moments[key], "") for key, speaks_for in counted.items()} | copies)


def _stored(row: ControlEvent) -> Spoken:
    return frozenset(
        (
            item.key,
            item.speaks_for,
            item.counts_from,
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
