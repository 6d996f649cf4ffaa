"""Built shapes: one coverage at every zoom, like what others drew, and what lies in them."""

import csv
import gzip
import json

import pytest
import shapely
from django.conf import settings
from django.contrib.gis.geos import GEOSGeometry
from django.core.management import CommandError, call_command

from gazetteer import likeness, loading, shapes, tables, zooms
from gazetteer.features import features
from gazetteer.models import Boundary, Place
from gazetteer.versions import put_in_place

OUTLINES = settings.BASE_DIR.parent / "shared" / "gazetteer" / "boundaries"
FILE, SLUGS = OUTLINES / "csr_neighborhoods_2016_MIT.geojson", OUTLINES / "csr_feature_to_slug.csv"
beside = pytest.mark.skipif(not FILE.exists(), reason="the outlines are not part of the project and not beside it")


@pytest.fixture(scope="module")
def points() -> dict[str, list]:
    found: dict[str, list] = {}
    for _, row in tables.rows("sample_points.csv", loading.DATA):
        found.setdefault(row["slug"], []).append((float(row["lon"]), float(row["lat"])))
    return found


@pytest.fixture(scope="module")
def built(points) -> dict[str, dict]:
    """For each zoom the shapes by slug, in metres."""
    found = shapes.build(points, loading.outline("urban_extent"), {loading.CITADEL: loading.outline("citadel")})
    return {
        zoom: dict(zip(found, zooms.in_metres([shapely.from_wkt(row[zoom]) for row in found.values()]), strict=True))
        for zoom in zooms.TOLERANCES_M
    }


@pytest.fixture(scope="module")
def city():
    return zooms.in_metres([loading.outline("urban_extent")])[0]


# A coverage


@pytest.mark.parametrize("zoom", zooms.TOLERANCES_M)
def test_shapes_are_a_coverage_without_overlap_sliver_or_gap(built, city, zoom):
    found = likeness.faults(built[zoom], city.buffer(-zooms.TOLERANCES_M[zoom]))

    assert len(built[zoom]) == 177
    assert all(shape.is_valid and shape.geom_type == "MultiPolygon" for shape in built[zoom].values())
    assert found.overlap_m2 < 1
    assert (found.holes, found.slivers, found.edges_m) == (0, (), 0)
    assert found.open_m2 < 1000, "the edge of the outline may lose corners, its inside may not"


@pytest.mark.parametrize("zoom", zooms.TOLERANCES_M)
def test_rounded_shapes_still_share_their_corners(built, zoom):
    degrees = zooms.in_degrees(list(built[zoom].values()))
    assert shapely.coverage_is_valid(degrees)
    corners = shapely.get_coordinates(degrees)
    assert (corners == corners.round(zooms.DECIMALS)).all()


def test_each_zoom_has_fewer_corners_than_the_finer_one(built):
    numbers = [shapely.get_num_coordinates(list(built[zoom].values())).sum() for zoom in ("street", "city", "overview")]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[2] < numbers[0] * 0.6


def test_the_citadel_has_its_own_outline(built):
    (citadel,) = zooms.in_metres([loading.outline("citadel")])
    ours = built["street"][loading.CITADEL]
    assert ours.intersection(citadel).area / ours.union(citadel).area > 0.99


def test_points_lie_in_their_place_and_each_part_of_a_place_has_one(built, points):
    for slug, shape in built["street"].items():
        known = zooms.in_metres([shapely.Point(point) for point in points[slug]])
        assert all(shape.covers(point) for point in known), slug
        assert all(any(part.covers(point) for point in known) for part in shape.geoms), slug


# Likeness


def test_parts_that_the_other_does_not_outline_count_with_the_whole():
    theirs = {"shaar": shapely.box(0, 0, 10, 10), "unknown": shapely.box(20, 0, 30, 10)}
    ours = {"shaar": shapely.box(0, 0, 10, 5), "turbet-lala": shapely.box(0, 5, 10, 10)}
    missing, shaar = likeness.compare(ours, theirs)
    assert (shaar.alone, shaar.together, shaar.parts) == (0.5, 1, ("turbet-lala",))
    assert (missing.slug, missing.alone) == ("unknown", 0)


def test_faults_are_found():
    broken = {"a": shapely.box(0, 0, 1000, 1000), "b": shapely.box(900, 0, 2000, 1000), "c": shapely.box(0, 1000, 9, 9)}
    found = likeness.faults(broken, shapely.box(0, 0, 3000, 1000))
    assert found.overlap_m2 > 99_000
    assert found.open_m2 == 1_000_000
    assert found.edges_m > 0
    assert found.slivers == ("c",)


