"""Derive control from the evidence anew."""

from django.core.management.base import BaseCommand, CommandError

from events import control
from events.assessment import RULE_ID, RULE_VERSION
from events.models import ControlEvent
from gazetteer.models import Place

RULE = f"{RULE_ID}/{RULE_VERSION}"


class Command(BaseCommand):
    help = "Derive events and periods of control from claims and entries; writes only what differs."

    def add_arguments(self, parser):
        parser.add_argument("--place", metavar="SLUG", help="this place alone; without it, all")
        parser.add_argument(
            "--after-upgrade", action="store_true", help="only if an earlier version of the rule decided something"
        )

    def handle(self, *, place: str | None, after_upgrade: bool, **options):
        if after_upgrade and not ControlEvent.objects.live().not_decided_by(RULE).exists():
            return
        places = Place.objects.all() if place is None else Place.objects.filter(slug=place)
        if place is not None and not places:
            raise CommandError(f"--place: no place has the slug “{place}”. Search for it with /api/v1/places?q=….")
        changed = control.rebuild(places.values_list("pk", flat=True))
        self.stdout.write(f"{changed} rows differed and were written." if changed else "Nothing differed.")
