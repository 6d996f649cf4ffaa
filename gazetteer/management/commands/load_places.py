"""Load the gazetteer, another gazetteer from a file, or outlines."""

from argparse import ArgumentTypeError
from dataclasses import asdict
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from gazetteer import boundaries, intake, loading, readers
from gazetteer.boundaries.loading import OVERLAP_TOLERANCE_M2
from gazetteer.intake.report import lines
from gazetteer.models import Boundary
from gazetteer.tables import BadRow

LONGEST_LIST = 200  # lines; the whole list with --verbosity 2

OF_OUTLINES = (
    "dry_run", "layer", "source", "licence", "precision_m", "valid_from", "valid_until", "overlap_tolerance",
)  # fmt: skip


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
            help="take over outlines from a GeoJSON, GeoPackage or Shapefile, also zipped",
        )
        outlines = parser.add_argument_group("with --boundaries")
        outlines.add_argument("--layer", help="the layer to read, where the file has several")
        outlines.add_argument("--source", help="who drew the outlines (the name of the file)")
        outlines.add_argument("--licence", help="under which licence they may be used")
        outlines.add_argument("--precision-m", type=_whole, metavar="METRES", help="how far a line may be off")
        outlines.add_argument("--valid-from", type=_day, metavar="DAY", help="YYYY-MM-DD (always)")
        outlines.add_argument(
            "--valid-until", type=_day, metavar="DAY", help="YYYY-MM-DD, the first day without (still)"
        )
        outlines.add_argument(
            "--overlap-tolerance",
            type=_whole,
            metavar="M2",
            help=f"ground that two places may share and that is cut away, in m² ({OVERLAP_TOLERANCE_M2})",
        )

    def handle(self, *, file: Path | None, gazetteer: Path | None, **options):
        if gazetteer:
            self._refuse_lonely({**options, "dry_run": False})
            self._take_in(gazetteer, options["format"], options["dry_run"])
        elif file:
            self._load_boundaries(file, **options)
        else:
            self._refuse_lonely(options)
            self._load_places()

    def _refuse_lonely(self, options: dict) -> None:
        for name in OF_OUTLINES:
            if options[name] not in (None, False):
                raise CommandError(f"--{name.replace('_', '-')} goes with --boundaries FILE. Nothing was loaded.")

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
        if kept := loading.kept():
            self.stdout.write(f"Fields, names and members that editors changed and that were kept: {kept}.")

    def _take_in(self, path: Path, form: str | None, dry_run: bool) -> None:
        if form is None:
            raise CommandError(f"Say what {path.name} is: --format {'|'.join(readers.READERS)}.")
        try:
            outcome = intake.load(path, form, dry_run=dry_run)
        except BadRow as error:
            raise CommandError(f"{error}\nNothing was loaded.") from None
        for line in lines(outcome, dry_run=dry_run):
            self.stdout.write(line)

    def _load_boundaries(self, path: Path, *, valid_from, valid_until, overlap_tolerance, dry_run, **options) -> None:
        if valid_from and valid_until and valid_from >= valid_until:
            raise CommandError(
                f"--valid-until {valid_until} is not after --valid-from {valid_from}. Nothing was changed."
            )
        facts = boundaries.Facts(
            source=options["source"] or path.name, licence=options["licence"] or "", precision_m=options["precision_m"],
            valid_from=valid_from, valid_until=valid_until,
        )  # fmt: skip
        self._refuse_bad(facts)
        tolerance = OVERLAP_TOLERANCE_M2 if overlap_tolerance is None else overlap_tolerance
        try:
            report = boundaries.load(
                path, facts, layer=options["layer"], overlap_tolerance_m2=tolerance, dry_run=dry_run
            )
        except boundaries.BadFile as error:
            raise CommandError(f"--boundaries: {error} Nothing was changed.") from None
        self._tell(report, whole=options["verbosity"] > 1)
        places = len(set(report.slugs().values()))
        told = f"shapes new or changed: {report.stored}; as they were: {places - report.stored}."
        self.stdout.write(f"\nA dry run, nothing was changed; {told}" if dry_run else f"\n{told.capitalize()}")

    def _refuse_bad(self, facts: boundaries.Facts) -> None:
        """CommandError where a boundary cannot hold the facts."""
        try:
            Boundary(**asdict(facts), method=Boundary.Method.IMPORTED).clean_fields(exclude=["place", "shape"])
        except ValidationError as error:
            told = "; ".join(f"{name.replace('_', '-')}: {' '.join(why)}" for name, why in error.message_dict.items())
            raise CommandError(f"--{told} Nothing was changed.") from None

    def _tell(self, report: boundaries.Report, *, whole: bool) -> None:
        for line in report.counts():
            self.stdout.write(line)
        for title, listed in report.lists():
            shown = listed if whole else listed[:LONGEST_LIST]
            self.stdout.write(f"\n{title}:")
            for line in shown:
                self.stdout.write(f"  {line}")
            if len(shown) < len(listed):
                self.stdout.write(f"  … and {len(listed) - len(shown)} more (--verbosity 2 lists all)")


def _whole(text: str) -> int:
    """A number from 0, without fraction."""
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"“{text}” is no whole number from 0.")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no day. Write it as YYYY-MM-DD.") from None
