"""A region whose members an editor corrects: what is said of it moves the map of whoever joins or leaves."""

import pytest

from events import review
from events.demo.editor import editors
from events.models import ControlPeriod, Revision
from events.tests import factories
from gazetteer.models import Membership
from gazetteer.tests.test_admin import save

pytestmark = pytest.mark.django_db


@pytest.fixture
def east(client):
    """A region that the army is said to have taken, without members yet."""
    factories.umbrellas()
    region = factories.place("east", "الشرق", "East", kind="region")
    review.accept(factories.claim(place=region, source=factories.source("afp", "independent")), by=factories.user())
    editor = factories.user()
    editor.groups.add(editors())
    client.force_login(editor)
    return region


def held() -> list[tuple]:
    periods = ControlPeriod.objects.live().filter(place__slug="shaar")
    return list(periods.values_list("holder__slug", "status"))


def test_the_map_follows_a_place_that_joins_a_region_and_one_that_leaves(client, east):
    member = factories.place()
    row = {"memberships-0-member": str(member.pk), "memberships-TOTAL_FORMS": "1"}
    assert save(client, east, **row).status_code == 302
    assert held() == [("government", "assessed")]
    revision = Revision.objects.first()
    assert (revision.act, revision.reason) == ("rebuilt", "Corrected the regions of east")

    gone = {"memberships-0-DELETE": "on", "memberships-0-id": str(Membership.objects.get().pk)}
    assert save(client, east, **gone).status_code == 302
    assert held() == []


def test_another_correction_of_the_place_records_nothing(client, east):
    before = Revision.objects.last_number()
    assert save(client, east, notes="Looked at").status_code == 302
    assert Revision.objects.last_number() == before
