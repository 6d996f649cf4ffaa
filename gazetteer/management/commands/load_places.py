"""Load the gazetteer, or outlines from a file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from gazetteer import boundaries, loading
from gazetteer.tables import BadRow


class Command(BaseCommand):
    help = "Load the project's places, names and shapes: all or nothing; running it again changes nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--boundaries",
            dest="file",
            type=Path,
            metavar="FILE",
            help="take over outlines from a GeoJSON, GeoPackage or Shapefile",
        )

    def handle(self, *, file: Path | None, **options):
        if file:
            self._load_boundaries(file)
        else:
            self._load_places()

    def _load_places(self) -> None:
        try:
            changed = loading.load()
        except BadRow as error:
            raise CommandError(f"{error} Nothing was loaded.") from None
        if any(changed.values()):
            told = ", ".join(f"{number} {what}" for what, number in changed.items())
            self.stdout.write(f"New or changed: {told}.")
        else:
            self.stdout.write("The gazetteer is up to date.")

    def _load_boundaries(self, path: Path) -> None:
        try:
            report = boundaries.load(path)
        except boundaries.BadFile as error:
            raise CommandError(f"--boundaries: {error} Nothing was changed.") from None
        self.stdout.write(f"Matched: {len(report.matched)} places.")
        for title, labels in (("No place", report.unmatched), ("Several places", report.ambiguous)):
            for label in labels:
                self.stdout.write(f"{title}: {label}")
