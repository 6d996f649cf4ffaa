"""The fold of findings into periods. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from events.assessment import Finding, State


class Span(NamedTuple):
    """A state from `start` to the next span's start, the finding (by position) that began it, and what it rests on."""

    start: datetime
    state: State
    finding: int
    evidence: frozenset[str]


def fold(findings: Sequence[Finding]) -> list[Span]:
    """The spans of one place: findings in order of time, those that leave the state as it was joined to one span."""
    spans: list[Span] = []
    for position, found in enumerate(findings):
        spoken = frozenset((*found.supports, *found.denials))
        if spans and spans[-1].start == found.at and spans[-1].state != found.state:
            spans.pop()  # of two findings of one moment the second has the last word
        if spans and spans[-1].state == found.state:
            spans[-1] = spans[-1]._replace(evidence=spans[-1].evidence | spoken)
        else:
            spans.append(Span(found.at, found.state, position, spoken))
    return spans


def state_before(spans: Sequence[Span], moment: datetime) -> Span | None:
    """The span in force just before `moment`, or None when nothing was known yet."""
    return next((span for span in reversed(spans) if span.start < moment), None)
