"""Claims to be scored, as the extraction hands them over or `manage.py extract` prints them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath

from events.extraction.found import FoundClaim

from .days import Days
from .records import Record, records
from .vocabulary import FAMILY_OF_KIND, MODES, STANCES, UNITS, polarity_of


@dataclass(frozen=True, slots=True)
class Claimed:
    """One claim of the extraction."""

    report: str
    start: int
    end: int
    quote: str
    places: tuple[str, ...]
    kind: str
    stance: str
    mode: str
    actor: str | None
    source: str | None
    source_text: str | None
    days: Days | None
    quantity: float | None
    unit: str | None
    rule: str

    @property
    def polarity(self) -> str:
        return polarity_of(self.stance, self.mode)

    @property
    def family(self) -> str:
        return "denial" if self.polarity == "denied" else FAMILY_OF_KIND[self.kind]


def read_claims(path: Path) -> Iterator[Claimed]:
    """The claims of a JSON Lines file."""
    return (claimed(record) for record in records(path))


def claimed(record: Record) -> Claimed:
    """The claim that one line tells."""
    return Claimed(
        report=PurePath(record.text("report")).name.removesuffix(".txt"),
        start=record.whole("start"),
        end=record.whole("end"),
        quote=record.text("quote"),
        places=record.texts("places"),
        kind=record.one_of("kind", FAMILY_OF_KIND),
        stance=record.one_of("stance", STANCES),
        mode=record.one_of("mode", MODES),
        actor=record.text_or_none("actor"),
        source=record.text_or_none("source"),
        source_text=record.text_or_none("source_text"),
        days=_days(record),
        quantity=record.number_or_none("quantity"),
        unit=record.one_of_or_none("unit", UNITS),
        rule=record.text("rule"),
    )


def found(report: str, claim: FoundClaim) -> Claimed:
    """A claim as the extraction hands it over."""
    return Claimed(
        report=report,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        places=claim.places,
        kind=claim.kind,
        stance=claim.stance,
        mode=claim.mode,
        actor=claim.actor,
        source=claim.source,
        source_text=claim.source_text,
        days=Days.between(claim.event_start, claim.event_end),
        quantity=claim.quantity,
        unit=claim.unit,
        rule=claim.rule,
    )


def _days(record: Record) -> Days | None:
    try:
        return Days.between(_moment(record, "event_start"), _moment(record, "event_end"))
    except OverflowError:
        record.refuse("event_start", "is too far away. Correct the line.")


def _moment(record: Record, name: str) -> datetime | None:
    text = record.text_or_none(name)
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        record.refuse(name, "is no moment. Write ISO 8601, such as 2016-12-07T00:00+02:00.")
