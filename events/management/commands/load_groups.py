"""Make the group of editors."""

from django.core.management.base import BaseCommand

from events.editors import editors


class Command(BaseCommand):
    help = "Make the group Editors, with all that it may do at the desk; running it again sets that anew."

    def handle(self, **options):
        self.stdout.write(f"The group {editors().name} is ready.")
