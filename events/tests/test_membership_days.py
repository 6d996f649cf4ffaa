"""Regions whose members have days: what is said of a region holds for those who belonged to it on that day."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon

from events import answers, control, review
from events.checks import faults
from events.counts import counts
from events.demo.editor import editors
from events.models import Claim, ControlPeriod
from events.questions import DAMASCUS, Question
from events.tests import factories
from gazetteer.models import Boundary, Membership
from gazetteer.tests.test_admin import save

pytestmark = pytest.mark.django_db
YEAR_2012 = {"valid_from": date(2012, 1, 1), "valid_until": date(2013, 1, 1)}


@pytest.fixture
def region():
    factories.umbrellas()
    return factories.place("east", "الشرق", "East", kind="region")


def belongs(region, slug: str = "shaar", **days) -> Membership:
    return Membership.objects.create(region=region, member=factories.place(slug, slug, slug), **days)


def said(region, start: datetime, **fields) -> Claim:
    """An accepted claim of a neutral source on the region."""
    source = factories.source("afp", "independent")
    published = factories.report(published_at=start + timedelta(days=2))
    times = {"event_start": start, "event_end": start + timedelta(days=1)}
    claim = factories.claim(report=published, place=region, source=source, **times, **fields)
    review.accept(claim, by=factories.user())
    return claim


def held(slug: str = "shaar") -> list[str]:
    return list(ControlPeriod.objects.live().filter(place__slug=slug).values_list("holder__slug", flat=True))


MIDNIGHTS = [
    (datetime(2011, 12, 31, 23, 59), []),
    (datetime(2012, 1, 1), ["government"]),
    (datetime(2012, 12, 31, 23, 59), ["government"]),
    (datetime(2013, 1, 1), []),
    (datetime(2016, 12, 7), []),
]


@pytest.mark.parametrize(("start", "holders"), MIDNIGHTS)
def test_a_statement_on_a_region_moves_who_belonged_to_it_on_that_day(region, start, holders):
    belongs(region, **YEAR_2012)
    belongs(region, "hanano")
    said(region, start.replace(tzinfo=DAMASCUS))

    assert (held(), held("hanano")) == (holders, ["government"])
    periods = answers.course_of(Question(known=date(2017, 1, 1))).periods
    assert [row[2] for row in periods if row[0] == "shaar"] == holders


OPEN = [({"valid_from": date(2016, 12, 8)}, []), ({"valid_until": date(2016, 12, 8)}, ["government"])]


@pytest.mark.parametrize(("days", "holders"), OPEN)
def test_a_membership_may_be_open_on_either_side(region, days, holders):
    belongs(region, **days)
    said(region, factories.DAY_START)
    assert held() == holders


def test_an_entry_on_a_region_holds_for_its_members_of_that_day(region):
    belongs(region, **YEAR_2012)
    belongs(region, "hanano")
    entry = factories.entry(place=region, actor=factories.actor("government", "government"), status="assessed")
    control.enter([entry], by=factories.user(), reason="Looked at it")
    assert (held(), held("hanano")) == ([], ["government"])


def test_the_map_follows_when_an_editor_changes_the_days(client, region):
    membership = belongs(region)
    said(region, factories.DAY_START)
    editor = factories.user()
    editor.groups.add(editors())
    client.force_login(editor)
    assert held() == ["government"]

    for until, holders in (("2013-01-01", []), ("", ["government"])):
        days = {"memberships-0-valid_from": "2012-01-01", "memberships-0-valid_until": until}
        assert save(client, region, **days).status_code == 302
        membership.refresh_from_db()
        assert (str(membership.valid_until or ""), held()) == (until, holders)
    assert control.rebuild() == 0


def test_a_region_is_counted_by_its_members_of_that_day(region):
    for number, (slug, days) in enumerate((("shaar", YEAR_2012), ("hanano", {}))):
        place = belongs(region, slug, **days).member
        corners = Polygon.from_bbox((37.1 + number / 100, 36.2, 37.11 + number / 100, 36.21))
        Boundary.objects.create(place=place, shape=MultiPolygon(corners, srid=4326), method="imported")
        entry = factories.entry(place=place, actor=factories.actor("government", "government"), status="assessed")
        control.enter([entry], by=factories.user(), reason="The eve")
    said(region, factories.DAY_START, kind="count", quantity=2, unit="neighbourhoods")

    assert [count.own for count in counts()] == [1.0]
    Membership.objects.update(valid_from=None, valid_until=None)
    assert [count.own for count in counts()] == [2.0]


def test_a_claim_is_checked_against_the_members_of_its_day(region):
    """Its one member of another day was the opposition's, which says nothing of the region of this day."""
    place = belongs(region, **YEAR_2012).member
    entry = factories.entry(place=place, actor=factories.actor("opposition", "opposition"), status="assessed")
    control.enter([entry], by=factories.user(), reason="The eve")
    said(region, factories.DAY_START)

    assert [fault.check for fault in faults() if fault.check == "region"] == []
    Membership.objects.update(valid_from=date(2016, 1, 1), valid_until=date(2016, 12, 20))
    assert [fault.check for fault in faults() if fault.check == "region"] == ["region"]
