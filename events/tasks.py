"""What the worker does: ids in, rows read afresh, safe to run twice."""

import logging
from time import monotonic

from celery import shared_task
from django.conf import settings
from django.db import OperationalError, transaction
from kombu.exceptions import KombuError
from kombu.exceptions import OperationalError as BrokerUnreachable

from events import reading
from events.extraction.contract import ClaimExtractor
from events.ingestion import inbox
from events.models import Report

log = logging.getLogger(__name__)


def ring() -> None:
    """Wake a worker once the present transaction is committed; if the bell is broken, the sweep finds the report."""
    transaction.on_commit(_ring)


def _ring() -> None:
    try:
        drain_inbox.apply_async(retry=False)
    except (BrokerUnreachable, KombuError, OSError) as error:
        log.warning("The broker did not take the bell (%s); the next sweep will read the report.", error)


@shared_task(acks_late=True, autoretry_for=(OperationalError,), retry_backoff=True, max_retries=5)
def drain_inbox() -> int:
    """Read waiting reports, batch after batch, until none is left or the task's time is up; the number read."""
    until, total = monotonic() + settings.INBOX_DRAIN_SECONDS, 0
    while monotonic() < until:
        reader = reading.extractor()  # before any report is taken: an extractor that cannot be made costs none a try
        ids = inbox.take(settings.INBOX_BATCH)
        if not ids:
            return total
        total += _read_batch(ids, reader, until)
    ring()  # the limits of a task are for a report that hangs, not for a queue that is long
    return total


def _read_batch(ids: list[int], reader: ClaimExtractor, until: float) -> int:
    left = list(Report.objects.filter(pk__in=ids).select_related("publisher").order_by("pk"))
    done = 0
    try:
        while left and monotonic() < until:
            inbox.renew(report.pk for report in left)
            done += _read_one(left[0], reader)
            left.pop(0)
    except OperationalError:  # the database went away: nothing is wrong with the reports
        inbox.give_back(report.pk for report in left)
        raise
    inbox.give_back(report.pk for report in left)
    return done


def _read_one(report: Report, reader: ClaimExtractor) -> bool:
    try:
        return reading.read(report, reader)
    except OperationalError:
        raise
    except Exception as error:  # whatever a text does to the extraction, the next report must be read
        log.exception("Report %s could not be read", report.pk)
        inbox.fail(report.pk, f"The extraction failed on it: {type(error).__name__}: {error}"[:1000])
        return False
