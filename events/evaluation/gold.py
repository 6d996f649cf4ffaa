"""Gold: what a reader found in each sentence, from `gold.jsonl`."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from .days import Days
from .records import BadInput, Record, records
from .vocabulary import (
    LANGUAGES,
    NO_CLAIM,
    POLARITIES,
    PRECISIONS,
    ROLES,
    SIDES,
    TIERS,
    TYPES,
    UNIT_OF_COUNT,
    families_of_type,
)

FILE = "gold.jsonl"


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

    report: str
    number: int
    start: int
    end: int
    language: str
    tier: str
    day: str | None
    text: str
    mentions: tuple[Mention, ...]
    expected: tuple[Expected, ...]

    def holds(self, position: int) -> bool:
        """Whether a character of the report is in it; the line break behind it counts."""
        return self.start <= position <= self.end


@dataclass(frozen=True)
class Gold:
    """The annotated sentences, in order."""

    path: Path
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

    def only(self, chosen: Iterable[str]) -> "Gold":
        """The part about the chosen reports."""
        chosen = tuple(chosen)
        unknown = [report for report in chosen if report not in self.reports]
        if unknown:
            known = ", ".join(self.reports)
            raise BadInput(f"{self.path}: no report {', '.join(unknown)}. Choose of: {known}.")
        return Gold(self.path, tuple(sentence for sentence in self.sentences if sentence.report in chosen))


def read_gold(path: Path) -> Gold:
    """The gold of a folder, or of one file."""
    path = path / FILE if path.is_dir() else path
    sentences: dict[tuple[str, int], Sentence] = {}
    for record in records(path):
        line = _sentence(record)
        known = sentences.setdefault((line.report, line.number), line)
        if known is not line:
            _check_same(known, line, record)
            sentences[line.report, line.number] = replace(known, expected=known.expected + line.expected)
    if not sentences:
        raise BadInput(f"{path}: holds no annotated sentence. Add one JSON object a line.")
    return Gold(path, tuple(sentences.values()))


def _sentence(record: Record) -> Sentence:
    mentions = tuple(_mention(part) for part in record.records("place_mentions"))
    claim_type = record.one_of("claim_type", TYPES)
    return Sentence(
        report=record.text("report"),
        number=record.whole("sid"),
        start=record.whole("start"),
        end=record.whole("end"),
        language=record.one_of("lang", LANGUAGES),
        tier=record.one_of("tier", TIERS),
        day=record.text_or_none("report_date"),
        text=record.text("sentence"),
        mentions=mentions,
        expected=() if claim_type == NO_CLAIM else (_expected(record, claim_type, mentions),),
    )


def _check_same(first: Sentence, line: Sentence, record: Record) -> None:
    if (first.start, first.end, first.text) != (line.start, line.end, line.text):
        record.refuse("sid", "was given to another text above. Number the sentences of a report one by one.")


def _mention(record: Record) -> Mention:
    return Mention(
        text=record.text("text"),
        start=record.whole("start"),
        slug=record.text_or_none("slug"),
        role=record.one_of("role", ROLES),
        also=record.texts("also") if "also" in record.values else (),
    )


def _expected(record: Record, claim_type: str, mentions: tuple[Mention, ...]) -> Expected:
    written, usual = record.text_or_none("attributed_to"), record.text_or_none("source_norm")
    return Expected(
        claim_type=claim_type,
        places=record.texts("places"),
        inferred=record.texts("places_inferred"),
        names_a_target=any(mention.role == "target" for mention in mentions),
        actor=record.one_of_or_none("actor", SIDES),
        counterparty=record.one_of_or_none("counterparty", SIDES),
        sources=tuple(name for name in (written, usual) if name),
        written_source=written,
        polarity=record.one_of("polarity", POLARITIES),
        event_date=_date(record),
        date_precision=record.one_of_or_none("date_precision", PRECISIONS),
        count=record.number_or_none("count"),
        count_unit=record.one_of_or_none("count_unit", UNIT_OF_COUNT),
        is_background=record.flag("background"),
    )


def _date(record: Record) -> str | None:
    date = record.text_or_none("event_date")
    if date:
        try:
            Days.of(date)
        except ValueError:
            record.refuse("event_date", "is no date. Write 2016, 2016-12 or 2016-12-07.")
    return date
