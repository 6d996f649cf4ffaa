"""The rows of the table: narrowed, ordered, and as the cells of a file."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.utils.translation import get_language

from events import sentences
from events.models import Status
from events.questions import DAMASCUS, Question
from events.standing import Standing
from gazetteer.folding import in_lists

NONE = "none"  # the status of places without information
COLUMNS = ("name", "kind", "holder", "challenger", "status", "besieged", "since", "last", "evidence", "area")


def narrowed(
    rows: Iterable[Standing], *, places: Collection[int] | None, side: str = "", status: str = ""
) -> list[Standing]:
    """The rows of these places, of this side as the holder and of this status; all where none is named."""
    rows = [row for row in rows if places is None or row.place.pk in places]
    if side:
        rows = [row for row in rows if row.period and row.period.holder and row.period.holder.side == side]
    if status:
        rows = [row for row in rows if (row.period.status if row.period else NONE) == status]
    return rows


def ordered(rows: Iterable[Standing], sort: str) -> list[Standing]:
    """The rows by a column, `-since` from the other end; what has nothing in it stands last either way."""
    name, rows = sort.lstrip("-"), sorted(rows, key=_by_name)
    told = [row for row in rows if _value(row, name) is not None]
    told.sort(key=lambda row: _value(row, name), reverse=sort.startswith("-"))
    return told + [row for row in rows if _value(row, name) is None]


def _by_name(row: Standing) -> str:
    return in_lists(row.place.name(get_language() or "en"))


def _value(row: Standing, column: str):
    """What a row is ordered by in this column; None where there is nothing to order."""
    if column in ("name", "kind", "last", "area"):
        of_places = {
            "name": _by_name(row), "kind": str(row.place.get_kind_display()), "last": row.last_evidence,
            "area": row.area,
        }  # fmt: skip
        return of_places[column]
    period = row.period
    if period is None:
        return None
    of_periods = {
        "holder": period.holder and period.holder.name, "challenger": period.challenger and period.challenger.name,
        "status": Status.values.index(period.status), "besieged": not period.is_besieged, "since": period.since,
        "evidence": period.supports,
    }  # fmt: skip
    return of_periods[column]


def cells(row: Standing, question: Question) -> dict[str, str]:
    """The cells of a row by the name of their column, with the times that the row answers to."""
    return {**_of_place(row), **_of_period(row), **_of_question(question)}


CELLS = (
    "place", "name_ar", "name_en", "kind", "area_km2", "status", "holder", "challenger", "besieged", "since",
    "last_evidence", "evidence", "in_words", "on", "at", "known", "revision", "sources",
)  # fmt: skip


def _of_place(row: Standing) -> dict[str, str]:
    return {
        "place": row.place.slug,
        "name_ar": row.place.name_ar,
        "name_en": row.place.name_en,
        "kind": row.place.kind,
        "area_km2": "" if row.area is None else f"{row.area:.3f}",
    }


def _of_period(row: Standing) -> dict[str, str]:
    period = row.period
    if period is None:
        return {"status": NONE}
    return {
        "status": period.status,
        "holder": period.holder.slug if period.holder else "",
        "challenger": period.challenger.slug if period.challenger else "",
        "besieged": "yes" if period.is_besieged else "no",
        "since": _day(period.since),
        "last_evidence": _day(row.last_evidence),
        "evidence": str(period.supports),
        "in_words": sentences.state_of(period),
    }


def _of_question(question: Question) -> dict[str, str]:
    return question.asked


def _day(moment: datetime | None) -> str:
    return moment.astimezone(DAMASCUS).date().isoformat() if moment else ""
