"""The feed of changes: whoever follows it has what the record has."""

import pytest

from events import answers, control, review
from events.models import ControlEvent, ControlPeriod
from events.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def busy():
    """Six acts, some of which replace what earlier ones added."""
    factories.umbrellas()
    editor = factories.user()
    holder = factories.actor("opposition", "opposition")
    entries = [factories.entry(place=factories.place(slug), actor=holder, status="assessed") for slug in ("a", "shaar")]
    control.enter(entries, by=editor, reason="The eve")
    claim = factories.claim()
    review.accept(claim, by=editor)
    accepted = review.accept(factories.claim(source=factories.source("sohr", "independent")), by=editor)
    control.undo(accepted, by=editor, reason="Mistaken")
    control.withdraw(entries[0], by=editor, reason="Wrong")
    review.reject(factories.claim(), by=editor)


def pages(client, since: int, limit: int) -> list[dict]:
    found, address = [], f"/api/v1/changes?since={since}&limit={limit}"
    while address:
        body = client.get(address).json()
        assert len(body["changes"]) <= limit
        found += body["changes"]
        address = body["next"]
    return found


def follow(copy: dict, changes: list[dict]) -> dict:
    """The copy, changed as the feed says; what is there is not added again, what is not there is not removed."""
    for change in changes:
        key = (change["what"], change["id"])
        if change["change"] == "added":
            assert key not in copy
            copy[key] = change
        else:
            copy.pop(key, None)
        starts = [(row["place"], row["start"]) for (what, _), row in copy.items() if what == "period"]
        assert len(starts) == len(set(starts))
    return copy


def live() -> set[tuple]:
    models = {"event": ControlEvent, "period": ControlPeriod}
    return {(name, pk) for name, model in models.items() for pk in model.objects.live().values_list("pk", flat=True)}


@pytest.mark.parametrize("limit", [1, 2, 3, 500])
@pytest.mark.parametrize("since", range(7))
def test_who_follows_from_any_revision_has_what_the_record_has(client, busy, since, limit):
    first = answers.latest_revision() - 6
    copy = follow({}, [change for change in pages(client, first, 500) if _revision(change) <= first + since])
    assert set(follow(copy, pages(client, first + since, limit))) == live()


def _revision(change: dict) -> int:
    return change.get("added_in") or change["removed_in"]


def test_a_row_that_is_added_comes_whole_and_a_removed_one_as_a_tombstone(client, busy):
    changes = pages(client, 0, 500)
    added = next(row for row in changes if row["change"] == "added" and row["what"] == "period")
    event = next(row for row in changes if row["change"] == "added" and row["what"] == "event")
    gone = next(row for row in changes if row["change"] == "removed")

    assert (added["place"], added["holder"], added["status"]) == ("a", "opposition", "assessed")
    assert (event["origin"], event["kind"], event["rule"]) == ("entered", "hold", "")
    assert set(gone) == {"change", "what", "id", "removed_in"}
    assert [_revision(change) for change in changes] == sorted(_revision(change) for change in changes)


def test_the_number_of_queries_does_not_grow(client, busy, django_assert_max_num_queries):
    for limit in (1, 500):
        with django_assert_max_num_queries(4):
            client.get(f"/api/v1/changes?since=0&limit={limit}")


def test_the_end_of_the_feed_says_so(client, busy):
    last = answers.latest_revision()
    body = client.get(f"/api/v1/changes?since={last}").json()
    assert body == {"since": last, "revision": last, "changes": [], "next": None}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("since=x", "since"),
        ("since=-1", "since"),
        ("since=9999999", "since"),
        ("limit=0", "limit"),
        ("after=1", "after"),
    ],
)
def test_what_is_no_place_in_the_feed_is_refused(client, busy, query, field):
    answer = client.get(f"/api/v1/changes?{query}")
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])
