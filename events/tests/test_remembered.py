"""Answers that the rule works out are kept until anything they rest on changes, and never longer."""

from datetime import date

import pytest
from django.core.cache import cache

from conftest import wait_for
from events import answers, comparison, control, hindsight, record, review, speaking
from events.models import Actor, Affiliation, Revision
from events.questions import Question
from events.tests import factories
from gazetteer.models import Membership

pytestmark = pytest.mark.django_db
KNOWN = date(2016, 12, 20)
LATER = Question(on=KNOWN, known=KNOWN)


@pytest.fixture(params=["locmem", "redis"])
def kept(request, settings, redis_server):
    """A cache: in memory, and the real one as the application has it."""
    wait_for(redis_server.socket.exists, "Redis opens its socket")
    location = {"locmem": request.node.name, "redis": f"unix://{redis_server.socket}?db=1"}[request.param]
    name = {"locmem": "locmem.LocMemCache", "redis": "redis.RedisCache"}[request.param]
    default = {"BACKEND": f"django.core.cache.backends.{name}", "LOCATION": location}
    settings.CACHES = {**settings.CACHES, "default": default}
    yield
    cache.clear()


@pytest.fixture
def worked_out(monkeypatch):
    """How often the rule was asked for all places."""
    calls, work = [], hindsight._course
    monkeypatch.setattr(hindsight, "_course", lambda question: calls.append(question) or work(question))
    return calls


@pytest.fixture
def held():
    factories.umbrellas()
    claim = factories.claim()
    review.accept(claim, by=factories.user())
    return claim


def states(question=LATER) -> list[tuple]:
    return [(row.place.slug, row.holder and row.holder.slug, row.status) for row in answers.control_on(question)]


def test_an_answer_is_worked_out_once(kept, held, worked_out):
    first, again = states(), states()
    assert first == again == [("shaar", "government", "claimed")]
    assert answers.course_of(LATER).periods
    states(Question(on=date(2016, 12, 8), known=KNOWN))
    factories.source("sohr", "independent")
    assert len(worked_out) == 1, "the day that is looked at is no part of it"
    assert states(Question(on=KNOWN, known=KNOWN, sources="sohr")) == []
    assert states(Question(on=KNOWN, known=date(2016, 12, 1))) == []
    assert len(worked_out) == 3


def _another_claim(claim):
    review.accept(factories.claim(source=factories.source("sohr", "independent")), by=factories.user())


def _an_entry(claim):
    control.enter([factories.entry(place=factories.place("sukkari"), status="unknown")], by=None, reason="Looked")


def _another_side(claim):
    Affiliation.objects.filter(source=claim.source).update(side="independent")


def _another_side_at_the_desk(claim):
    _another_side(claim)
    speaking.reconsider([claim.source_id], reason="Corrected")


def _a_member_of_a_region(claim):
    region = factories.place("east", kind="region")
    control.enter([factories.entry(place=region, status="unknown", event_start=factories.NOON, event_end=factories.NOON
        + factories.DAY, known_at=factories.NOON + factories.DAY)], by=None, reason="Looked")  # fmt: skip
    states()
    Membership.objects.create(region=region, member=claim.place)


def _a_side_of_an_actor(claim):
    claim.actor.side = "opposition"
    claim.actor.save()


CHANGES = [
    _another_claim,
    _an_entry,
    _another_side,
    _another_side_at_the_desk,
    _a_member_of_a_region,
    _a_side_of_an_actor,
]


@pytest.mark.parametrize("change", CHANGES, ids=[change.__name__ for change in CHANGES])
def test_whatever_changes_it_is_seen_at_once(kept, held, change):
    before = states()
    change(held)
    assert states() != before


def test_another_window_is_another_answer(kept, held, worked_out, settings):
    states()
    settings.CONTROL_WINDOW = settings.CONTROL_WINDOW * 2
    states()
    assert len(worked_out) == 2


def test_events_and_comparisons_are_remembered_too(kept, held, django_assert_max_num_queries):
    columns = ["id", "added_in", "event_start", "place__slug", "status"]
    asked = comparison.Question(comparison.perspective("sana"), comparison.perspective("opposition"),
                                date(2016, 12, 1), KNOWN, silent=True)  # fmt: skip
    factories.source("amc", "opposition")
    first = record.events(LATER, columns), comparison.differences(asked)
    assert [row["status"] for row in first[0]] == ["claimed"] and [one.a.holder for one in first[1]] == ["government"]
    with django_assert_max_num_queries(8):
        assert (record.events(LATER, columns), comparison.differences(asked)) == first


def test_pictures_of_all_days_read_the_record_once_until_it_changes(kept, client, held, monkeypatch):
    read, work = [], answers.course_of
    monkeypatch.setattr(answers, "course_of", lambda question: read.append(question) or work(question))
    for day in (7, 8):
        assert client.get(f"/still.svg?on=2016-12-0{day}").status_code == 200
    assert len(read) == 1
    _another_claim(held)
    assert client.get("/still.svg?on=2016-12-07").status_code == 200
    assert len(read) == 2


def test_a_cache_that_is_away_costs_no_answer(settings, held, worked_out):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "unix:///nowhere/redis.sock"}
    }
    assert states() == states() == [("shaar", "government", "claimed")]
    assert len(worked_out) == 2


def test_the_why_of_one_place_works_out_that_place_alone(client, held, worked_out, monkeypatch):
    review.accept(factories.claim(place=factories.place("sukkari")), by=factories.user())
    asked, work = [], hindsight.testimonies_about
    monkeypatch.setattr(
        hindsight, "testimonies_about", lambda places, **more: asked.append(list(places)) or work(places, **more)
    )
    assert client.get(f"/api/v1/places/shaar/control?on={KNOWN}&known={KNOWN}").json()["period"]["status"] == "claimed"
    assert asked and all(places == [held.place_id] for places in asked)
    assert worked_out == [] and Revision.objects.count() == 2


CHANGES = {
    "a region": lambda: Membership.objects.create(
        region=factories.place("east", kind="region"), member=factories.place()
    ),
    "a side": lambda: Actor.objects.filter(slug="saa").update(side="kurdish"),
    "an affiliation": lambda: Affiliation.objects.update(side="independent"),
}


@pytest.mark.parametrize(
    "address",
    ["/api/v1/timeline?known=2016-12-20", "/export/map.svg?on=2016-12-20&sources=sana", "/still.svg?known=2016-12-20"],
)
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_reader_s_copy_is_old_once_what_it_rests_on_has_changed(client, held, address, change):
    """Also where no revision was recorded, since what the map shows today stays."""
    factories.place("east", kind="region")
    mark = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": mark}).status_code == 304
    change()
    assert client.get(address, headers={"if-none-match": mark}).status_code == 200
