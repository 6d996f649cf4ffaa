"""Print the claims that text files hold, as JSON Lines; nothing is stored."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from events.extraction.found import FoundClaim
from events.further_places import COLUMNS, further_places
from events.management.commands.ingest import legible, moment
from events.reading import build_extractor

FIELDS = (
    "start", "end", "quote", "places", "kind", "stance", "mode", "actor", "counterparty", "source", "source_text",
    "event_start", "event_end", "time_precision", "quantity", "unit", "rule", "score",
)  # fmt: skip


class Command(BaseCommand):
    help = "Print the claims of text files as JSON Lines, one object a claim. Nothing is stored."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help="text files in UTF-8")
        parser.add_argument("--published-at", metavar="T", type=moment, help="ISO 8601, such as 2016-12-07T12:00+02:00")
        parser.add_argument("--publisher", metavar="SLUG", help="the source that published them")
        parser.add_argument("--extra-places", metavar="CSV", type=Path, help=f"more places: {','.join(COLUMNS)}")

    def handle(self, *, paths, published_at, publisher, extra_places, **options):
        extractor = self._extractor(extra_places)
        failed = False
        for path in paths:
            try:
                text = read_text(path)
            except (OSError, UnicodeDecodeError) as error:
                failed = True
                self.stderr.write(f"{legible(path)}: {reason(error)}")
                continue
            for claim in extractor.extract(text, published_at=published_at, publisher=publisher):
                self.stdout.write(json.dumps(line(legible(path.name), claim), ensure_ascii=False))
        if failed:
            sys.exit(1)

    def _extractor(self, extra_places: Path | None):
        try:
            return build_extractor(*further_places(extra_places) if extra_places else ())
        except DatabaseError as error:
            raise CommandError(f"The names of places cannot be read: {error}".strip()) from None
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{extra_places}: {reason(error)}") from None
        except ValueError as error:
            raise CommandError(f"{extra_places}: {error}") from None


def read_text(path: Path) -> str:
    """The text of a file, character for character: line ends stay what they are."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def reason(error: OSError | UnicodeDecodeError) -> str:
    """What is wrong with a file, and what to do."""
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8: byte {error.start + 1} cannot be read. Save it as UTF-8."
    return f"{error.strerror}. Give the path of a text file."


def line(report: str, claim: FoundClaim) -> dict:
    """One claim as it is printed."""
    values = {name: getattr(claim, name) for name in FIELDS}
    for name in ("event_start", "event_end"):
        values[name] = values[name].isoformat() if values[name] else None
    return {"report": report, **values}
