"""A list or a file changes which places a region has: the next start derives control anew, and only then."""

import pytest
from django.core.management import call_command
from django.db import connection

from events import control, merging, regions, review
from events.demo.editor import editors
from events.models import ControlPeriod, Revision
from events.tests import factories
from gazetteer.models import Membership
from gazetteer.tests.test_admin import save

pytestmark = pytest.mark.django_db
CSV = "slug,kind,name_ar,name_en,lon,lat,regions\nhanano,neighbourhood,هنانو,Hanano,37.2,36.2,east\n"


@pytest.fixture
def east():
    """A region that the army is said to have taken, with one member; control follows it."""
    factories.umbrellas()
    region = factories.place("east", "الشرق", "East", kind="region")
    Membership.objects.create(region=region, member=factories.place())
    review.accept(factories.claim(place=region, source=factories.source("afp", "independent")), by=factories.user())
    start()
    return region


def start() -> None:
    """What each start calls; what a transaction counts of its own changes begins anew as in one of its own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('gazetteer.regions', '', true)")
    call_command("rebuild_control", "--after-upgrade")


def held() -> list[str]:
    return list(ControlPeriod.objects.live().order_by("place__slug").values_list("place__slug", flat=True).distinct())


def test_a_member_that_a_file_adds_is_on_the_map_after_the_next_start(east, tmp_path):
    (tmp_path / "more.csv").write_text(CSV, encoding="utf-8")
    call_command("load_places", str(tmp_path / "more.csv"), format="csv")
    start()
    assert held() == ["east", "hanano", "shaar"]
    assert Revision.objects.first().act == "rebuilt"
    assert regions.are_followed() and control.rebuild() == 0


def test_a_member_that_was_removed_is_off_the_map_after_the_next_start(east):
    Membership.objects.all().delete()
    start()
    assert held() == ["east"]


def test_a_start_looks_at_nothing_where_no_region_has_changed(east, django_assert_num_queries):
    with django_assert_num_queries(2):
        call_command("rebuild_control", "--after-upgrade")


def test_one_place_derived_anew_does_not_pass_for_all(east):
    Membership.objects.create(region=east, member=factories.place("hanano"))
    control.rebuild([east.pk])
    assert not regions.are_followed()


@pytest.mark.parametrize("was_followed", [True, False])
def test_what_the_desk_derives_itself_is_not_derived_again(client, east, was_followed):
    editor = factories.user()
    editor.groups.add(editors())
    client.force_login(editor)
    if not was_followed:
        Membership.objects.create(region=east, member=factories.place("hanano"))
    last = Membership.objects.get(member__slug="shaar")
    gone = {"memberships-0-DELETE": "on", "memberships-0-id": str(last.pk)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('gazetteer.regions', '', true)")
    assert save(client, east, **gone).status_code == 302
    assert "shaar" not in held()
    assert regions.are_followed() is was_followed


def test_a_merge_derives_what_it_moves_itself(east):
    merging.merge(factories.place(), factories.place("hanano"), by=factories.user())
    assert held() == ["east", "hanano"]
    assert regions.are_followed() and control.rebuild() == 0
