"""Which statements speak of one change, and when it must have happened. Pure.

Sources give one change different times. Where these overlap, the change lies in what they have in common; where they
do not, and are no farther apart than the window, it is one change still, somewhere between the first and the last.
Editors may know better: they put statements to one change, set one apart, or pin the time of a change.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from events.assessment import Finding
from events.testimony import Testimony

SETTLED = ("assessed", "claimed")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """An editor's word on the statements with these keys: `merge`, `split` or `pin`, which has a time (half-open)."""

    number: int
    act: str
    keys: frozenset[str]
    start: datetime | None = None
    end: datetime | None = None

    def applied(self, said: Testimony) -> Testimony:
        """The testimony as the editor has it."""
        if self.act == "split":
            return said._replace(is_apart=True) if said.key in self.keys else said
        if not self.keys.intersection((said.key, *said.copies)):
            return said
        if self.act == "merge":
            return said._replace(change=f"merged in {self.number}", is_apart=False)
        return said._replace(start=self.start, end=self.end, told=said.times)


def arranged(testimonies: Iterable[Testimony], arrangements: Sequence[Arrangement]) -> list[Testimony]:
    """The testimonies as editors have them; of several words on one the later goes on from the earlier."""
    found = list(testimonies)
    for one in arrangements:
        found = [one.applied(said) for said in found]
    return found


def agreed(testimonies: Iterable[Testimony]) -> list[Testimony]:
    """The testimonies, where those of one change whose times overlap give what these have in common."""
    families: dict[tuple, list[Testimony]] = defaultdict(list)
    others = []
    for said in testimonies:
        if said.claims_the_whole and said.side and not said.is_apart:
            families[said.side].append(said)
        else:
            others.append(said)
    return others + [said for family in families.values() for said in _in_common(family)]


def _in_common(family: Sequence[Testimony]) -> Iterable[Testimony]:
    """Each joins those before it as long as they all have a time in common."""
    clusters: list[list[Testimony]] = []
    until = None
    for said in sorted(family, key=lambda said: (said.start, said.end, said.key)):
        if until is None or said.start >= until:
            clusters.append([])
            until = said.end
        clusters[-1].append(said)
        until = min(until, said.end)
    for cluster in clusters:
        start, end = max(said.start for said in cluster), min(said.end for said in cluster)
        yield from (_at(said, start, end) for said in cluster)


def _at(said: Testimony, start: datetime, end: datetime) -> Testimony:
    return said if (said.start, said.end) == (start, end) else said._replace(start=start, end=end, told=said.times)


class Group(NamedTuple):
    """Findings, by position, about one change, and the time (half-open) in which it must have happened."""

    findings: tuple[int, ...]
    start: datetime
    end: datetime
    dates: tuple[tuple[datetime, datetime, tuple[str, ...]], ...]  # each time that was given, with its origins


def grouped(findings: Sequence[Finding], said: Mapping[str, Testimony], *, window: timedelta) -> list[Group]:
    """The findings as events: those about one change are one; every other finding is its own."""
    groups: list[list[int]] = []
    going_on: dict[str, list[int]] = {}
    for position, found in enumerate(findings):
        group = going_on.get(found.change)
        if group and _goes_on(findings[group[-1]], found, said, window):
            group.append(position)
        else:
            groups.append(group := [position])
        if found.change and found.state.status in SETTLED:
            going_on.clear()  # what was said of another change before has ended with this one
        if found.change:
            going_on[found.change] = group
    return [_group([findings[n] for n in group], group, said) for group in groups]


def _goes_on(before: Finding, found: Finding, said: Mapping[str, Testimony], window: timedelta) -> bool:
    """Whether the finding is about the change of the one before: near enough, or an editor says so."""
    if any(said[key].is_apart for key in (*before.supports, *found.supports)):
        return False
    ties = [{said[key].change for key in one.supports} - {""} for one in (before, found)]
    return found.at - before.at < window or bool(ties[0] & ties[1])


def _group(findings: Sequence[Finding], positions: Sequence[int], said: Mapping[str, Testimony]) -> Group:
    told = _last_words(findings, said) if findings[0].change else []
    if not told:
        return Group(tuple(positions), findings[0].at, max([found.until for found in findings]), ())
    dates: dict[tuple[datetime, datetime], set[str]] = defaultdict(set)
    for one in told:
        dates[one.times].add(one.origin)
    listed = tuple((*times, tuple(sorted(origins))) for times, origins in sorted(dates.items()))
    return Group(tuple(positions), min([one.start for one in told]), max([one.end for one in told]), listed)


def _last_words(findings: Sequence[Finding], said: Mapping[str, Testimony]) -> list[Testimony]:
    """What each origin said last of the change itself; that somebody still holds the place gives it no time."""
    last = {said[key].origin: said[key] for found in findings for key in found.supports if _dates(said[key])}
    return list(last.values())


def _dates(said: Testimony) -> bool:
    return said.claims_the_whole or said.is_departure
