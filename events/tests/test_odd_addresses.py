"""Addresses of the desk that no page of it gives: refused, or answered without what is odd in them."""

import pytest

from events.tests import factories

pytestmark = pytest.mark.django_db
ZERO = [
    "autocomplete/?term=%00&app_label=events&model_name=claim&field_name=place",
    "autocomplete/?term=a%00b&app_label=events&model_name=claim&field_name=actor",
    "events/claim/?q=%00", "events/claim/?kind__exact=%00", "events/claim/?%00=1", "events/source/?kind__exact=%00",
    "events/controlperiod/checks/?check=%00", "gazetteer/place/?q=%00", "gazetteer/place/?kind__exact=%00",
]  # fmt: skip
FAR = [
    "events/report/?published_at__year=9999", "events/controlevent/?event_start__year=99999",
    "events/controlevent/?event_start__year=99999999999999999999", "events/revision/?recorded_at__year=9999",
]  # fmt: skip
ODD = [
    "events/report/?published_at__year=0", "events/controlevent/?event_start__year=x",
    "events/controlevent/?event_start__day=99&event_start__month=1&event_start__year=2016",
    "events/controlevent/?event_start__day=31&event_start__month=2&event_start__year=2016",
    "events/controlevent/?event_start__month=13&event_start__year=2016",
    "events/revision/?recorded_at__year=1", "events/revision/?recorded_by__id__exact=x",
    "events/claim/?p=99999999999999", "events/claim/?o=99", "events/claim/?report__publisher__id__exact=abc",
    "events/controlevent/?event_start__year__gte=9999", "events/controlevent/?event_start__gte=9999-12-31",
    "events/controlevent/?event_start__gte=0001-01-01",
]  # fmt: skip
BIG = "9" * 30
FILLED = [
    *(f"events/controlevent/add/?{field}={value}"
      for field in ("place", "actor", "counterparty", "source") for value in ("abc", BIG, "-1", "%D9%A3", "1.5", "²")),
    *(f"events/controlevent/add/?{field}={moment}"
      for field in ("event_start", "event_end", "known_at")
      for moment in ("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00%2B14:00", "9999-12-31", "0001-01-01")),
    "events/controlevent/add/?event_start=garbage&known_at=0001-01-01T00:00", "events/actor/add/?parent=abc",
    f"events/actor/add/?parent={BIG}", "gazetteer/place/add/?within=abc", "gazetteer/place/add/?position=x",
]  # fmt: skip


@pytest.fixture(autouse=True)
def desk(client):
    factories.umbrellas()
    factories.claim()
    client.force_login(factories.user(is_superuser=True))
    client.raise_request_exception = False


@pytest.mark.parametrize("address", ZERO)
def test_a_zero_byte_is_refused(client, address):
    assert client.get(f"/admin/{address}").status_code == 400


@pytest.mark.parametrize("address", FAR)
def test_a_year_beyond_all_calendars_is_refused(client, address):
    assert client.get(f"/admin/{address}").status_code == 400


@pytest.mark.parametrize("address", ODD)
def test_a_list_of_what_cannot_be_is_the_whole_list_or_empty(client, address):
    assert client.get(f"/admin/{address}", follow=True).status_code == 200


@pytest.mark.parametrize("address", FILLED)
def test_a_form_opens_whatever_its_address_fills_in(client, address):
    assert client.get(f"/admin/{address}").status_code == 200
