"""Where places lie to one another, asked of the gazetteer as it is delivered."""

from datetime import date

import pytest
from django.contrib.gis.geos import Point

from gazetteer import spatial
from gazetteer.models import Boundary, Membership, Place


def place(slug: str) -> Place:
    return Place.objects.get(slug=slug)


def slugs(places) -> set[str]:
    return {found.slug for found in places}


def test_a_place_contains_its_point_and_the_sea_is_in_none(loaded, django_assert_num_queries):
    shaar = place("shaar")
    list(spatial.containing(shaar.position))  # the first in a process also looks the projection up
    with django_assert_num_queries(1):
        assert [found.slug for found in spatial.containing(shaar.position)] == ["shaar"]
    assert not spatial.containing(Point(35.5, 35.5, srid=4326))


def test_of_shapes_within_each_other_the_smallest_comes_first(loaded):
    shaar = place("shaar")
    mosque = Place.objects.create(slug="mosque", kind="landmark", position=shaar.position)
    shape = shaar.position.buffer(0.0005)
    Boundary.objects.create(place=mosque, shape=f"SRID=4326;MULTIPOLYGON({shape.wkt[8:]})", method="drawn")
    assert [found.slug for found in spatial.containing(shaar.position)] == ["mosque", "shaar"]


def test_neighbours(loaded, django_assert_num_queries):
    citadel = place("aleppo-citadel")
    list(spatial.neighbours(citadel))  # the first in a process also looks the projection up
    with django_assert_num_queries(2):
        assert slugs(spatial.neighbours(citadel)) >= {"ajam", "farafra", "bayada", "souq-al-madina"}
    assert {"ashrafiya", "bani-zeid"} <= slugs(spatial.neighbours(place("sheikh-maqsoud")))
    assert "sheikh-maqsoud" not in slugs(spatial.neighbours(place("shaar")))
    assert not spatial.neighbours(place("old-city")), "a region has no shape"


def test_neighbours_are_each_others(loaded):
    found = {one.slug: slugs(spatial.neighbours(one)) for one in Place.objects.filter(regions__region__slug="old-city")}
    assert all(one in found[other] for one, others in found.items() for other in others if other in found)


SQUARES = [
    ("joined", 500, 0, True), ("a lane between them", 515, 0, True), ("a street between them", 530, 0, False),
    ("a corner", 500, 500, False), ("the end of a side", 500, 400, True),
]  # fmt: skip


def square(slug: str, x: float, y: float) -> Place:
    """A place of 500 m by 500 m, so many metres from a corner of the map."""
    x, y = 335_000 + x, 4_008_000 + y
    ring = f"{x} {y},{x + 500} {y},{x + 500} {y + 500},{x} {y + 500},{x} {y}"
    made = Place.objects.create(slug=slug, kind="quarter", position=Point(37.16, 36.2, srid=4326))
    Boundary.objects.create(place=made, shape=f"SRID=32637;MULTIPOLYGON((({ring})))", method="drawn")
    return made


@pytest.mark.parametrize(("what", "x", "y", "are_neighbours"), SQUARES, ids=[case[0] for case in SQUARES])
def test_neighbours_share_a_border_or_nearly(db, what, x, y, are_neighbours):
    one, other = square("one", 0, 0), square("other", x, y)
    assert slugs(spatial.neighbours(one)) == ({"other"} if are_neighbours else set())
    assert slugs(spatial.neighbours(other)) == ({"one"} if are_neighbours else set())


SIDES = [
    ("north", "old-city", {"farafra", "bayada", "jdeideh"}, {"jalloum", "souq-al-madina", "ajam"}),
    ("south", "old-city", {"jalloum", "ajam", "qasila"}, {"farafra", "umayyad-mosque", "jub-al-qubba"}),
    ("south", "east-aleppo", {"jalloum", "kallaseh", "bab-al-maqam"}, {"shaar", "farafra", "salaheddine"}),
    ("east", "old-city", {"jub-al-qubba", "qadi-askar"}, {"ajam", "jalloum"}),
    ("west", "old-city", {"umayyad-mosque", "jalloum"}, {"bayada", "ajam"}),
]


@pytest.mark.parametrize(("direction", "region", "there", "elsewhere"), SIDES)
def test_on_a_side_of_the_citadel(loaded, django_assert_num_queries, direction, region, there, elsewhere):
    citadel, region = place("aleppo-citadel"), place(region)
    with django_assert_num_queries(2):
        found = slugs(spatial.direction_of(direction, of=citadel, within=region))
    assert there <= found
    assert not found & (elsewhere | {"aleppo-citadel"})


def test_a_place_without_shape_has_its_point_for_an_edge(loaded):
    prison = place("central-prison")
    Boundary.objects.filter(place=prison).delete()
    assert "shaar" in slugs(spatial.direction_of("south", of=prison))
    assert "old-city" not in slugs(spatial.direction_of("south", of=prison)), "a region lies nowhere"


def test_members_of_a_region_on_a_day(loaded, django_assert_num_queries):
    east, shaar = place("east-aleppo"), place("shaar")
    Membership.objects.filter(region=east, member=shaar).update(
        valid_from=date(2012, 7, 20), valid_until=date(2016, 12, 7)
    )
    with django_assert_num_queries(1):
        assert "shaar" in slugs(spatial.members(east, on=date(2016, 12, 6)))
    for day in (date(2012, 7, 19), date(2016, 12, 7), None):
        assert "shaar" not in slugs(spatial.members(east, on=day))
    citadel = place("aleppo-citadel")
    there = spatial.direction_of("east", of=citadel, within=east, on=date(2016, 12, 6))
    gone = spatial.direction_of("east", of=citadel, within=east, on=date(2016, 12, 7))
    assert slugs(there) - slugs(gone) == {"shaar"}
