"""The demo, by the real route: entries of an editor, reports through the worker, reviews."""

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from events import names
from events.demo import entries, samples
from events.demo.editor import demo_editor
from events.models import Report, Revision
from events.waiting import NobodyReads, wait_until_read
from gazetteer.tables import BadRow


class Command(BaseCommand):
    help = "Load the chronology, the state on the eve and the sample reports. Running it again changes nothing."

    def handle(self, **options):
        editor, password = demo_editor()
        try:
            if not self._load(editor):
                self.stdout.write("The demo is loaded already; nothing was changed.")
        except (BadRow, NobodyReads) as error:
            raise CommandError(str(error)) from None
        finally:  # where it cannot be kept, it is told this once
            self.stdout.write(
                f"Sign in as editor at /admin/: user {editor}, password {password or 'the one you have set'}"
            )

    def _load(self, editor: User) -> bool:
        names.load()
        chronology = entries.load_chronology(by=editor)
        baseline = entries.load_baseline(by=editor)
        ids = samples.send_in()
        unread = Report.objects.filter(pk__in=ids).exclude(state__in=["read", "failed"]).count()
        wait_until_read(ids)
        decided = None
        if not Revision.objects.filter(reason=samples.REVIEWED).exists():
            decided = samples.review_all(ids, by=editor)
        translated = entries.translate_all(by=editor) + samples.translate_all(ids, by=editor)
        if chronology or baseline or unread or decided or translated:
            self.stdout.write(f"Entries: {chronology} of the chronology, {baseline} of the eve.")
            self.stdout.write(f"Sample reports: {len(ids)}, read by the worker.")
        if translated:
            self.stdout.write(f"In the other language: {translated} notes and quotes.")
        if decided:
            self.stdout.write("Claims: {accepted} accepted, {rejected} rejected, {pending} pending.".format(**decided))
        return bool(chronology or baseline or unread or decided or translated)
