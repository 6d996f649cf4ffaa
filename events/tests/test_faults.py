"""Reports on their way while workers are killed and Redis forgets: none lost, none doubled."""

import pytest

from conftest import wait_for
from events.ingestion import inbox
from events.ingestion.article import Article
from events.models import Claim, Report
from events.tasks import ring
from events.tests import factories
from events.tests.factories import NOON

pytestmark = pytest.mark.faults
NUMBER = 500
HASTE = {"TRACKER_INBOX_LEASE_SECONDS": "4", "TRACKER_SWEEP_SECONDS": "1"}


def article(number: int) -> Article:
    text = f"الخبر رقم {number}. سيطر الجيش السوري على حي الشعار. خرج {number + 1} مدنيا."
    return Article(text.encode(), name=f"{number}.txt", publisher="sana", published_at=NOON)


def settled() -> int:
    return Report.objects.settled().count()


def test_500_reports_survive_three_killed_workers_and_a_flushed_redis(celery_processes, redis_server, tmp_path):
    factories.umbrellas()
    factories.place()
    factories.source()
    worker = celery_processes("worker", "--concurrency", "2", "--loglevel", "WARNING", **HASTE)
    celery_processes("beat", "--schedule", str(tmp_path / "beat"), "--pidfile=", **HASTE)
    for number in range(NUMBER):
        inbox.store(article(number))
        ring()
        if number in (120, 240, 360):
            worker.kill()
            worker.start()
        if number == 300:
            redis_server.flush()

    wait_for(lambda: settled() == NUMBER, f"{NUMBER} reports are read")

    assert Report.objects.filter(state="read").count() == NUMBER
    assert Report.objects.exclude(error="").count() == 0
    captures = Claim.objects.filter(kind="capture", place__slug="shaar")
    assert captures.count() == NUMBER
    assert captures.values("report").distinct().count() == NUMBER


def test_a_report_that_kills_its_worker_is_set_aside_and_takes_none_with_it(celery_processes, tmp_path, monkeypatch):
    factories.source()
    for number in range(5):
        inbox.store(article(number))
    killer = Report.objects.order_by("pk")[2]
    poison = {"TRACKER_TEST_POISON": str(killer.pk), "DJANGO_SETTINGS_MODULE": "events.tests.poisoned_settings"}
    celery_processes("worker", "--concurrency", "1", "--loglevel", "WARNING", **{**HASTE, **poison})
    celery_processes("beat", "--schedule", str(tmp_path / "beat"), "--pidfile=", **{**HASTE, **poison})

    wait_for(lambda: settled() == 5, "five reports are settled")

    killer.refresh_from_db()
    assert (killer.state, killer.tries) == ("failed", 5)
    assert "Set aside after 5 tries" in killer.error
    assert Report.objects.filter(state="read").count() == 4