@beside
def test_built_shapes_are_like_the_outlines_of_others(built):
    import geopandas

    frame = geopandas.read_file(FILE)
    parts: dict[str, list] = {}
    sound = shapely.make_valid(zooms.in_metres(list(frame.geometry)))
    for row in csv.DictReader(SLUGS.read_text(encoding="utf-8").splitlines()):
        parts.setdefault(row["slug"], []).append(sound[int(row["csr_feature_index"])])
    found = likeness.compare(built["street"], {slug: shapely.union_all(several) for slug, several in parts.items()})

    means = {name: mean for name, (mean, _) in likeness.summary(found).items()}
    assert len(found) == 119
    assert means["together"] >= 0.75
    assert means["undivided"] >= 0.74
    assert means["alone"] >= 0.70


# In the database


@beside
def test_the_command_tells_likeness_and_faults(loaded, capsys):
    call_command("measure_shapes", str(FILE), slugs=SLUGS)
    told = capsys.readouterr().out
    assert "119 places" in told
    for zoom in zooms.TOLERANCES_M:
        assert f"{zoom}: overlap 0 m²" in told


def test_the_command_names_what_it_lacks(db, tmp_path):
    square = {"type": "Polygon", "coordinates": [[[37, 36], [37.1, 36], [37.1, 36.1], [37, 36]]]}
    feature = {"type": "Feature", "properties": {"name": "x"}, "geometry": square}
    file = tmp_path / "x.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    (tmp_path / "slugs.csv").write_text("feature_index,slug\n7,shaar\n")
    with pytest.raises(CommandError, match="no column slug"):
        call_command("measure_shapes", str(file))
    with pytest.raises(CommandError, match="names feature 7, but the file has 1"):
        call_command("measure_shapes", str(file), slugs=tmp_path / "slugs.csv")


def test_features_come_for_each_zoom_and_the_map_stays_small(loaded):
    sizes = [len(gzip.compress(json.dumps(features(zoom=zoom)).encode())) for zoom in ("street", "city", "overview")]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[1] < 45_000


SQUARES = [
    "MULTIPOLYGON(((37.1 36.2,37.1 36.21,37.11005 36.20501,37.11 36.2,37.1 36.2)))",
    "MULTIPOLYGON(((37.11 36.2,37.11005 36.20501,37.1 36.21,37.12 36.21,37.12 36.2,37.11 36.2)))",
]


def test_shapes_that_come_together_are_simplified_together(loaded):
    places = Place.objects.filter(slug__in=["shaar", "sukkari"])
    put_in_place(
        Boundary(place=place, shape=GEOSGeometry(wkt, srid=4326), method="imported")
        for place, wkt in zip(places, SQUARES, strict=True)
    )
    rows = Boundary.objects.current().filter(method="imported")
    for field in ("shape", "shape_city", "shape_overview"):
        assert shapely.coverage_is_valid([shapely.from_wkb(bytes(getattr(row, field).wkb)) for row in rows]), field


def test_a_shape_that_an_editor_changes_changes_on_every_zoom(loaded):
    boundary = Boundary.objects.current().get(place__slug="shaar")
    before = boundary.shape_city
    boundary.precision_m = 200
    boundary.save()
    assert boundary.shape_city.equals_exact(before)

    boundary.shape = GEOSGeometry(SQUARES[0], srid=4326)
    boundary.save()
    boundary.refresh_from_db()
    assert boundary.shape_city.intersection(boundary.shape).area > 0.9 * boundary.shape.area


def test_landmarks_are_tied_to_the_neighbourhood_around_them_unless_an_editor_said_otherwise(loaded):
    within = dict(Place.objects.exclude(within=None).values_list("slug", "within__slug"))
    assert within["umayyad-mosque"] == "souq-al-madina"
    assert set(Place.objects.filter(slug__in=within).values_list("kind", flat=True)) <= {"landmark", "road"}
    assert "aleppo-citadel" not in within, "it has a shape of its own"

    Place.objects.filter(slug="umayyad-mosque").update(within=Place.objects.get(slug="aqaba"))
    assert loading.load()["landmarks tied"] == 0
    assert Place.objects.get(slug="umayyad-mosque").within.slug == "aqaba"
