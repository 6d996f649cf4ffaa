"""All that the rule makes of what was said about one place, from statements to events and periods. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from events.assessment import Finding, assess
from events.grouping import Group, agreed, grouped
from events.testimony import Testimony
from events.timeline import Span, fold


class Judgement(NamedTuple):
    """The findings in order of time, the events they make up, and the periods; both name findings by position."""

    said: Mapping[str, Testimony]
    findings: Sequence[Finding]
    groups: Sequence[Group]
    spans: Sequence[Span]

    def group_of(self) -> dict[int, int]:
        """For each finding the position of its event."""
        return {finding: number for number, group in enumerate(self.groups) for finding in group.findings}


def judge(testimonies: Iterable[Testimony], *, window: timedelta) -> Judgement:
    """What the rule makes of the testimonies; their order does not matter."""
    said = agreed(testimonies)
    by_key = {one.key: one for one in said}
    findings = assess(said, window=window)
    return Judgement(by_key, findings, grouped(findings, by_key, window=window), fold(findings))
