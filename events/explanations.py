"""Why a claim was read so: the words it rests on, each with its role and with what it was taken for. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .passages import Span, spans_of

ORDER = ("trigger", "negation", "place", "actor", "counterparty", "quantity", "source", "date")
ALWAYS = ("source", "date")  # that nobody says so is worth saying


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of the report."""

    text: str
    start: int
    end: int
    is_elsewhere: bool  # outside the sentence that the claim stands on


@dataclass(frozen=True, slots=True)
class Part:
    """One role: its words, or none where it was understood without any, and what it was read as."""

    role: str
    words: tuple[Words, ...]
    read_as: Any


@dataclass(frozen=True, slots=True)
class Explanation:
    """One claim of a report, numbered in the order of the text, with its parts."""

    claim: Any
    number: int
    parts: tuple[Part, ...]

    @property
    def start(self) -> int:
        return self.claim.start

    @property
    def end(self) -> int:
        return self.claim.end

    @property
    def spans(self) -> list:
        return self.claim.spans


def explained(text: str, claims: Iterable[Any]) -> list[Explanation]:
    """The explanation of each claim of a report, in the order given."""
    return [Explanation(claim, number, _parts(text, claim)) for number, claim in enumerate(claims, 1)]


def _parts(text: str, claim: Any) -> tuple[Part, ...]:
    spans, meaning = spans_of(claim.spans, len(text)), _meaning(claim)
    roles = dict.fromkeys([*ORDER, *(span.role for span in spans)])
    parts = [Part(role, _words(text, claim, role, spans), meaning.get(role)) for role in roles]
    return tuple(part for part in parts if part.words or part.role in ALWAYS or _is_understood(part))


def _is_understood(part: Part) -> bool:
    return part.read_as is not None and part.role not in ("trigger", "negation")


def _words(text: str, claim: Any, role: str, spans: list[Span]) -> tuple[Words, ...]:
    """The words in a role, in the order of the text; the same words found twice are told once."""
    found = sorted({(span.start, span.end) for span in spans if span.role == role})
    return tuple(
        Words(text[start:end], start, end, not claim.start <= start < end <= claim.end) for start, end in found
    )


def _meaning(claim: Any) -> dict[str, Any]:
    """What each role was read as, for the roles that a claim has a field for."""
    return {
        "trigger": claim.kind,
        "negation": claim.stance,
        "place": claim.place or claim.candidates or None,
        "actor": claim.actor,
        "counterparty": claim.counterparty,
        "quantity": claim.quantity,
        "source": claim.source or claim.source_text or None,
        "date": claim.event_start,
    }
