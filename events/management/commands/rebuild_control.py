"""Derive control from the evidence anew."""

from django.core.management.base import BaseCommand, CommandError

from events import control
from gazetteer.models import Place


class Command(BaseCommand):
    help = "Derive events and periods of control from claims and entries; writes only what differs."

    def add_arguments(self, parser):
        parser.add_argument("--place", metavar="SLUG", help="this place alone; without it, all")

    def handle(self, *, place: str | None, **options):
        places = Place.objects.all() if place is None else Place.objects.filter(slug=place)
        if place is not None and not places:
            raise CommandError(f"--place: no place has the slug “{place}”. Search for it with /api/v1/places?q=….")
        changed = control.rebuild(places.values_list("pk", flat=True))
        self.stdout.write(f"{changed} rows differed and were written." if changed else "Nothing differed.")
