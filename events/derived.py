"""What is stored of a judgement: a row for each event, what speaks in it, and a row for each period. Pure."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from events.assessment import RULE_ID, RULE_VERSION, Finding
from events.grouping import Group
from events.judging import Judgement
from events.testimony import Testimony
from events.timeline import Span

Said = Mapping[str, Testimony]  # by key
Ids = Mapping[str | None, int | None]  # of the actor that stands for a side


SECOND = timedelta(seconds=1)


class EventRow(NamedTuple):
    """A derived event. `stages` and `dates` are JSON as the database writes it, so that it compares as text."""

    place_id: int
    kind: str
    actor_id: int | None
    counterparty_id: int | None
    status: str
    is_besieged: bool
    event_start: datetime
    event_end: datetime
    known_at: datetime
    credibility: int
    geo_precision: int
    rule: str
    counts_from: datetime
    stages: str
    dates: str


class PeriodRow(NamedTuple):
    """A period; without its event in answers that are not stored."""

    place_id: int
    start: datetime
    holder_id: int | None
    challenger_id: int | None
    status: str
    is_besieged: bool
    event_id: int | None
    evidence_count: int


class Speaks(NamedTuple):
    """That a statement speaks for or against an event, from when it counts, and whose copy it is, if any."""

    key: str
    speaks_for: bool
    counts_from: datetime
    original: str


Spoken = tuple[Speaks, ...]  # in order


def event_of(place: int, judged: Judgement, group: Group, holders: Ids) -> EventRow:
    """The event that findings about one change make up, as it stands after the last of them."""
    said = judged.said
    findings = [judged.findings[n] for n in group.findings]
    sure = [credibility(found, said) for found in findings]
    evidence = [said[key] for found in findings for key in found.supports + found.denials]
    found = findings[-1]
    return EventRow(
        place_id=place,
        kind=evidence[0].kind,
        actor_id=holders[found.state.holder],
        counterparty_id=holders[found.state.challenger],
        status=found.state.status,
        is_besieged=found.state.is_besieged,
        event_start=group.start,
        event_end=max(group.end, group.start + SECOND),
        known_at=min([item.published_at for item in evidence]),
        credibility=sure[-1],
        geo_precision=2 if all([item.is_of_region for item in evidence]) else 1,
        rule=f"{RULE_ID}/{RULE_VERSION}/{found.line}",
        counts_from=findings[0].at,
        stages=_listed([_stage(*stage) for stage in zip(findings, sure, strict=True)]),
        dates=_listed([_date(*date) for date in group.dates]),
    )


# Written as the database writes JSON, the shorter key first. An encoder takes longer than all the rest


def _stage(found: Finding, sure: int) -> str:
    at, status = _written(found.at), found.state.status
    return f'{{"at": "{at}", "line": "{found.line}", "status": "{status}", "credibility": {sure}}}'


def _date(start: datetime, end: datetime, origins: tuple[str, ...]) -> str:
    return f'{{"from": "{_written(start)}", "until": "{_written(end)}", "origins": {_named(origins)}}}'


@lru_cache(maxsize=4096)
def _named(origins: tuple[str, ...]) -> str:
    return json.dumps(origins, ensure_ascii=False)


def _listed(items: list[str]) -> str:
    return f"[{', '.join(items)}]"


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def credibility(found: Finding, said: Said) -> int:
    """Admiralty 1 (confirmed by others) to 6 (cannot be judged), from who speaks for and against the finding."""
    if found.line == "editor":
        return 6
    if found.state.status == "contested":
        return 4
    if found.state.status == "assessed":
        heard = [said[key] for key in found.supports]
        origins = {one.origin for one in heard if found.line == "siege" or one.kind != "siege"}
        return 1 if len(origins) > 1 and not found.denials else 2
    return 3


def spoken_of(judged: Judgement, group: Group, *, window: timedelta) -> Spoken:
    """What speaks for and against, by its last word, and beside it the copies of the same text, which do not count."""
    counted: dict[str, bool] = {}
    for n in group.findings:
        counted |= dict.fromkeys(judged.findings[n].denials, False)
        counted |= dict.fromkeys(judged.findings[n].supports, True)
    spoken = []
    for key, speaks_for in counted.items():
        said = judged.said[key]
        moment = said.moment(window)
        spoken.append(Speaks(key, speaks_for, moment, ""))
        spoken += [Speaks(copy, speaks_for, moment, key) for copy in said.copies]
    return tuple(sorted(spoken))


def period_of(place: int, span: Span, event: int | None, holders: Ids) -> PeriodRow:
    """The row of a span that began with this event."""
    state = span.state
    parties = holders[state.holder], holders[state.challenger]
    return PeriodRow(place, span.start, *parties, state.status, state.is_besieged, event, len(span.evidence))
