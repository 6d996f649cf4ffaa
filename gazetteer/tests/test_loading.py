"""The gazetteer's data: loaded once, all or nothing; shapes that fit together."""

import csv

import pytest
from django.contrib.gis.geos import Point
from django.db import IntegrityError, transaction

from gazetteer import loading
from gazetteer.features import features
from gazetteer.models import Ambiguity, Boundary, Listed, Membership, Place, PlaceName
from gazetteer.queries import names_for_finder
from gazetteer.spatial import METRES
from gazetteer.tables import BadRow


def test_everything_is_loaded_once(loaded):
    assert loaded == {
        "places": 227,
        "names": 1604,
        "members": 187,
        "ambiguities": 7,
        "shapes": 177,
        "landmarks tied": 20,
    }
    assert set(loading.load().values()) == {0}


def test_names_that_editors_added_stay(loaded):
    place = Place.objects.get(slug="shaar")
    PlaceName.objects.create(place=place, text="اسم آخر", language="ar")
    loading.load()
    assert Place.objects.named("إسم اخر").get() == place


def test_the_shapes_are_a_coverage_with_no_point_outside(loaded):
    import shapely

    shapes = {
        row.place.slug: shapely.from_wkb(bytes(row.shape.wkb)) for row in Boundary.objects.select_related("place")
    }
    metres = {slug: shapely.transform(shape, lambda c: c * [89_800, 111_000]) for slug, shape in shapes.items()}
    total, joined = sum(shape.area for shape in metres.values()), shapely.union_all(list(metres.values())).area

    assert len(shapes) == 177
    assert all(shape.is_valid for shape in shapes.values())
    assert (total - joined) / joined < 1e-4, "shapes overlap"
    touching = [
        slug for slug, shape in metres.items() if any(shape.distance(o) < 5 for s, o in metres.items() if s != slug)
    ]
    assert len(touching) > 150


