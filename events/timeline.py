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
    spans: list[tuple[int, Finding, set[str]]] = []
    last = None
    for position, found in enumerate(findings):
        if last and last.at == found.at and last.state != found.state:
            spans.pop()  # of two findings of one moment the second has the last word
            last = spans[-1][1] if spans else None
        if last is None or last.state != found.state:
            spans.append((position, found, set()))
            last = found
        spans[-1][2].update(found.supports, found.denials)
    return [Span(found.at, found.state, position, frozenset(spoken)) for position, found, spoken in spans]


def state_before(spans: Sequence[Span], moment: datetime) -> Span | None:
    """The span in force just before `moment`, or None when nothing was known yet."""
    return next((span for span in reversed(spans) if span.start < moment), None)
