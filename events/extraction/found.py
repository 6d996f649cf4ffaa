"""What the extraction hands over."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """What one sentence of a report asserts, before anyone has reviewed it."""

    start: int  # of the sentence or clause it stands on, in characters of the text as received
    end: int
    quote: str
    places: tuple[str, ...]  # more than one slug only where the name means several places
    kind: str
    stance: str
    mode: str
    actor: str | None
    counterparty: str | None
    source: str | None
    source_text: str | None
    event_start: datetime | None
    event_end: datetime | None
    time_precision: int
    quantity: float | None
    unit: str | None
    partial: bool
    rule: str
    score: float
    spans: tuple[tuple[str, int, int], ...]  # (role, start, end): trigger, place, actor, source, date, negation
