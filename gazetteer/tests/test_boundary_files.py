"""A file that cannot be used gets one line that names the feature and what to do; nothing changes."""

import json
import zipfile

import numpy
import pytest
import shapely
from django.core.management import CommandError, call_command

from gazetteer import boundaries
from gazetteer.models import Boundary

from .outlines import file, small_gazetteer, square

RING = [[37.2, 36.2], [37.21, 36.2], [37.21, 36.21], [37.2, 36.21], [37.2, 36.2]]


@pytest.fixture
def known(db):
    small_gazetteer()


def text(path, content: str):
    path.write_text(content, encoding="utf-8")
    return path


def geojson(path, *geometries, **members):
    """A GeoJSON file of features named الشعار, السكري, … with these geometries as they are."""
    names = ["الشعار", "السكري"]
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": geometry}
        for name, geometry in zip(names, geometries, strict=False)
    ]
    return text(path, json.dumps({"type": "FeatureCollection", **members, "features": features}))


def polygon(*points) -> dict:
    return {"type": "Polygon", "coordinates": [list(points)]}


def swapped(path):
    return file(path, [shapely.box(36.2, 37.2, 36.21, 37.21)], name=["الشعار"])


def mislabelled(path):
    """Metres that are said to be degrees."""
    return geojson(
        path, polygon([330_000, 4_010_000], [331_000, 4_010_000], [331_000, 4_011_000], [330_000, 4_010_000])
    )


def of_no_number(path):
    points = shapely.get_coordinates(square(37.2))
    points[1, 0] = numpy.nan
    return file(path, [shapely.Polygon(points)], name=["الشعار"])


def layers(path):
    import geopandas

    frame = geopandas.GeoDataFrame({"name": ["الشعار"]}, geometry=[square(37.2)], crs="EPSG:4326")
    for layer in ("old", "new"):
        frame.to_file(path, layer=layer)
    return path


def archive_without_a_map(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    return path


def broken_archive(path):
    """One whose list of contents cannot be read, though it ends as an archive does."""
    whole = archive_without_a_map(path).read_bytes()
    path.write_bytes(whole.replace(b"PK\x01\x02", b"PK\x07\x07"))
    return path


CASES = [
    # what is wrong, the file, how it is made, what is told
    ("missing", "a.gpkg", lambda path: path, "is not there"),
    ("a folder", "a", lambda path: path.mkdir() or path, "is a folder"),
    ("not a map file", "a.geojson", lambda path: text(path, "hello"), "cannot be read as a map file"),
    ("no bytes", "a.geojson", lambda path: text(path, ""), "cannot be read as a map file"),
    ("cut off", "a.geojson", lambda path: text(path, '{"type": "FeatureCollection", "feat'), "cannot be read"),
    ("a table", "a.csv", lambda path: text(path, "name\nالشعار\n"), "holds no shapes"),
    ("an archive without a map", "a.zip", archive_without_a_map, "holds 0 map files"),
    ("a broken archive", "a.zip", broken_archive, r"a.zip cannot be read as a map file \(Bad magic number"),
    ("several layers", "a.gpkg", layers, r"several layers \(old, new\). Choose one with --layer"),
    ("no features", "a.geojson", geojson, "holds no shapes"),
    ("no CRS", "a.shp", lambda path: file(path, [square(37.2)], None, name=["الشعار"]), "coordinate system"),
    ("swapped", "a.gpkg", swapped, r"lon 36.2\d*, lat 37.2\d*, 1\d\d km from .* lon and lat swapped"),
    ("metres as degrees", "a.geojson", mislabelled, r"feature 1 \(الشعار\) begins at 330000, 4010000, which"),
    ("degrees as metres", "a.geojson", lambda path: geojson(path, polygon(*RING), crs=UTM), "says EPSG:32637"),
    ("no columns", "a.gpkg", lambda path: file(path, [square(37.2)]), "has no column"),
    ("nothing matches", "a.gpkg", lambda path: file(path, [square(37.2)], name=["Atlantis"]), "no feature matches"),
    ("a point", "a.gpkg", lambda path: file(path, [shapely.Point(37.2, 36.2)], name=["الشعار"]), "but a Point"),
    (
        "a line", "a.geojson",
        lambda path: geojson(path, polygon(*RING), {"type": "LineString", "coordinates": RING[:2]}),
        r"feature 2 \(السكري\) is not an area but a LineString",
    ),
    ("an empty shape", "a.geojson", lambda path: geojson(path, polygon(*RING), polygon()), r"feature 2 .* empty shape"),
    ("no shape", "a.geojson", lambda path: geojson(path, None, polygon(*RING)), r"feature 1 .* has no shape"),
    ("only no shapes", "a.geojson", lambda path: geojson(path, None, None), "no shape"),
    ("NaN", "a.gpkg", of_no_number, r"feature 1 \(الشعار\) has coordinates that are no numbers"),
    ("NaN first", "a.geojson", lambda path: geojson(path, polygon([float("nan"), 36.2], *RING[1:])), r"feature 1 \("),
    ("two corners", "a.geojson", lambda path: geojson(path, polygon(*RING[:2])), "has no area"),
]  # fmt: skip
UTM = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32637"}}


@pytest.mark.parametrize(("name", "made", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_bad_file_changes_nothing_and_says_why_in_one_line(known, tmp_path, name, made, told):
    path = made(tmp_path / name)
    with pytest.raises(CommandError, match=told) as error:
        call_command("load_places", "--boundaries", str(path))
    assert "\n" not in str(error.value) and str(error.value).endswith("Nothing was changed.")
    assert not Boundary.objects.exclude(method="built").exists()


def test_an_open_ring_is_closed_and_named(known, tmp_path):
    report = boundaries.load(geojson(tmp_path / "a.geojson", polygon(*RING[:-1])))
    assert report.repaired == ["feature 1 (الشعار): its ring was not closed, and was closed."]
    assert Boundary.objects.get(method="imported").shape.area == pytest.approx(0.0001)


def test_geojson_that_names_no_coordinate_system_is_in_degrees(known, tmp_path):
    assert boundaries.load(geojson(tmp_path / "a.geojson", polygon(*RING))).slugs() == {1: "shaar"}


def test_a_layer_can_be_chosen(known, tmp_path):
    assert boundaries.load(layers(tmp_path / "a.gpkg"), layer="new").slugs() == {1: "shaar"}


def test_a_shapefile_in_a_folder_of_an_archive_is_found(known, tmp_path):
    file(tmp_path / "outlines.shp", [square(37.2)], name=["الشعار"])
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for part in tmp_path.glob("outlines.*"):
            archive.write(part, f"folder/{part.name}")
    assert boundaries.load(tmp_path / "a.zip").slugs() == {1: "shaar"}
