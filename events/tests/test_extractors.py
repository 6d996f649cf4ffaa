"""Which extractor reads: the one that EXTRACTOR names; and what is said when it names none."""

import pytest
from django.core.checks import run_checks
from django.utils import timezone

from events import reading, tasks
from events.extraction.extractor import Extractor
from events.extractors import check_extractor
from events.ingestion import inbox
from events.ingestion.article import Article
from events.models import Report


class Silent:
    """An extractor that finds nothing."""

    def __init__(self, *, places, actors, sources, facts):
        pass

    def extract(self, text, **context):
        return []


class Slow(Silent):
    """An extractor that uses up the time of its task with one report."""

    def extract(self, text, **context):
        tasks.monotonic = lambda: float("inf")
        return []


class WithoutArguments:
    pass


class Lacking(Silent):
    problems = staticmethod(lambda: ["EXTRACTOR_URL is not set."])


NAMES = [
    ("events.nowhere.Extractor", "events.E001", "cannot be imported"),
    ("nonsense", "events.E001", "cannot be imported"),
    (f"{__name__}.WithoutArguments", "events.E002", "cannot be called"),
    (f"{__name__}.Lacking", "events.E003", "EXTRACTOR_URL is not set."),
]


@pytest.mark.django_db
def test_the_rules_read_unless_another_is_named(settings):
    assert isinstance(reading.build_extractor(), Extractor)
    settings.EXTRACTOR = f"{__name__}.Silent"
    assert isinstance(reading.build_extractor(), Silent)


@pytest.mark.parametrize(("name", "number", "words"), NAMES)
def test_what_cannot_be_used_is_told_when_the_product_starts(settings, name, number, words):
    settings.EXTRACTOR = name
    (error,) = [one for one in run_checks() if one.id.startswith("events.E")]
    assert (error.id, error.is_serious()) == (number, True)
    assert words in error.msg
    assert "EXTRACTOR" in error.hint or "docs/operators.md" in error.hint


def test_nothing_is_told_of_what_can_be_used(settings):
    assert check_extractor() == []
    settings.EXTRACTOR = f"{__name__}.Silent"
    assert check_extractor() == []


@pytest.mark.django_db
def test_an_extractor_that_cannot_be_made_costs_no_report_a_try(settings, monkeypatch):
    monkeypatch.setattr(reading, "_kept", {})
    inbox.store(Article(b"Aleppo"))
    settings.EXTRACTOR = "events.nowhere.Extractor"
    with pytest.raises(ImportError):
        tasks.drain_inbox()
    assert Report.objects.values_list("state", "tries").get() == ("waiting", 0)


@pytest.mark.django_db
def test_a_task_whose_time_is_up_gives_the_rest_back_and_rings(settings, monkeypatch):
    monkeypatch.setattr(reading, "_kept", {})
    monkeypatch.setattr(tasks, "monotonic", tasks.monotonic)  # put back when the test ends
    rung = []
    monkeypatch.setattr(tasks, "ring", lambda: rung.append(timezone.now()))
    for number in range(3):
        inbox.store(Article(f"report {number}".encode()))
    settings.EXTRACTOR = f"{__name__}.Slow"

    assert tasks.drain_inbox() == 1

    rows = Report.objects.order_by("pk").values_list("state", "tries")
    assert list(rows) == [("read", 1), ("waiting", 0), ("waiting", 0)]
    assert len(rung) == 1
