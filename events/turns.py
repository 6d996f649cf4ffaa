"""Each change on record within some days, one after the other: what the map's strip of the war counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import TextChoices
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events import answers
from events.course import as_period
from events.models import Actor, ControlPeriod
from events.questions import DAMASCUS, Question, end_of
from events.standing import places_then
from gazetteer.folding import in_lists
from gazetteer.models import Boundary, Place

DAY = timedelta(days=1)
NO_POINT = (Place.Kind.REGION, Place.Kind.ROAD)  # the map draws them by their shape or not at all


class Where(TextChoices):
    """Whether the map has somewhere to show a change."""

    SHOWN = "shown", _("shown on the map")
    UNPLACED = "unplaced", _("without a place on the map")


@dataclass(frozen=True, slots=True)
class Turn:
    """The state of a place changes: the period that ends, None where nothing was known, and the one that begins."""

    place: Place
    before: ControlPeriod | None
    after: ControlPeriod
    where: Where

    @property
    def start(self) -> datetime:
        """When it changed; of a day alone its first moment is told."""
        return self.after.start.astimezone(DAMASCUS)

    @property
    def hour(self) -> int | None:
        """The hour on a clock in Damascus; None where only the day is told."""
        begins = end_of(self.start.date() - DAY)
        return None if begins.timestamp() == self.start.timestamp() else self.start.hour  # == goes by the clock


@dataclass(frozen=True, slots=True)
class _Row:
    """A change with its periods as rows of the course, which are made into objects only where they are read."""

    place: Place
    where: Where
    before: tuple | None
    after: tuple

    @property
    def name(self) -> str:
        return in_lists(self.place.name(get_language() or "en"))


@dataclass(frozen=True, slots=True)
class Turns:
    """Changes in their order, to be read in stretches; each stretch costs one query."""

    rows: list[_Row]

    def narrowed(self, where: str) -> "Turns":
        """Only those that the map shows, or only those that it cannot; all where neither is asked for."""
        return Turns([row for row in self.rows if not where or row.where == where])

    def ordered(self, sort: str) -> "Turns":
        """By time, place or evidence, `-time` from the other end; what is alike in it by time and name."""
        rows = sorted(self.rows, key=lambda row: (row.after[1], row.name))
        return Turns(sorted(rows, key=KEYS[sort.lstrip("-")], reverse=sort.startswith("-")))

    def count_at(self, where: Where) -> int:
        """How many of them are there."""
        return sum(row.where == where for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, stretch: slice) -> list[Turn]:
        actors = Actor.objects.in_bulk(field_name="slug")
        return [_turn(row, actors) for row in self.rows[stretch]]


KEYS = {"time": lambda row: row.after[1], "place": lambda row: row.name, "evidence": lambda row: row.after[-1]}


def turns(question: Question, first: date | None = None, last: date | None = None) -> Turns:
    """The changes from one day to another, both included, as the question has them; a fixed number of queries."""
    begin, end = first and end_of(first - DAY), last and end_of(last)
    pairs = [
        (before, row)
        for before, row in _successive(question)
        if (not begin or begin <= row[1]) and (not end or row[1] < end)
    ]
    places, shaped = _places({row[0] for _before, row in pairs}, answers.recorded_at(question.revision))
    return Turns([_Row(places[row[0]], _where(places[row[0]], shaped), before, row) for before, row in pairs])


def _successive(question: Question) -> Iterator[tuple[tuple | None, tuple]]:
    """Each period as a row, after the one before it at its place."""
    before = None
    for row in answers.course_of(question).periods:
        yield (before if before and before[0] == row[0] else None), row
        before = row


def _places(slugs: set[str], at: datetime | None) -> tuple[dict[str, Place], set[int]]:
    """These places by slug, and the numbers of all that had a shape then."""
    ids = Place.every.filter(slug__in=slugs).values_list("pk", flat=True)
    shaped = Boundary.objects.current(at).values_list("place", flat=True)
    return {place.slug: place for place in places_then(ids, at)}, set(shaped)


def _where(place: Place, shaped: set[int]) -> Where:
    return Where.SHOWN if place.pk in shaped or place.kind not in NO_POINT else Where.UNPLACED


def _turn(row: _Row, actors: dict[str, Actor]) -> Turn:
    before = row.before and as_period(row.place, row.before, actors)
    return Turn(row.place, before, as_period(row.place, row.after, actors), row.where)
