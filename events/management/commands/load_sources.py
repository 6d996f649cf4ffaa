"""Load the actors and sources of the project's data files."""

from django.core.management.base import BaseCommand, CommandError

from events import names
from gazetteer.tables import BadRow


class Command(BaseCommand):
    help = "Load actors and sources from events/data: all or nothing; running it again changes nothing."

    def handle(self, **options):
        try:
            actors, sources = names.load()
        except BadRow as error:
            raise CommandError(f"{error} Nothing was loaded.") from None
        if actors or sources:
            self.stdout.write(f"Actors new or changed: {actors}; sources: {sources}.")
        else:
            self.stdout.write("Actors and sources are up to date.")
        if kept := names.kept():
            self.stdout.write(f"Fields that editors changed and that were kept: {kept}.")
