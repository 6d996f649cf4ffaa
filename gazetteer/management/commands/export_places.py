"""Write the gazetteer to a file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from gazetteer import exports


class Command(BaseCommand):
    help = "Write the gazetteer as GeoJSON, CSV or Linked Places Format, with licence and citation inside."

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=exports.FORMATS, required=True)
        parser.add_argument("--out", type=Path, required=True, metavar="FILE")

    def handle(self, *, format: str, out: Path, **options):
        try:
            out.write_text(exports.render(format), encoding="utf-8", newline="")
        except OSError as error:
            raise CommandError(f"--out: {out} cannot be written ({error.strerror}). Name another.") from None
        self.stdout.write(f"Written: {out}")
