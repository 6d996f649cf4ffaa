"""What is one stretch of control though its periods are several, and which word set its status. Pure."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime
from itertools import takewhile
from typing import TypeVar

from events.assessment import TABLE
from events.derived import Speaks, Spoken

ADDS_NOTHING = ("siege", "held", "held-against", "denied")
Words = tuple[tuple[datetime, ...], Spoken]  # the moments of an event's stages, and what speaks in it
Period, Event = TypeVar("Period"), TypeVar("Event")


def unbroken(periods: Sequence[Period], facts: Callable[[Period], Hashable]) -> Sequence[Period]:
    """The last periods in which holder, challenger and status stay: only a siege begins or ends between them."""
    now = facts(periods[-1])
    return periods[len(periods) - sum(1 for _ in takewhile(lambda one: facts(one) == now, reversed(periods))) :]


def deciding(stages: Iterable[tuple[dict, Event]], status: str) -> tuple[dict, Event]:
    """Of the stages of a stretch, each with its event, the last that set its status, else the one that began it."""
    in_order = sorted(stages, key=lambda pair: datetime.fromisoformat(pair[0]["at"]))
    return next((pair for pair in reversed(in_order) if _sets(pair[0]["line"], status)), in_order[0])


def supports(groups: Iterable[Words], since: datetime, moment: datetime) -> int:
    """How many statements spoke for a stretch before the moment; each counts by its last word, a copy does not."""
    newest: dict[str, Speaks] = {}
    for moments, spoken in groups:
        if any(since <= at < moment for at in moments):
            newest |= {said.key: said for said in spoken if said.counts_from < moment}
    return sum(said.speaks_for and not said.original for said in newest.values())


def _sets(line: str, status: str) -> bool:
    """Whether this line of the rule brings the status about; others confirm, deny or tell of a siege."""
    return line not in ADDS_NOTHING and TABLE.get(tuple(line.split("-")), status) == status
