"""Bring text files in as reports."""

import os
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from events.answers import DAMASCUS
from events.ingestion import inbox
from events.ingestion.article import Article, Unreadable, check_size
from events.models import Report, is_of_our_time
from events.tasks import ring
from events.waiting import NobodyReads, wait_until_read


def moment(text: str) -> datetime:
    """An ISO moment of our time; without an offset it is Damascus time."""
    parsed = datetime.fromisoformat(text)
    given = parsed if parsed.tzinfo else parsed.replace(tzinfo=DAMASCUS)
    if not is_of_our_time(given):
        raise ArgumentTypeError("the year must lie between 1900 and 2100")
    return given


def legible(path: Path | str) -> str:
    """The path as text that can be stored and printed; bytes in it that are not UTF-8 are replaced."""
    return os.fsencode(path).decode(errors="replace")


class Command(BaseCommand):
    help = (
        "Store each file as a report, once, for the worker to read. File by file: a bad one does not stop the others."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="text files in UTF-8, or folders of *.txt")
        parser.add_argument("--publisher", metavar="SLUG", help="the source that published them, such as rt")
        parser.add_argument("--published-at", metavar="T", type=moment, help="ISO 8601, such as 2016-12-07T12:00+02:00")
        parser.add_argument("--wait", action="store_true", help="until the worker has read them")

    def handle(self, *, paths, publisher, published_at, wait, **options):
        failed, ids = [], []
        for path in _files(paths):
            try:
                ids.append(self._store(path, publisher, published_at).pk)
            except inbox.UnknownPublisher as error:
                raise CommandError(f"--publisher: {error}") from None
            except OSError as error:
                failed.append(f"{legible(path)}: {error.strerror}. Give the path of a text file.")
            except Unreadable as error:
                failed.append(f"{legible(path)}: {error}")
        ids = list(dict.fromkeys(ids))  # files of the same bytes are one report
        if wait and ids:
            self._wait(ids)
        failed += [f"{report.name}: {report.error}" for report in Report.objects.filter(pk__in=ids, state="failed")]
        for line in failed:
            self.stderr.write(line)
        if failed:
            sys.exit(1)

    @transaction.atomic
    def _store(self, path: Path, publisher: str | None, published_at: datetime | None) -> Report:
        name = legible(path.name)
        check_size(path.stat().st_size, max_bytes=settings.REPORT_MAX_BYTES)  # before the memory is taken
        article = Article(path.read_bytes(), name=name, publisher=publisher, published_at=published_at)
        report, is_new = inbox.store(article)
        if is_new and report.state == Report.State.WAITING:
            ring()
        self.stdout.write(f"{name}: {'stored as' if is_new else 'was stored before as'} report {report.pk}")
        return report

    def _wait(self, ids: list[int]) -> None:
        try:
            wait_until_read(ids)
        except NobodyReads as error:
            raise CommandError(str(error)) from None
        read = Report.objects.filter(pk__in=ids, state=Report.State.READ)
        claims = sum(report.claims.count() for report in read)
        self.stdout.write(f"{read.count()} of {len(ids)} reports are read; they hold {claims} claims.")


def _files(paths: Iterable[str]) -> list[Path]:
    found = []
    for path in map(Path, paths):
        found += sorted(path.glob("*.txt")) if path.is_dir() else [path]
    return found
