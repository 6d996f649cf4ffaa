"""A file of gold, line by line: one claim a line, all claims of a sentence one after the other."""

from dataclasses import replace
from pathlib import Path

from .days import Days
from .gold import Expected, Gold, Mention, Sentence
from .publishing import published_in
from .records import BadInput, Record, records
from .vocabulary import LANGUAGES, NO_CLAIM, POLARITIES, PRECISIONS, ROLES, SIDES, TIERS, TYPES, UNIT_OF_COUNT


def read_gold(path: Path) -> Gold:
    """The sentences of a `gold.jsonl`, each with its claims."""
    sentences: dict[tuple[str, int], Sentence] = {}
    for record in records(path):
        line = _sentence(record)
        known = sentences.setdefault((line.report, line.number), line)
        if known is not line:
            _check_same(known, line, record)
            sentences[line.report, line.number] = replace(known, expected=known.expected + line.expected)
    if not sentences:
        raise BadInput(f"{path}: holds no annotated sentence. Add one JSON object a line.")
    return Gold(tuple(sentences.values()))


def _sentence(record: Record) -> Sentence:
    mentions = tuple(_mention(part) for part in record.records("place_mentions"))
    claim_type = record.one_of("claim_type", TYPES)
    return Sentence(
        where=record.where,
        report=record.text("report"),
        number=record.whole("sid"),
        start=record.whole("start"),
        end=record.whole("end"),
        language=record.one_of("lang", LANGUAGES),
        tier=record.one_of_or_none("tier", TIERS) if "tier" in record.values else None,
        published_at=published_in(record, "report_date"),
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
