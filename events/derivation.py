"""The derived rows: groups of findings as events, spans as periods; only what differs from the live rows is written."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.conf import settings
from django.db.models import TextField
from django.db.models.functions import Cast

from events import bulk
from events.derived import EventRow, Ids, PeriodRow, Speaks, Spoken, event_of, period_of, spoken_of
from events.judging import Judgement
from events.models import Actor, ControlEvent, ControlPeriod, Evidence, Revision, RevisionOnceNeeded

UMBRELLAS = {"government": "government", "opposition": "opposition", "kurdish": "ypg", "isil": "isil"}
ALWAYS = {
    "origin": ControlEvent.Origin.DERIVED, "stance": "asserts", "is_partial": False, "sub_event_type": "",
    "time_precision": 1, "note": "",
}  # fmt: skip
EVIDENCE = ("event_id", "claim_id", "entry_id", "speaks_for", "counts_from", "same_text_as_id")

Recorder = Revision | RevisionOnceNeeded
At = tuple[int, int]  # a place's id and the position of one of its groups


def umbrella_ids() -> Ids:
    """The umbrella actor that stands for each side; nobody for no side."""
    ids = dict(Actor.objects.filter(slug__in=UMBRELLAS.values()).values_list("slug", "pk"))
    return {None: None, **{side: ids[slug] for side, slug in UMBRELLAS.items() if slug in ids}}


def write_events(judged: Mapping[int, Judgement], holders: Ids, revision: Recorder) -> tuple[dict[At, int], int]:
    """Store the groups of findings as derived events: the event of each group, and the number of rows written."""
    window = settings.CONTROL_WINDOW
    wanted: dict[At, tuple[EventRow, Spoken]] = {
        (place, n): (event_of(place, one, group, holders), spoken_of(one, group, window=window))
        for place, one in judged.items()
        for n, group in enumerate(one.groups)
    }
    kept = _live_events(judged)
    events = {at: kept[row] for at, row in wanted.items() if row in kept} if kept else {}
    stale = set(kept.values()).difference(events.values())
    new = {at: row for at, row in wanted.items() if at not in events}
    ids = _replace(ControlEvent, stale, [event for event, _ in new.values()], EventRow._fields, ALWAYS, revision)
    if new:
        spoken = zip(ids, new.values(), strict=True)
        bulk.write(Evidence, EVIDENCE, (item for event, (_, said) in spoken for item in _evidence(event, said)))
    return events | dict(zip(new, ids, strict=True)), len(stale) + len(new)


def write_periods(judged: Mapping[int, Judgement], events: Mapping[At, int], holders: Ids, revision: Recorder) -> int:
    """Store the spans as periods; the number of rows written."""
    wanted: list[PeriodRow] = []
    for place, one in judged.items():
        group_of = one.group_of()
        wanted += [period_of(place, span, events[place, group_of[span.finding]], holders) for span in one.spans]
    live = ControlPeriod.objects.live().filter(place__in=list(judged)).order_by()
    kept = {PeriodRow(*facts): pk for *facts, pk in bulk.read(live.values_list(*PeriodRow._fields, "pk"))}
    new = [row for row in wanted if row not in kept] if kept else wanted
    gone = kept.keys() - wanted if kept else ()
    _replace(ControlPeriod, [kept[row] for row in gone], new, PeriodRow._fields, {}, revision)
    return len(gone) + len(new)


def _replace(
    model, stale: Collection[int], new: Sequence[tuple], facts: Sequence[str], always: Mapping, revision: Recorder
) -> list[int]:
    """Mark the stale rows as removed and store the new ones, each with what is `always` so; the ids of these."""
    if not stale and not new:
        return []
    recorded = revision.recorded()
    model.objects.filter(pk__in=stale).update(removed_in=recorded)
    ids = bulk.new_ids(model, len(new))
    if new:
        same = (*always.values(), recorded.pk)
        rows = ((*row, *same, pk) for row, pk in zip(new, ids, strict=True))
        bulk.write(model, (*facts, *always, "added_in_id", "id"), rows)
    return ids


def _live_events(places: Iterable[int]) -> dict[tuple[EventRow, Spoken], int]:
    """The derived events in force with what speaks in them, and their ids."""
    live = ControlEvent.objects.live().filter(origin=ControlEvent.Origin.DERIVED, place__in=list(places)).order_by()
    facts = [Cast(name, TextField()) if name in ("stages", "dates") else name for name in EventRow._fields]
    spoken = defaultdict(list)
    for event, *item in bulk.read(Evidence.objects.filter(event__in=live.values("pk")).values_list(*EVIDENCE)):
        spoken[event].append(_as_spoken(*item))
    return {(EventRow(*row), tuple(sorted(spoken[pk]))): pk for *row, pk in bulk.read(live.values_list(*facts, "pk"))}


def _as_spoken(claim: int | None, entry: int | None, speaks_for: bool, counts_from, original: int | None) -> Speaks:
    key = f"claim:{claim}" if claim else f"entry:{entry}"
    return Speaks(key, speaks_for, counts_from, f"claim:{original}" if original else "")


def _evidence(event: int, spoken: Spoken) -> Iterable[tuple]:
    """The rows that tie an event to what was said for and against it."""
    for key, speaks_for, counts_from, original in spoken:
        what, _, number = key.partition(":")
        claim, entry = (int(number), None) if what == "claim" else (None, int(number))
        yield event, claim, entry, speaks_for, counts_from, int(original.partition(":")[2]) if original else None
