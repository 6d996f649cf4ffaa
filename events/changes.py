"""What was added to the record and removed from it since a revision, in the order in which to follow it."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet, Value

from events.models import ControlEvent, ControlPeriod

# Removals of a revision go first, so that whoever follows never has two periods with one start; events before periods
STEPS = (
    (ControlPeriod, "removed_in"),
    (ControlEvent, "removed_in"),
    (ControlEvent, "added_in"),
    (ControlPeriod, "added_in"),
)


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where a change stands: its revision, its step in that revision, the id of its row."""

    revision: int
    step: int = len(STEPS)
    row: int = 0

    def __str__(self) -> str:
        return f"{self.revision}.{self.step}.{self.row}"

    @classmethod
    def read(cls, text: str) -> "Position":
        """The position that `str` wrote; ValueError for anything else."""
        return cls(*(int(part) for part in text.split(".")))


@dataclass(frozen=True, slots=True)
class Change:
    """One row added, with the row, or removed, without."""

    at: Position
    row: ControlEvent | ControlPeriod | None

    @property
    def model(self) -> type:
        return STEPS[self.at.step][0]

    @property
    def is_removal(self) -> bool:
        return STEPS[self.at.step][1] == "removed_in"


def changes_after(start: Position, *, until: int, limit: int) -> list[Change]:
    """The changes after that position up to a revision, at most so many, in three queries."""
    positions = [Position(*found) for found in _positions(start, until, limit)]
    rows = {model: _rows(model, positions) for model in (ControlEvent, ControlPeriod)}
    return [Change(at, rows[STEPS[at.step][0]].get(at.row)) for at in positions]


def _positions(start: Position, until: int, limit: int) -> QuerySet:
    first, *others = (_of_step(step, start, until)[:limit] for step in range(len(STEPS)))
    return first.union(*others, all=True).order_by("revision", "step", "id")[:limit]


def _of_step(step: int, start: Position, until: int) -> QuerySet:
    model, field = STEPS[step]
    later = Q(**{f"{field}__gt": start.revision})
    if step >= start.step:
        later |= Q(**{field: start.revision, "id__gt": start.row if step == start.step else 0})
    found = model.objects.filter(later, **{f"{field}__lte": until})
    named = found.annotate(revision=F(f"{field}_id"), step=Value(step))
    return named.order_by("revision", "id").values_list("revision", "step", "id")


def _rows(model: type, positions: list[Position]) -> dict:
    """The rows that were added, by id."""
    added = [at.row for at in positions if STEPS[at.step] == (model, "added_in")]
    parties = ("holder", "challenger") if model is ControlPeriod else ("actor", "counterparty", "source")
    return model.objects.select_related("place", *parties).in_bulk(added)
