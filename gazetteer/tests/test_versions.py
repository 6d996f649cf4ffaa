"""Versions of shapes: a new one takes its days, what had them is retired, and each day has one."""

from datetime import date

import pytest
from django.contrib.gis.geos import GEOSGeometry, Point
from django.db import IntegrityError, transaction

from gazetteer.models import Boundary, Place
from gazetteer.versions import put_in_place

OLD = "SRID=4326;MULTIPOLYGON(((37.1 36.2,37.2 36.2,37.2 36.3,37.1 36.2)))"
NEW = "SRID=4326;MULTIPOLYGON(((37.1 36.2,37.2 36.2,37.2 36.4,37.1 36.2)))"


@pytest.fixture
def place(db) -> Place:
    return Place.objects.create(slug="shaar", kind="neighbourhood", position=Point(37.19, 36.21, srid=4326))


def day(year: int | None) -> date | None:
    return year and date(year, 1, 1)


def shape(place: Place, wkt: str, since=None, until=None, method="imported", **facts) -> Boundary:
    return Boundary(
        place=place, shape=GEOSGeometry(wkt), method=method, valid_from=day(since), valid_until=day(until), **facts
    )


def live(place: Place) -> list[tuple]:
    """The years and sources of the shapes in use."""
    return [
        (row.valid_from and row.valid_from.year, row.valid_until and row.valid_until.year, row.source)
        for row in Boundary.objects.live().filter(place=place).order_by("valid_from")
    ]


REMNANTS = [
    # the old one's years, the new one's, what is live then (an open start sorts last)
    ((None, None), (2014, 2015), [(2014, 2015, "new"), (2015, None, "old"), (None, 2014, "old")]),
    ((None, None), (2014, None), [(2014, None, "new"), (None, 2014, "old")]),
    ((None, None), (None, 2014), [(2014, None, "old"), (None, 2014, "new")]),
    ((None, None), (None, None), [(None, None, "new")]),
    ((2012, 2016), (2013, 2014), [(2012, 2013, "old"), (2013, 2014, "new"), (2014, 2016, "old")]),
    ((2012, 2016), (2012, 2016), [(2012, 2016, "new")]),
    ((2012, 2016), (2010, 2013), [(2010, 2013, "new"), (2013, 2016, "old")]),
    ((2012, 2014), (2014, 2016), [(2012, 2014, "old"), (2014, 2016, "new")]),
]


@pytest.mark.parametrize(("had", "takes", "then"), REMNANTS)
def test_the_old_shape_keeps_the_days_before_and_after_the_new_one(place, had, takes, then):
    put_in_place([shape(place, OLD, *had, source="old", licence="CC0", precision_m=30)])
    put_in_place([shape(place, NEW, *takes, source="new")])

    assert live(place) == then
    kept = Boundary.objects.live().filter(source="old")
    assert all((row.licence, row.precision_m, row.shape.wkt[:5]) == ("CC0", 30, "MULTI") for row in kept)


def test_two_new_shapes_leave_the_old_one_the_days_between(place):
    put_in_place([shape(place, OLD, source="old")])
    put_in_place([shape(place, NEW, 2015, 2016, source="new"), shape(place, NEW, 2012, 2013, source="new")])

    assert live(place) == [
        (2012, 2013, "new"), (2013, 2015, "old"), (2015, 2016, "new"), (2016, None, "old"), (None, 2012, "old"),
    ]  # fmt: skip


def test_each_day_has_one_shape_and_what_was_replaced_is_kept(place):
    put_in_place([shape(place, OLD, source="old")])
    put_in_place([shape(place, NEW, 2014, 2015, source="new")])

    said = {year: Boundary.objects.on(date(year, 6, 1)).get().source for year in (2013, 2014, 2015)}
    assert said == {2013: "old", 2014: "new", 2015: "old"}
    assert Boundary.objects.on(date(2015, 1, 1)).get().source == "old", "the last day does not belong to the shape"
    retired = Boundary.objects.exclude(retired_at=None).get()
    assert (retired.valid_from, retired.valid_until, retired.source) == (None, None, "old")


def test_the_database_refuses_two_shapes_for_one_day(place):
    with pytest.raises(IntegrityError, match="place_has_one_boundary_a_day"), transaction.atomic():
        put_in_place([shape(place, OLD, 2012, 2015), shape(place, NEW, 2014, 2016)])
    assert not Boundary.objects.exists()


def test_a_shape_that_is_in_place_is_left_as_it_is(place):
    (first,) = put_in_place([shape(place, OLD, 2012, 2016, source="old")])
    assert put_in_place([shape(place, OLD, 2012, 2016, source="old")]) == []
    assert Boundary.objects.get().pk == first.pk
    assert len(put_in_place([shape(place, OLD, 2012, 2016, source="another")])) == 1


def test_a_built_shape_takes_only_days_without_an_imported_or_drawn_one(place):
    put_in_place([shape(place, NEW, 2012, 2014, source="file"), shape(place, NEW, 2016, source="hand", method="drawn")])
    put_in_place([shape(place, OLD, method="built", source="built")])
    put_in_place([shape(place, OLD, method="built", source="built anew")])

    assert live(place) == [
        (2012, 2014, "file"), (2014, 2016, "built anew"), (2016, None, "hand"), (None, 2012, "built anew"),
    ]  # fmt: skip


def test_other_places_keep_their_shapes(place):
    other = Place.objects.create(slug="other", kind="quarter", position=place.position)
    put_in_place([shape(place, OLD, source="old"), shape(other, OLD, source="old")])
    put_in_place([shape(place, NEW, source="new")])
    assert (live(place), live(other)) == ([(None, None, "new")], [(None, None, "old")])