def test_features_take_two_queries(loaded, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = features()
    assert len(found) == 227
    shaar = next(row for row in found if row["id"] == "shaar")
    assert (shaar["properties"]["name_ar"], shaar["geometry"]["type"]) == ("الشعار", "MultiPolygon")
    assert shaar["properties"]["approximate"] is True


def test_features_say_how_large_a_shape_is(loaded):
    found = {row["id"]: row for row in features()}
    without = [row for row in found.values() if row["geometry"] is None]
    assert without and all(row["properties"]["area_km2"] is None for row in without)
    for slug in ("shaar", "new-aleppo"):
        metres = Boundary.objects.current().get(place__slug=slug).shape.transform(METRES, clone=True)
        assert found[slug]["properties"]["area_km2"] == pytest.approx(metres.area / 1e6, abs=0.001)


def test_names_are_found_in_any_spelling(loaded):
    assert len(names_for_finder()) == 1604
    for spelling in ("الشّعار", "AL SHAAR"):
        assert Place.objects.named(spelling).get().slug == "shaar"
    assert {place.slug for place in Place.objects.named("تشرين")} == {"tishreen-hamdaniya", "tishreen-north"}


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("kind", "castle", "kind “castle”"),
        ("lon", "east", "lon “east” is no number"),
        ("lat", "137", "lat 137 lies outside"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_loaded(db, tmp_path, field, value, told):
    for name in ("places", "memberships", "sample_points"):
        (tmp_path / f"{name}.csv").write_bytes((loading.DATA / f"{name}.csv").read_bytes())
    rows = list(csv.DictReader((tmp_path / "places.csv").read_text(encoding="utf-8").splitlines()))
    rows[3][field] = value
    with open(tmp_path / "places.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)

    with pytest.raises(BadRow, match=f"places.csv line 5: {told}"):
        loading.load(tmp_path)
    assert not Place.objects.exists()


# Constraints


@pytest.fixture
def place(db) -> Place:
    return Place.objects.create(slug="shaar", kind="neighbourhood", position=Point(37.19, 36.21, srid=4326))


BROKEN = [
    ("place_kind_is_known", lambda p: Place.objects.create(slug="x", kind="castle", position=p.position)),
    ("place_has_a_name_once", lambda p: [PlaceName.objects.create(place=p, text="x", language="en") for _ in "ab"]),
    (
        "place_has_one_preferred_name_a_language",
        lambda p: [PlaceName.objects.create(place=p, text=t, language="en", kind="preferred") for t in "ab"],
    ),
    ("placename_has_letters", lambda p: PlaceName.objects.create(place=p, text="\u064b", language="ar")),
    ("region_is_not_its_own_member", lambda p: Membership.objects.create(region=p, member=p)),
    ("place_belongs_to_a_region_once", lambda p: [Membership.objects.create(region=p, member=other(p)) for _ in "ab"]),
    (
        "place_has_one_boundary_a_day",
        lambda p: [Boundary.objects.create(place=p, shape=SHAPE, method="built") for _ in "ab"],
    ),
    ("place_position_is_in_degrees", lambda p: Place.objects.update(position=Point(397, 36, srid=4326))),
    ("boundary_shape_is_in_degrees", lambda p: Boundary.objects.create(place=p, shape=AWAY, method="drawn")),
    ("boundary_shape_is_in_degrees", lambda p: Boundary.objects.create(place=p, shape=NOTHING, method="drawn")),
    ("boundary_shape_is_valid", lambda p: Boundary.objects.create(place=p, shape=BOWTIE, method="drawn")),
]
SHAPE = "SRID=4326;MULTIPOLYGON(((37.1 36.2,37.2 36.2,37.2 36.3,37.1 36.2)))"
AWAY = "SRID=4326;MULTIPOLYGON(((1000 2000,1001 2000,1001 2001,1000 2000)))"
NOTHING = "SRID=4326;MULTIPOLYGON EMPTY"
BOWTIE = "SRID=4326;MULTIPOLYGON(((0 0,1 1,1 0,0 1,0 0)))"


def other(place: Place) -> Place:
    return Place.objects.get_or_create(slug="other", kind="quarter", position=place.position)[0]


@pytest.mark.parametrize(("constraint", "breaks_it"), BROKEN, ids=[case[0] for case in BROKEN])
def test_the_database_keeps_the_rule(place, constraint, breaks_it):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        breaks_it(place)


def test_a_place_has_a_name_in_each_language_and_falls_back(place):
    PlaceName.objects.create(place=place, text="الشعار", language="ar", kind="preferred")
    assert (place.name_ar, place.name_en) == ("الشعار", "الشعار")


def test_known_ambiguities_are_recorded_with_a_way_to_tell(loaded):
    tishreen = Ambiguity.objects.get(folded="تشرين")
    assert set(tishreen.places.values_list("slug", flat=True)) == {"tishreen-hamdaniya", "tishreen-north"}
    assert all(row.note and row.note_ar and row.places.count() == 2 for row in Ambiguity.objects.all())


def test_what_was_recorded_before_lists_had_arabic_notes_gets_them_once(loaded):
    Ambiguity.objects.update(note_ar="")
    Listed.objects.filter(subject="ambiguity").delete()
    Ambiguity.objects.filter(text="تشرين").update(note="An editor's own.")
    assert loading.load()["ambiguities"] == 6
    assert not Ambiguity.objects.get(text="تشرين").note_ar
    Ambiguity.objects.filter(text="الزهور").update(note_ar="")
    assert loading.load()["ambiguities"] == 0


def test_quarters_south_of_the_citadel_are_a_region_by_name(loaded):
    (region,) = Place.objects.named("أحياء جنوبي القلعة")
    assert {"jalloum", "kallaseh", "bab-al-maqam"} <= set(region.memberships.values_list("member__slug", flat=True))
    assert region.names.filter(kind="collective").exists()
