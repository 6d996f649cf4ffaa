"""The desk in the reader's words: kinds, sides of the city, months."""

import pytest
from django.utils import translation

from events.tests import factories
from gazetteer.models import Place

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(factories.user(is_superuser=True))
    client.cookies["django_language"] = "ar"
    return client


def test_kinds_are_words_in_columns_and_filters(desk):
    factories.source(kind="news-agency")
    sources = desk.get("/admin/events/source/").text
    assert sources.count("وكالة أنباء") == 2 and ">news-agency<" not in sources
    factories.actor("brigade", kind="unit")
    assert desk.get("/admin/events/actor/").text.count("وحدة عسكرية") == 2


def test_another_language_keeps_the_filters_of_a_list(desk):
    factories.source("sana", kind="news-agency")
    factories.source("poet", kind="poet")
    for language, other in (("en", "ar"), ("ar", "en")):
        page = desk.get(f"/admin/events/source/?kind=poet&lang={language}")
        assert page.status_code == 200 and f'<html lang="{language}"' in page.text
        assert [source.slug for source in page.context["cl"].result_list] == ["poet"]
        assert f'href="?kind=poet&amp;lang={other}"' in page.text


def test_a_kind_without_a_word_is_shown_as_it_is(desk):
    factories.source(kind="poet")
    assert desk.get("/admin/events/source/").text.count("poet") >= 2


def test_sides_of_the_city_are_words(desk):
    Place.objects.filter(pk=factories.place().pk).update(side_of_city="east")
    places = desk.get("/admin/gazetteer/place/").text
    assert places.count("شرق") == 2 and ">east<" not in places


def test_months_are_those_of_the_levant(desk):
    factories.report()
    assert "7 كانون الأول 2016، 12:00" in desk.get("/admin/events/report/").text


def test_an_event_is_told_by_its_place_and_its_day_in_damascus():
    """Midnight there is still the day before in UTC."""
    place = factories.place(name_ar="الشعار", name_en="Shaar")
    event = factories.entry(place=place, event_start=factories.DAY_START)
    with translation.override("en"):
        assert str(event) == "Shaar: still held · Dec. 7, 2016"
    with translation.override("ar"):
        assert str(event) == "الشعار: ما زال تحت السيطرة، 7 كانون الأول 2016"


def test_a_claim_is_told_by_whole_words():
    claim = factories.claim(quote="The army said that it had taken the whole of the district of Masaken Hanano.")
    with translation.override("en"):
        assert str(claim) == "capture: The army said that it had taken the whole of the district of Masaken …"
