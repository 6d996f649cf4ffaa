"""Derive control from the evidence anew."""

from django.core.management.base import BaseCommand, CommandError

from events import control, regions
from events.assessment import RULE_ID, RULE_VERSION
from events.models import ControlEvent
from gazetteer.models import Place

RULE = f"{RULE_ID}/{RULE_VERSION}"


class Command(BaseCommand):
    help = "Derive events and periods of control from claims and entries; writes only what differs."

    def add_arguments(self, parser):
        parser.add_argument("--place", metavar="SLUG", help="this place alone; without it, all")
        parser.add_argument(
            "--after-upgrade", action="store_true", help="only if the rule or a region has changed since"
        )

    def handle(self, *, place: str | None, after_upgrade: bool, **options):
        is_current = regions.are_followed() and not ControlEvent.objects.live().not_decided_by(RULE).exists()
        if after_upgrade and is_current:
            return
        places = None if place is None else list(Place.objects.filter(slug=place).values_list("pk", flat=True))
        if places == []:
            raise CommandError(f"--place: no place has the slug “{place}”. Search for it with /api/v1/places?q=….")
        changed = control.rebuild(places)
        if changed or not after_upgrade:
            self.stdout.write(f"{changed} rows differed and were written." if changed else "Nothing differed.")
