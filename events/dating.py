"""When a change must have happened, and what editors decided about its statements, as readers are told it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from events.models import ControlEvent, Evidence, Grouping, Source
from events.questions import DAMASCUS
from events.templatetags.reader import day
from gazetteer.models import Place


@dataclass(frozen=True, slots=True)
class Given:
    """A time (days, both in it) that was given for a change, and who gave it."""

    first: date
    last: date
    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"{days(self.first, self.last)}: {_(', ').join(self.names)}"


@dataclass(frozen=True, slots=True)
class Dating:
    """The days (both in it) between which a change must have happened, and each time that was given for it."""

    first: date
    last: date
    given: Sequence[Given]

    def __str__(self) -> str:
        return _("The sources date the change differently; it happened %(when)s.") % {
            "when": days(self.first, self.last)
        }


def days(first: date, last: date) -> str:
    """One day, or between two."""
    if first == last:
        return _("on %(day)s") % {"day": day(first)}
    return _("between %(first)s and %(last)s") % {"first": day(first), "last": day(last)}


def dating(event: ControlEvent | None) -> Dating | None:
    """What is to be said of the days of an event; None where all sources give the same."""
    given = _given(event) if event else {}
    if len(given) < 2:
        return None
    named = Source.objects.filter(slug__in=[slug for slugs in given.values() for slug in slugs])
    called = {row.slug: row.name for row in named}
    listed = [
        Given(*when, tuple(called.get(slug, _("a report that names nobody")) for slug in slugs))
        for when, slugs in given.items()
    ]
    return Dating(*_days(event.event_start, event.event_end), listed)


def _given(event: ControlEvent) -> dict[tuple[date, date], list[str]]:
    """The days that were given, in order, with the origins that gave them."""
    found: dict[tuple[date, date], list[str]] = defaultdict(list)
    for row in event.dates:
        found[_days(datetime.fromisoformat(row["from"]), datetime.fromisoformat(row["until"]))] += row["origins"]
    return dict(sorted(found.items()))


def _days(start: datetime, end: datetime) -> tuple[date, date]:
    """The first and the last day of a half-open time, in Damascus."""
    return start.astimezone(DAMASCUS).date(), (end - timedelta(microseconds=1)).astimezone(DAMASCUS).date()


def decisions_about(place: Place, evidence: Iterable[Evidence], revision: int | None) -> list[Grouping]:
    """What editors decided about these statements, oldest first."""
    keys = [item.key for item in evidence]
    return list(Grouping.objects.at_revision(revision).filter(place=place, statements__overlap=keys))


def told_of(grouping: Grouping) -> str:
    """The decision as a sentence without its reason."""
    if grouping.act == Grouping.Act.MERGE:
        return _("An editor put statements together: they speak of one change.")
    if grouping.act == Grouping.Act.SPLIT:
        return _("An editor set a statement apart: it speaks of another change.")
    return _("An editor dates the change %(when)s.") % {"when": days(*_days(grouping.start, grouping.end))}
