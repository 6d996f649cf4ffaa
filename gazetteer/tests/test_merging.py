"""Two entries made one: everything moves, the old slug leads on, and it is all or nothing."""

from datetime import date

import pytest
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.db import IntegrityError, transaction
from django.utils import timezone

from gazetteer.loading import load
from gazetteer.merging import CannotMerge, merge
from gazetteer.models import Ambiguity, Boundary, Identifier, Membership, Place, PlaceName, Redirect

pytestmark = pytest.mark.django_db


def place(slug, *names, kind="neighbourhood", **fields) -> Place:
    made = Place.objects.create(slug=slug, kind=kind, position=Point(37.15, 36.2, srid=4326), **fields)
    for number, (language, text) in enumerate(names):
        PlaceName.objects.create(
            place=made, language=language, text=text, kind="alias" if number > 1 else "preferred", source="test"
        )
    return made


def shape(place, **fields) -> Boundary:
    square = MultiPolygon(Polygon.from_bbox((37.1, 36.1, 37.2, 36.2)), srid=4326)
    return Boundary.objects.create(place=place, shape=square, method="imported", **fields)


@pytest.fixture
def two():
    """A place entered twice under two spellings."""
    return place("karaz-dada", ("ar", "كرز دادا"), ("en", "Karaz Dada")), place(
        "karm-al-dada", ("ar", "كرم الدادا"), ("fr", "Karm Dada")
    )


def test_names_move_and_each_language_keeps_one_preferred_name(two):
    source, into = two
    PlaceName.objects.create(place=into, language="en", text="Karaz Dada")
    merge(source, into)

    names = {(name.language, name.text): (name.kind, name.source) for name in into.names.all()}
    assert names == {
        ("ar", "كرم الدادا"): ("preferred", "test"),
        ("fr", "Karm Dada"): ("preferred", "test"),
        ("ar", "كرز دادا"): ("alias", "test"),
        ("en", "Karaz Dada"): ("alias", ""),
    }


def test_identifiers_notes_and_landmarks_move(two):
    source, into = two
    Identifier.objects.create(place=source, authority="geonames", value="1")
    Identifier.objects.create(place=source, authority="wikidata", value="Q1", match="close")
    Identifier.objects.create(place=into, authority="wikidata", value="Q1", match="close")
    mosque = place("mosque", kind="landmark", within=source)
    Place.objects.filter(pk=source.pk).update(notes="Near the ring road.")
    source.refresh_from_db()
    merge(source, into)

    assert sorted(str(row) for row in into.identifiers.all()) == ["geonames:1", "wikidata:Q1"]
    mosque.refresh_from_db()
    into.refresh_from_db()
    assert (mosque.within, into.notes) == (into, "Near the ring road.")


def test_memberships_move_with_their_dates_and_double_none(two):
    source, into = two
    both, one = place("east", kind="region"), place("north", kind="region")
    for region, member in ((both, source), (both, into)):
        Membership.objects.create(region=region, member=member)
    Membership.objects.create(region=one, member=source, valid_from=date(2012, 7, 1))
    merge(source, into)

    rows = set(into.regions.values_list("region__slug", "valid_from"))
    assert rows == {("east", None), ("north", date(2012, 7, 1))}
    assert not source.regions.exists()


def test_a_region_takes_the_members_of_another_and_never_itself():
    source, into, member = place("east", kind="region"), place("eastern", kind="region"), place("shaar")
    Membership.objects.create(region=source, member=member)
    Membership.objects.create(region=source, member=into)
    merge(source, into)

    assert list(into.memberships.values_list("member__slug", flat=True)) == ["shaar"]


def test_a_shape_moves_where_there_is_none(two):
    source, into = two
    moving = shape(source)
    merge(source, into)

    assert into.boundaries.current().get().shape == moving.shape
    assert source.boundaries.current().first() is None


def test_the_old_place_keeps_for_the_record_the_shape_and_the_names_it_had(two):
    source, into = two
    moving = shape(source)
    before, names = timezone.now(), (source.name_ar, source.name_en)
    merge(source, into)

    old = Place.every.get(pk=source.pk)
    assert old.boundaries.current(before).get() == moving
    assert (old.name_ar, old.name_en) == names


def test_a_shape_beside_another_is_kept_as_a_retired_version(two):
    source, into = two
    staying, moving = shape(into), shape(source)
    merge(source, into)

    assert into.boundaries.current().get() == staying
    assert into.boundaries.exclude(retired_at=None).get().shape == moving.shape


def test_an_ambiguity_between_the_two_is_one_no_longer(two):
    source, into = two
    third = place("third")
    solved, remains = Ambiguity.objects.create(text="دادا"), Ambiguity.objects.create(text="كرم")
    solved.places.set([source, into])
    remains.places.set([source, third])
    merge(source, into)

    assert Ambiguity.objects.get() == remains
    assert set(remains.places.all()) == {into, third}


def test_old_slugs_lead_to_what_stays_and_are_no_places_any_more(two):
    source, into = two
    Redirect.objects.create(slug="older", place=source)
    merge(source, into)

    assert set(Redirect.objects.values_list("slug", "place")) == {("older", into.pk), ("karaz-dada", into.pk)}
    assert list(Place.objects.all()) == [into]
    assert Place.every.count() == 2


def test_a_place_within_the_one_it_takes_in_moves_up(two):
    source, into = two
    Place.objects.filter(pk=into.pk).update(within=source)
    merge(source, into)

    into.refresh_from_db()
    assert into.within is None


CANNOT = [
    ("with itself", lambda source, into: (source, source), "two different"),
    ("twice", lambda source, into: (merge(source, into) and source, into), "merged already"),
    ("a region with a place", lambda source, into: (source, place("east", kind="region")), "region"),
]


@pytest.mark.parametrize(("choose", "why"), [row[1:] for row in CANNOT], ids=[row[0] for row in CANNOT])
def test_what_cannot_be_merged_says_why(two, choose, why):
    with pytest.raises(CannotMerge, match=why):
        merge(*choose(*two))


def test_a_failure_leaves_everything_as_it_was(two):
    source, into = two
    Redirect.objects.create(slug="taken", place=into)
    source.slug = "taken"  # so that the redirect, which is written last, cannot be
    with pytest.raises(IntegrityError), transaction.atomic():
        merge(source, into)

    assert (source.names.count(), into.names.count()) == (2, 2)
    assert Place.objects.count() == 2


def test_loading_the_gazetteer_again_does_not_bring_a_merged_place_back():
    load()
    merge(Place.objects.get(slug="tishreen-north"), Place.objects.get(slug="tishreen-hamdaniya"))
    load()

    assert not Place.objects.filter(slug="tishreen-north").exists()
    assert set(load().values()) == {0}
