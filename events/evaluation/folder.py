"""A folder of gold: `gold.jsonl`, `reports.jsonl` with the days of the reports, and their texts in `reports/`."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from .gold import Gold, Sentence
from .gold_file import read_gold
from .publishing import published_in
from .records import BadInput, read, records

GOLD, DAYS, TEXTS, FURTHER_PLACES = "gold.jsonl", "reports.jsonl", "reports", "extra_places.csv"


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report that the gold annotates; its text is None where the folder does not hold it."""

    id: str
    path: Path
    text: str | None
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class GoldFolder:
    """The annotated sentences, and the reports that they stand in by their id."""

    gold: Gold
    reports: dict[str, GoldReport]
    further_places: Path | None  # a list that lies beside the gold


def read_folder(path: Path) -> GoldFolder:
    """The gold of a folder, or of one file with its reports beside it."""
    folder = path if path.is_dir() else path.parent
    gold = read_gold(folder / GOLD if path.is_dir() else path)
    days = _days(folder / DAYS) if path.is_dir() and (folder / DAYS).exists() else None
    reports = {name: _report(name, sentences, folder, days) for name, sentences in gold.reports.items()}
    for sentence in gold.sentences:
        _check_text(sentence, reports[sentence.report])
    beside = (place / FURTHER_PLACES for place in (folder, folder.resolve().parent))
    return GoldFolder(gold, reports, next((file for file in beside if file.is_file()), None))


def _days(path: Path) -> dict[str, datetime | None]:
    return {record.text("id"): published_in(record, "published_at") for record in records(path)}


def _report(name: str, sentences: list[Sentence], folder: Path, days: dict | None) -> GoldReport:
    first = sentences[0]
    if days is None:
        day = first.published_at
    elif name in days:
        day = days[name]
    else:
        raise BadInput(f"{first.where}: “{name}” is not in {folder / DAYS}. Add a line with its id and published_at.")
    path = _text_path(folder, name)
    return GoldReport(name, path, read(path) if path.exists() else None, day)


def _text_path(folder: Path, name: str) -> Path:
    own, beside = folder / TEXTS / f"{name}.txt", folder / f"{name}.txt"
    return beside if beside.exists() and not own.exists() else own


def _check_text(sentence: Sentence, report: GoldReport) -> None:
    if report.text is not None and report.text[sentence.start : sentence.end] != sentence.text:
        raise BadInput(
            f"{sentence.where}: the sentence is not characters {sentence.start} to {sentence.end} of {report.path}. "
            "Correct start and end."
        )
