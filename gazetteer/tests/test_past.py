"""The database keeps what places were called, were, and where they lay before somebody changed it."""

import pytest
from django.contrib.gis.geos import Point
from django.utils import timezone

from gazetteer.models import Past, Place, PlaceName
from gazetteer.past import as_they_were

pytestmark = pytest.mark.django_db
HERE, THERE = Point(37.19, 36.21, srid=4326), Point(37.2, 36.22, srid=4326)


@pytest.fixture
def place() -> Place:
    made = Place.objects.create(slug="shaar", kind="neighbourhood", position=HERE)
    for language, text in (("ar", "الشعار"), ("en", "Shaar")):
        PlaceName.objects.create(place=made, text=text, language=language, kind="preferred")
    PlaceName.objects.create(place=made, text="حي الشعار", language="ar")
    return made


def names(language: str):
    return PlaceName.objects.filter(language=language, kind="preferred")


CHANGES = {
    "another text": lambda: names("en").update(text="Al-Shaar"),
    "another preferred": lambda: names("ar").update(kind="alias"),
    "a name less": lambda: names("en").delete(),
    "another kind": lambda: Place.objects.update(kind="quarter"),
    "another point": lambda: Place.objects.update(position=THERE),
    "all names swapped in one statement": lambda: PlaceName.objects.bulk_update(
        [PlaceName(pk=row.pk, text=f"{row.text} 2") for row in PlaceName.objects.all()], ["text"]
    ),
}


def told(place: Place) -> tuple:
    return place.name_ar, place.name_en, place.kind, place.position.coords


def then(moment) -> tuple:
    (found,) = as_they_were(Place.objects.with_names(), moment)
    return told(found)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_was_what_it_was(place, change):
    before, moment = told(place), timezone.now()
    change()

    assert told(Place.objects.get()) != before
    assert then(moment) == before
    assert then(timezone.now()) == then(None)


def test_several_changes_are_kept_apart(place):
    moments = [timezone.now()]
    for text in ("Al-Shaar", "Ash-Shaar"):
        names("en").update(text=text)
        moments.append(timezone.now())

    assert [then(moment)[1] for moment in moments] == ["Shaar", "Al-Shaar", "Ash-Shaar"]


def test_what_changes_nothing_of_it_is_not_kept(place):
    before = Past.objects.count()
    Place.objects.update(notes="Looked at", position=HERE)
    PlaceName.objects.filter(kind="alias").update(text="حيّ الشعار")
    PlaceName.objects.filter(kind="alias").delete()
    names("en").update(source="An atlas")

    assert Past.objects.count() == before


def test_places_take_one_query(place, django_assert_num_queries):
    places = [place, Place.objects.create(slug="other", kind="road", position=HERE)]
    with django_assert_num_queries(1):
        as_they_were(places, timezone.now())
