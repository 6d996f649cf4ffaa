"""Places are listed in the order of the names that are read, whichever language that is."""

import pytest

from events import control
from events.tests import factories
from gazetteer.models import Membership

pytestmark = pytest.mark.django_db
NAMES = {"one": ("الوفاء", "Aqyul"), "two": ("أرض الحمرا", "Midan"), "three": ("الجديدة", "Zuhour")}
ORDERS = [("en", ["one", "two", "three"]), ("ar", ["two", "three", "one"])]  # the article and the hamza do not count


@pytest.fixture
def places():
    factories.umbrellas()
    region = factories.place("region", "ناحية", "Region", kind="region")
    source, entries = factories.source(), []
    for slug, names in reversed(NAMES.items()):
        place = factories.place(slug, *names)
        Membership.objects.create(region=region, member=place)
        entries.append(factories.entry(place=place, actor=factories.actor(), kind="capture", source=source))
    control.enter(entries, by=factories.user(), reason="Heard")


@pytest.mark.parametrize(("language", "order"), ORDERS)
def test_what_changed(client, places, language, order):
    shown = client.get(f"/changed/?from=2016-11-10&to=2016-12-07&lang={language}").context
    assert [row["place"].slug for row in shown["taken"]] == order


@pytest.mark.parametrize(("language", "order"), ORDERS)
def test_where_two_accounts_differ(client, places, language, order):
    factories.source("sohr", "independent")
    shown = client.get(f"/compare/?a=sana&b=sohr&silent=1&lang={language}").context
    assert [row.place.slug for row in shown["page_obj"]] == order


@pytest.mark.parametrize(("language", "order"), ORDERS)
def test_what_belongs_to_a_region(client, places, language, order):
    members = client.get(f"/places/region/?lang={language}").context["portrait"].members
    assert [row.member.slug for row in members] == order
