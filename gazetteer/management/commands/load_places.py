"""Load the gazetteer, another gazetteer from a file, or outlines."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from gazetteer import boundaries, intake, loading, readers
from gazetteer.intake import report
from gazetteer.tables import BadRow


class Command(BaseCommand):
    help = "Load the project's places, names and shapes: all or nothing; running it again changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("gazetteer", nargs="?", type=Path, metavar="FILE", help="take in another gazetteer")
        parser.add_argument("--format", choices=readers.READERS, help="what FILE is")
        parser.add_argument("--dry-run", action="store_true", help="show the report and change nothing")
        parser.add_argument(
            "--boundaries",
            dest="file",
            type=Path,
            metavar="FILE",
            help="take over outlines from a GeoJSON, GeoPackage or Shapefile",
        )

    def handle(self, *, file: Path | None, gazetteer: Path | None, **options):
        if gazetteer:
            self._take_in(gazetteer, options["format"], options["dry_run"])
        elif file:
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

    def _take_in(self, path: Path, form: str | None, dry_run: bool) -> None:
        if form is None:
            raise CommandError(f"Say what {path.name} is: --format {'|'.join(readers.READERS)}.")
        try:
            outcome = intake.load(path, form, dry_run=dry_run)
        except BadRow as error:
            raise CommandError(f"{error}\nNothing was loaded.") from None
        for line in report.lines(outcome, dry_run=dry_run):
            self.stdout.write(line)

    def _load_boundaries(self, path: Path) -> None:
        try:
            report = boundaries.load(path)
        except boundaries.BadFile as error:
            raise CommandError(f"--boundaries: {error} Nothing was changed.") from None
        self.stdout.write(f"Matched: {len(report.matched)} places.")
        for title, labels in (("No place", report.unmatched), ("Several places", report.ambiguous)):
            for label in labels:
                self.stdout.write(f"{title}: {label}")
