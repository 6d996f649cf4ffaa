"""Gold: what a reader found in each sentence."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from .vocabulary import families_of_type


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a sentence names; `also` are slugs that are as good, or tolerated where there is no slug."""

    text: str
    start: int
    slug: str | None
    role: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """One annotated claim."""

    claim_type: str
    places: tuple[str, ...]
    inferred: tuple[str, ...]  # targets that the sentence does not name
    names_a_target: bool
    actor: str | None
    counterparty: str | None
    sources: tuple[str, ...]  # as the sentence writes it, and its usual name
    written_source: str | None
    polarity: str
    event_date: str | None
    date_precision: str | None
    count: float | None
    count_unit: str | None
    is_background: bool

    @property
    def families(self) -> tuple[str, ...]:
        return families_of_type(self.claim_type, self.actor)

    @property
    def is_mapped(self) -> bool:
        """Whether some gazetteer here could know what it is about."""
        return bool(self.places or self.inferred or not self.names_a_target)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report with its annotated claims; none make it a negative."""

    where: str  # file and line
    report: str
    number: int
    start: int
    end: int
    language: str
    tier: str | None
    published_at: datetime | None  # of its report
    text: str
    mentions: tuple[Mention, ...]
    expected: tuple[Expected, ...]

    @property
    def day(self) -> str | None:
        return self.published_at.date().isoformat() if self.published_at else None

    @property
    def is_negative(self) -> bool:
        return not self.expected

    def holds(self, position: int) -> bool:
        """Whether a character of the report is in it; the line break behind it counts."""
        return self.start <= position <= self.end


@dataclass(frozen=True)
class Gold:
    """The annotated sentences, in order."""

    sentences: tuple[Sentence, ...]

    @cached_property
    def reports(self) -> dict[str, list[Sentence]]:
        by_report: dict[str, list[Sentence]] = {}
        for sentence in self.sentences:
            by_report.setdefault(sentence.report, []).append(sentence)
        return by_report

    def at(self, report: str, position: int) -> Sentence | None:
        """The sentence in which a claim at this position stands."""
        return next((sentence for sentence in self.reports.get(report, ()) if sentence.holds(position)), None)
