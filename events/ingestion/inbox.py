"""The inbox: PostgreSQL holds what waits; workers take it in batches.

A report is stored with its state in the caller's own transaction. `take` leases waiting rows and counts the try in
a transaction of its own before any work begins, so that a report that kills its worker is known by its count. A
row that has been tried before is taken alone: it cannot drag others with it again.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from events.ingestion.article import Article, Unreadable, headline_of, language_of, text_of
from events.likeness import sketch
from events.models import Report, Source, is_of_our_time

SET_ASIDE = "Set aside after {tries} tries: each time the worker died or was stopped while reading it."


class UnknownPublisher(ValueError):
    """The slug names no source."""


def store(article: Article) -> tuple[Report, bool]:
    """The report of this article, and whether it is new. What cannot be read is kept as failed, with the reason.

    A date of publication that cannot be one is left out: the report then counts from when it was received.
    """
    publisher = _publisher(article.publisher)
    return Report.objects.get_or_create(sha256=article.sha256, publisher=publisher, defaults=_fields(article))


def _publisher(slug: str | None) -> Source | None:
    if not slug:
        return None
    try:
        return Source.objects.get(slug=slug)
    except Source.DoesNotExist:
        raise UnknownPublisher(f"No source has the slug “{slug}”. Add it under Sources in the admin first.") from None


def _fields(article: Article) -> dict:
    provenance = {
        "name": article.name[:200],
        "url": article.url,
        "published_at": article.published_at if is_of_our_time(article.published_at) else None,
        "size": len(article.body),
        "body": article.body,
        "is_sample": article.is_sample,
    }
    try:
        text = text_of(article.body, max_bytes=settings.REPORT_MAX_BYTES)
    except Unreadable as reason:
        kept = article.body if len(article.body) <= settings.REPORT_MAX_BYTES else b""
        return {**provenance, "body": kept, "state": Report.State.FAILED, "error": str(reason)}
    title = article.title or headline_of(text)
    return {**provenance, "text": text, "title": title, "language": language_of(text), "sketch": sketch(text)}


@transaction.atomic
def take(limit: int) -> list[int]:
    """Lease up to `limit` reports that wait, or one that was tried before, and count the try."""
    now = timezone.now()
    waiting = Report.objects.filter(_free(now)).order_by("tries", "id").select_for_update(skip_locked=True)
    _set_aside(now)
    chosen = list(waiting.values_list("pk", "tries")[:limit])
    if chosen and chosen[0][1] > 0:
        chosen = chosen[:1]
    ids = [pk for pk, tries in chosen if tries == chosen[0][1]]
    Report.objects.filter(pk__in=ids).update(
        state=Report.State.READING,
        tries=F("tries") + 1,
        leased_until=now + timedelta(seconds=settings.INBOX_LEASE_SECONDS),
    )
    return ids


def _free(now) -> Q:
    return Q(state=Report.State.WAITING) | Q(state=Report.State.READING, leased_until__lt=now)


def _set_aside(now) -> None:
    """Fail the reports whose tries are used up, with the reason; an editor can send them back."""
    spent = Report.objects.filter(_free(now), tries__gte=settings.INBOX_MAX_TRIES).select_for_update(skip_locked=True)
    ids = list(spent.values_list("pk", flat=True))
    Report.objects.filter(pk__in=ids).update(
        state=Report.State.FAILED, leased_until=None, error=SET_ASIDE.format(tries=settings.INBOX_MAX_TRIES)
    )


def renew(report_ids: Iterable[int]) -> None:
    """Keep the lease on reports that are still to be read, when half of it has passed."""
    now = timezone.now()
    lease = timedelta(seconds=settings.INBOX_LEASE_SECONDS)
    Report.objects.filter(pk__in=list(report_ids), state=Report.State.READING, leased_until__lt=now + lease / 2).update(
        leased_until=now + lease
    )


def fail(report_id: int, error: str) -> None:
    """Set a report aside with the reason."""
    Report.objects.filter(pk=report_id, state=Report.State.READING).update(
        state=Report.State.FAILED, leased_until=None, error=error
    )


def give_back(report_ids: Iterable[int]) -> None:
    """Return leased reports unread, without counting the try, because what failed was not they."""
    Report.objects.filter(pk__in=list(report_ids), state=Report.State.READING).update(
        state=Report.State.WAITING, leased_until=None, tries=F("tries") - 1
    )


def send_back(reports) -> int:
    """Let the worker read failed reports that have a text once more; the number sent."""
    return (
        reports.filter(state=Report.State.FAILED).exclude(text="").update(state=Report.State.WAITING, tries=0, error="")
    )
