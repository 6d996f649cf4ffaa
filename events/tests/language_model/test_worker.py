"""The model through the real worker: what it finds is stored, what it does not is found by the rules."""

import json

import pytest

from conftest import wait_for
from events.ingestion import inbox
from events.ingestion.article import Article
from events.models import Claim, Report
from events.tasks import ring
from events.tests import factories
from events.tests.language_model.server import CLAIM, QUOTE, completion

pytestmark = pytest.mark.faults
MODEL = "events.language_model.extractor.LanguageModel"


@pytest.fixture
def work(celery_processes, model, tmp_path):
    """Start a worker that asks the model, in haste where the model's own patience allows it, and a beat."""
    factories.umbrellas()
    factories.place()
    factories.source()

    def start(**environment: str):
        endpoint = {"EXTRACTOR": MODEL, "EXTRACTOR_URL": model.url, "EXTRACTOR_MODEL": "small"}
        haste = {"TRACKER_INBOX_LEASE_SECONDS": "1", "TRACKER_SWEEP_SECONDS": "1"}
        both = {**endpoint, **haste, "EXTRACTOR_KEY": "secret-key", **environment}
        celery_processes("worker", "--concurrency", "2", "--loglevel", "WARNING", **both)
        celery_processes("beat", "--schedule", str(tmp_path / "beat"), "--pidfile=", **both)

    return start


def store(text: str) -> Report:
    report, _ = inbox.store(Article(text.encode(), publisher="sana", published_at=factories.NOON))
    ring()
    return report


def passage(model) -> str:
    return json.loads(model.asked[-1]["messages"][1]["content"])["passage"]


def all_read() -> bool:
    return Report.objects.settled().count() == Report.objects.count()


def test_good_reports_and_bad_ones_are_read_by_whom_they_can_be(work, model, tmp_path):
    def behave(handler):
        text = passage(model)
        if "الأول" in text:
            model.answer(handler, completion(CLAIM))
        elif "الثاني" in text:
            model.answer(handler, b"busy", 503)
        elif "الثالث" in text:
            model.answer(handler, completion({**CLAIM, "quote": "سقطت المدينة كلها."}))
        else:
            model.over.wait()

    model.behave = behave
    reports = [store(f"الخبر {number}. {QUOTE}") for number in ("الأول", "الثاني", "الثالث", "الرابع")]
    work(EXTRACTOR_TIMEOUT="15")
    wait_for(all_read, "four reports are read")

    found = {claim.report_id: claim for claim in Claim.objects.all()}
    assert [found[report.pk].rule == "model:small" for report in reports] == [True, False, False, False]
    assert {(claim.quote, claim.place.slug, claim.actor.slug, claim.status) for claim in found.values()} == {
        (QUOTE, "shaar", "saa", "pending")
    }
    log = (tmp_path / "worker.log").read_text()
    assert log.count("the rules read it, not the model") == 3
    for reason in ("answered 503", "none of its 1 claims holds", "no whole answer in time"):
        assert reason in log
    assert "secret-key" not in log


def test_a_slow_model_keeps_its_batch(work, model):
    def behave(handler):
        model.over.wait(4)  # several leases and sweeps, as they are without a model
        model.answer(handler, completion(CLAIM))

    model.behave = behave
    for number in range(3):
        store(f"الخبر رقم {number}. {QUOTE}")
    work()
    wait_for(all_read, "three reports are read")

    assert len(model.asked) == 3, "a report whose lease ran out would have been asked about again"
    assert set(Report.objects.values_list("state", "tries")) == {("read", 1)}
    assert Claim.objects.filter(rule="model:small").count() == 3
