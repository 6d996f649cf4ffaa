"""The timeline's columns: days of Damascus, hours of a day, and what proves each period until when."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import override_settings

from events import review
from events.answers import Course, course_of
from events.api.columns import columns
from events.questions import Question
from events.tests import factories

HELD = ("opposition", "assessed", None, False)
TAKEN = ("government", "assessed", None, False)
MIDNIGHT = datetime(2016, 12, 6, 22, tzinfo=UTC)  # in Damascus, of the seventh
DAY = timedelta(days=1)


def course(*periods, proofs=()) -> Course:
    return Course([(slug, start, *state, 1) for slug, start, state in periods], list(proofs))


def test_days_are_counted_from_the_places_previous_period_and_from_the_first_day_of_all():
    found = columns(
        course(
            ("hanano", MIDNIGHT, HELD), ("hanano", MIDNIGHT + 3 * DAY, TAKEN), ("shaar", MIDNIGHT + 5 * DAY, TAKEN)
        )
    )  # fmt: skip
    assert (str(found["t0"]), found["n"], found["dt"], found["s"]) == ("2016-12-07", [2, 1], [0, 3, 5], [0, 1, 1])
    assert found["h"] == []


def test_a_period_that_begins_within_a_day_says_after_how_many_hours():
    found = columns(course(("shaar", MIDNIGHT, HELD), ("shaar", MIDNIGHT + timedelta(hours=30), TAKEN)))
    assert (found["dt"], found["h"]) == ([0, 1], [0, 6])


def test_summer_time_does_not_move_a_period_to_another_day():
    summer = datetime(2016, 7, 31, 21, tzinfo=UTC)  # midnight in Damascus
    found = columns(course(("shaar", summer, HELD), ("shaar", MIDNIGHT, TAKEN)))
    assert (found["dt"], found["h"]) == ([0, 128], [])


def test_a_day_whose_clocks_begin_at_one_has_lost_no_hour():
    spring = datetime(2016, 3, 24, 22, tzinfo=UTC)  # the first moment of 25 March
    assert columns(course(("shaar", spring, HELD)))["h"] == []


def test_proof_reaches_to_the_publication_and_later_words_confirm():
    proofs = [
        ("hanano", MIDNIGHT - 9 * DAY, MIDNIGHT),  # of before the first period
        ("hanano", MIDNIGHT, MIDNIGHT + DAY),
        ("shaar", MIDNIGHT, MIDNIGHT - DAY),  # published before what it foretold
        ("shaar", MIDNIGHT + 4 * DAY, MIDNIGHT + 6 * DAY),
        ("shaar", MIDNIGHT + 9 * DAY, MIDNIGHT + 9 * DAY),
    ]
    found = columns(course(("hanano", MIDNIGHT, HELD), ("shaar", MIDNIGHT, HELD), proofs=proofs))
    assert found["p"] == [1, 0]
    assert found["again"] == {"row": [1, 0], "dt": [4, 9], "p": [2, 0]}


@pytest.mark.django_db
def test_proof_is_the_same_from_rows_and_by_the_rule():
    factories.umbrellas()
    for day, source in enumerate(("sana", "sohr", "afp")):
        report = factories.report(published_at=factories.NOON + day * DAY)
        said = factories.claim(
            report=report,
            source=factories.source(source, "government" if source == "sana" else "independent"),
            event_start=factories.DAY_START + day * DAY,
            event_end=factories.DAY_START + (day + 1) * DAY,
        )
        review.accept(said, by=factories.user())

    stored, computed = course_of(Question()), course_of(Question(known=datetime(2017, 1, 1).date()))
    assert stored.proofs == computed.proofs
    assert [until for _, _, until in stored.proofs][-1] == factories.NOON + 2 * DAY
    assert [row[:2] for row in stored.periods] == [row[:2] for row in computed.periods]


@pytest.mark.django_db
def test_the_span_after_which_control_is_stale_is_sent(client):
    with override_settings(CONTROL_STALE_DAYS=30):
        assert client.get("/api/v1/timeline").json()["stale_days"] == 30


@pytest.mark.django_db
def test_an_answer_is_kept_until_what_it_tells_changes(client, settings, django_assert_num_queries):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "columns"}}
    factories.umbrellas()
    review.accept(factories.claim(), by=factories.user())
    first = client.get("/api/v1/timeline").json()
    with django_assert_num_queries(4):  # the state of the record, once for the mark and once for the key
        assert client.get("/api/v1/timeline").json() == first
    with override_settings(CONTROL_STALE_DAYS=7):
        assert client.get("/api/v1/timeline").json()["stale_days"] == 7
    review.accept(factories.claim(source=factories.source("afp", "independent")), by=factories.user())
    assert client.get("/api/v1/timeline").json() != first
