"""Score the extraction against a folder of annotated reports."""

import json
from collections import Counter, defaultdict
from datetime import datetime, time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from events.extraction.dates import DAMASCUS
from events.further_places import further_places
from events.management.commands.extract import read_text
from events.reading import build_extractor

KIND_OF = {
    "gained": "capture",
    "regained": "capture",
    "holds": "hold",
    "lost": "loss",
    "withdrawal": "withdrawal",
    "advance": "advance",
    "contested": "clash",
    "linkup": "linkup",
    "evacuation": "displacement",
    "aggregate_count": "count",
}
ALIKE = {"transfer": "capture", "siege": "advance"}  # kinds that the annotation does not tell apart
PUBLISHED = time(20)  # the hour that a date of publication stands for


class Command(BaseCommand):
    help = (
        "Extract from GOLD/reports and compare with GOLD/gold.jsonl: "
        "precision, recall and F1 on place and kind, by language."
    )

    def add_arguments(self, parser):
        parser.add_argument("gold", type=Path, help="a folder with gold.jsonl, reports.jsonl and reports/*.txt")
        parser.add_argument("--extra-places", type=Path, metavar="CSV", help="places outside the gazetteer")

    def handle(self, *, gold, extra_places, **options):
        try:
            wanted, reports = _rows(gold / "gold.jsonl"), _rows(gold / "reports.jsonl")
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from None
        extractor = build_extractor(*further_places(extra_places) if extra_places else ())
        found = {row["id"]: _found(extractor, gold, row) for row in reports}
        for language, count in sorted(_count(wanted, found).items()):
            self.stdout.write(f"{language}  {_figures(count)}")


def _rows(path: Path) -> list[dict]:
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]


def _found(extractor, gold: Path, row: dict) -> list[tuple[int, str, str]]:
    """(position, place, kind) of each claim of a report."""
    day = row.get("published_at")
    published = datetime.combine(datetime.fromisoformat(day).date(), PUBLISHED, DAMASCUS) if day else None
    claims = extractor.extract(read_text(gold / "reports" / f"{row['id']}.txt"), published_at=published)
    return [(claim.start, place, _kind(claim.kind, claim.stance)) for claim in claims for place in claim.places]


def _kind(kind: str, stance: str) -> str:
    return "denial" if stance != "asserts" else ALIKE.get(kind, kind)


def _count(wanted: list[dict], found: dict[str, list]) -> dict[str, Counter]:
    sentences = defaultdict(list)
    for row in wanted:
        sentences[row["report"], row["start"], row["end"], row["lang"]].append(row)
    counts: dict[str, Counter] = defaultdict(Counter)
    for (report, start, end, language), rows in sentences.items():
        got = Counter((place, kind) for at, place, kind in found.get(report, ()) if start <= at <= end)
        need, free = _atoms(rows, background=False), _atoms(rows, background=True)
        hits = sum((need & got).values())
        counts[language].update(hits=hits, missed=sum(need.values()) - hits, wrong=sum((got - need - free).values()))
    return counts


def _atoms(rows: list[dict], *, background: bool) -> Counter:
    return Counter(
        (place, KIND_OF.get(row["claim_type"], row["claim_type"]))
        for row in rows
        if row["claim_type"] != "none" and bool(row.get("background")) == background
        for place in row["places"]
    )


def _figures(count: Counter) -> str:
    precision = count["hits"] / (count["hits"] + count["wrong"] or 1)
    recall = count["hits"] / (count["hits"] + count["missed"] or 1)
    f1 = 2 * precision * recall / (precision + recall or 1)
    figures = f"precision {precision:.2f}  recall {recall:.2f}  F1 {f1:.2f}"
    return f"{figures}  ({count['hits']} right, {count['wrong']} false, {count['missed']} missed)"
