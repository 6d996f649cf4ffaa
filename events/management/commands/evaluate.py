"""Score the extraction against annotated reports, and write down what it misses and invents."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.template.loader import render_to_string

from events.evaluation.claimed import Claimed, read_claims
from events.evaluation.claiming import claims_of
from events.evaluation.figures import figures, table
from events.evaluation.folder import GoldFolder, read_folder
from events.evaluation.known import known
from events.evaluation.page import page
from events.evaluation.records import BadInput
from events.evaluation.scoring import score
from events.further_places import further_places
from events.reading import build_extractor

OWN = settings.BASE_DIR / "events" / "data" / "gold"
PAGE = settings.BASE_DIR / "var" / "evaluation.html"


class Command(BaseCommand):
    help = "Score the extraction against annotated reports: a table here, misses and false alarms as a page."

    def add_arguments(self, parser):
        parser.add_argument("gold", nargs="?", type=Path, default=OWN, metavar="GOLD", help="folder, or its gold.jsonl")
        parser.add_argument("--claims", type=Path, metavar="JSONL", help="score these claims instead of extracting")
        parser.add_argument("--extra-places", type=Path, metavar="CSV", help="places outside the gazetteer")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
        parser.add_argument("--html", type=Path, metavar="FILE", default=PAGE, help="the page (var/evaluation.html)")

    def handle(self, *, gold, claims, extra_places, html, **options):
        try:
            folder = read_folder(gold)
            told = list(read_claims(claims) if claims else self._extract(folder, extra_places))
        except BadInput as error:
            raise CommandError(str(error)) from None
        scores = score(folder, told, known())
        self.stdout.write(table(scores))
        if options["json"]:
            _write(options["json"], json.dumps(figures(scores), ensure_ascii=False, indent=1))
        _write(html, render_to_string("events/evaluation/page.html", page(scores, gold=str(gold))))
        self.stdout.write(f"\nMisses and false alarms: {html}")

    def _extract(self, folder: GoldFolder, extra_places: Path | None) -> list[Claimed]:
        path = extra_places or folder.further_places
        if path and not extra_places:
            self.stdout.write(f"Read with the places of {path}, which lies beside the gold.\n")
        try:
            extractor = build_extractor(*further_places(path) if path else ())
        except DatabaseError as error:
            raise CommandError(f"The names of places cannot be read: {error}".strip()) from None
        except OSError as error:
            raise BadInput(f"{path}: {error.strerror}. Check the path, and that it may be read.") from None
        except ValueError as error:
            raise BadInput(f"{path}: {error}") from None
        return list(claims_of(folder.reports.values(), extractor))


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}. Name a file that can be written.") from None
