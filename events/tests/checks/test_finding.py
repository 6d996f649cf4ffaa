"""The checks of the tables, and their page at the editors' desk."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon
from django.urls import reverse

from events import control, review
from events.checks import faults
from events.demo.editor import editors
from events.models import ControlEvent
from events.tests import factories
from gazetteer.models import Boundary
from gazetteer.spatial import touching_pairs

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    factories.umbrellas()
    user = factories.user()
    user.groups.add(editors())
    client.force_login(user)
    return user


def square(slug: str, west: float):
    """A place 0.01 degrees wide."""
    place = factories.place(slug, slug, slug)
    corners = Polygon.from_bbox((west, 36.2, west + 0.01, 36.21))
    Boundary.objects.create(place=place, shape=MultiPolygon(corners, srid=4326), method="imported")
    return place


def held(place, side: str, day: int, kind: str = "hold") -> ControlEvent:
    start = datetime(2016, 12, day, tzinfo=UTC)
    return ControlEvent(
        place=place, kind=kind, actor=factories.actor(side, side), status="assessed", known_at=start,
        event_start=start, event_end=start + timedelta(hours=1),
    )  # fmt: skip


def test_shapes_that_lie_side_by_side_touch():
    one, other, far = square("one", 37.10), square("other", 37.11), square("far", 37.15)
    assert sorted(touching_pairs()) == [tuple(sorted((one.pk, other.pk)))] and far


def test_each_check_finds_its_fault_in_the_tables(editor, django_assert_num_queries):
    one, other = square("one", 37.10), square("other", 37.11)
    entries = [held(one, "opposition", 1), held(other, "opposition", 1), held(one, "government", 5, "capture")]
    control.enter([*entries, held(other, "government", 7)], by=editor, reason="A test")
    early = factories.claim(
        place=one, event_start=datetime(2016, 12, 9, tzinfo=UTC), event_end=datetime(2016, 12, 10, tzinfo=UTC)
    )
    review.accept(early, by=editor)

    with django_assert_num_queries(6):
        found = {(fault.check, fault.place) for fault in faults()}
    assert {("no-contact", one.pk), ("never-took", other.pk), ("outside-report", one.pk)} <= found


def test_the_page_lists_what_is_found_and_leads_to_it(client, editor):
    one, other = square("one", 37.10), square("other", 37.11)
    control.enter(
        [held(one, "opposition", 1), held(other, "opposition", 1), held(one, "government", 5, "capture")],
        by=editor, reason="A test",
    )  # fmt: skip
    page = client.get(reverse("admin:events_checks"))
    event = ControlEvent.objects.live().get(origin="derived", place=one, kind="capture")

    assert page.status_code == 200 and "Taken without contact" in page.text and "<bdi>one" in page.text
    assert reverse("admin:events_controlevent_change", args=[event.pk]) in page.text
    assert "the row" not in client.get(reverse("admin:events_checks"), {"check": "region"}).text
    assert reverse("admin:events_checks") in client.get(reverse("admin:events_controlperiod_changelist")).text


def test_the_page_is_for_editors(client):
    client.force_login(factories.user())
    assert client.get(reverse("admin:events_checks")).status_code == 403
