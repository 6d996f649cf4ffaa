"""Outlines from files: matched, mended, fitted together and stored, or nothing changes."""

import csv
from datetime import date

import pytest
import shapely
from django.conf import settings
from django.contrib.gis.geos import Point
from django.core.management import CommandError, call_command

from gazetteer import boundaries, loading
from gazetteer.boundaries.feature import in_metres
from gazetteer.models import Ambiguity, Boundary, Identifier, Place

from .outlines import file, small_gazetteer, square

SHARED = settings.BASE_DIR.parent / "shared" / "gazetteer" / "boundaries"


@pytest.fixture
def loaded(db):
    return loading.load()


@pytest.fixture
def known(db):
    small_gazetteer()


def imported() -> set[str]:
    return set(Boundary.objects.filter(method="imported").values_list("place__slug", flat=True))


def told(capsys, path, *options: str) -> str:
    call_command("load_places", "--boundaries", str(path), *options)
    return capsys.readouterr().out


def test_features_are_matched_and_the_rest_is_listed(loaded, tmp_path, capsys):
    path = file(
        tmp_path / "a.geojson", [square(37.1), square(37.2), square(37.3), square(37.4)],
        code=["shaar", "السكّري", "Atlantis", "تشرين"],
    )  # fmt: skip
    report = told(capsys, path)

    assert "Matched: 2 features, 2 places (1 by code, 1 by name)\nUnmatched: 1 features\nAmbiguous: 1 " in report
    assert "Unmatched:\n  feature 3 (Atlantis)" in report
    assert "Ambiguous:\n  feature 4 (تشرين): tishreen-hamdaniya (" in report
    assert "Please check:\n  feature 1 (shaar): shaar (" in report, "it lies 7 km from where the gazetteer has it"
    assert imported() == {"shaar", "sukkari"}
    assert Boundary.objects.current().get(place__slug="shaar").method == "imported"
    assert loading.load()["shapes"] == 0, "what was imported is not built over"


FILES = [("a.geojson", "EPSG:4326"), ("a.geojson", "EPSG:32637"), ("a.gpkg", "EPSG:3857"), ("a.shp", "EPSG:22770"),
         ("a.shp.zip", "EPSG:32637")]  # fmt: skip


@pytest.mark.parametrize(("name", "crs"), FILES)
def test_any_format_in_any_coordinate_system(known, tmp_path, name, crs):
    path = file(tmp_path / name, [square(37.18)], crs, name=["الشعار"])
    boundaries.load(path)
    stored = shapely.from_wkb(bytes(Boundary.objects.get(method="imported").shape.wkb))
    assert shapely.normalize(stored.geoms[0]).equals_exact(shapely.normalize(square(37.18)), 1e-5)


def test_external_codes_match_where_they_mean_the_same_place(known, tmp_path):
    for slug, value, how in (
        ("shaar", "SY020001", "exact"),
        ("sukkari", "170064", "close"),
        ("jabal-badro", "SY02", "broad"),
    ):
        place = Place.objects.get(slug=slug)
        Identifier.objects.create(place=place, authority="ocha-pcode", value=value, match=how)
    report = boundaries.load(
        file(
            tmp_path / "a.gpkg",
            [square(37.1 + 0.02 * n) for n in range(3)],
            pcode=["SY020001", None, "SY02"],
            geonameid=[None, 170064, 5],
        )
    )
    assert report.slugs() == {1: "shaar", 2: "sukkari"}


def test_a_name_on_record_as_ambiguous_is_not_resolved(known, tmp_path):
    Ambiguity.objects.create(text="الشعار").places.set(Place.objects.filter(slug__in=["shaar", "jabal-badro"]))
    path = file(tmp_path / "a.gpkg", [square(37.1), square(37.2)], name=["الشعار", "السكري"])
    report = boundaries.load(path)
    assert report.slugs() == {2: "sukkari"}
    assert "jabal-badro" in report.ambiguous[0] and "shaar" in report.ambiguous[0]


def test_a_near_name_matches_by_its_place_and_is_to_be_checked(known, tmp_path):
    by = Place.objects.get(slug="jabal-badro").position
    shapes = [square(by.x - 0.005, by.y - 0.005), square(37.05, 36.15), square(37.2)]
    report = boundaries.load(file(tmp_path / "a.gpkg", shapes, name=["Jabal Badro Hill", "Jabal Badro Hill", "السكري"]))
    assert report.slugs() == {1: "jabal-badro", 3: "sukkari"}
    assert report.check[0] == "feature 1 (Jabal Badro Hill): near: please check that it is jabal-badro"


def test_a_namesake_in_another_city_is_not_the_place(known, tmp_path):
    path = file(tmp_path / "a.gpkg", [square(37.2), square(36.7, 34.7)], name=["السكري", "الشعار"])
    report = boundaries.load(path)
    assert report.slugs() == {1: "sukkari"}
    assert report.unmatched == ["feature 2 (الشعار): named like shaar, but lies more than 25 km away"]


def test_a_name_of_two_places_means_the_one_by_it_only_when_the_other_is_far(known, tmp_path):
    far = Point(36.72, 34.73, srid=4326)
    Place.objects.filter(slug="tishreen-hamdaniya").update(position=far)
    path = file(tmp_path / "a.gpkg", [square(37.15, 36.23), square(37.3, 36.23)], name=["تشرين", "تشرين"])
    report = boundaries.load(path)
    assert report.slugs() == {1: "tishreen-north"}
    assert report.ambiguous[0].startswith("feature 2 (تشرين): tishreen-hamdaniya (")


def test_the_features_of_one_place_are_joined(known, tmp_path):
    shapes = [square(37.20), square(37.21), square(37.205)]
    boundaries.load(file(tmp_path / "a.gpkg", shapes, name=["الشعار", "Al-Shaar", "Sha'ar"]))
    shape = Boundary.objects.get(method="imported").shape
    assert len(shape) == 1 and shape.area == pytest.approx(2 * 0.01 * 0.01)


def test_invalid_rings_are_repaired_and_named(known, tmp_path):
    bowtie = shapely.Polygon([(37.2, 36.2), (37.22, 36.22), (37.22, 36.2), (37.2, 36.22)])
    report = boundaries.load(file(tmp_path / "a.gpkg", [bowtie], name=["الشعار"]))
    assert report.repaired[0].startswith("feature 1 (الشعار): Self-intersection at 37.21 36.21; repaired")
    stored = Boundary.objects.get(method="imported").shape
    assert stored.valid and stored.area == pytest.approx(0.0002)


def test_heights_are_dropped(known, tmp_path):
    report = boundaries.load(file(tmp_path / "a.gpkg", [shapely.force_3d(square(37.2), 400)], name=["الشعار"]))
    assert report.repaired == ["Heights (Z) of 1 features were dropped."]
    assert not Boundary.objects.get(method="imported").shape.hasz


def overlapping(tmp_path, by: float, names=("الشعار", "السكري")):
    return file(tmp_path / "a.gpkg", [square(37.2), square(37.21 - by, size=0.02)], name=list(names))


def test_a_large_overlap_is_refused_with_both_features_and_its_area(known, tmp_path):
    told = r"feature 1 \(الشعار\) and feature 2 \(السكري\), matched to shaar and sukkari, share 99,\d\d\d m²"
    with pytest.raises(CommandError, match=told):
        call_command("load_places", "--boundaries", str(overlapping(tmp_path, 0.001)))
    assert not imported()


def test_a_small_overlap_is_cut_away_and_told(known, tmp_path):
    report = boundaries.load(overlapping(tmp_path, 0.000005))
    assert "shared 49" in report.cut[0] and report.cut[0].endswith("taken from sukkari, left to shaar.")
    first, second = in_metres(
        [shapely.from_wkb(bytes(row.shape.wkb)) for row in Boundary.objects.filter(method="imported")]
    )
    assert first.intersection(second).area < 0.01


def test_the_tolerance_is_an_option(known, tmp_path):
    path = str(overlapping(tmp_path, 0.001))
    call_command("load_places", "--boundaries", path, "--overlap-tolerance", "200000")
    assert imported() == {"shaar", "sukkari"}
    with pytest.raises(CommandError, match="up to 0 m² are cut away"):
        call_command("load_places", "--boundaries", path, "--overlap-tolerance", "0")


def test_a_region_and_a_landmark_may_lie_over_their_places(known, tmp_path):
    Place.objects.filter(slug="sukkari").update(within=Place.objects.get(slug="shaar"))
    shapes = [square(37.2), square(37.202, 36.202, 0.002), square(37.15, 36.15, 0.1)]
    report = boundaries.load(file(tmp_path / "a.gpkg", shapes, slug=["shaar", "sukkari", "east-aleppo"]))
    assert (imported(), report.cut) == ({"shaar", "sukkari", "east-aleppo"}, [])


def test_a_dry_run_tells_all_and_writes_nothing(known, tmp_path, capsys):
    before = list(Boundary.objects.order_by("pk").values_list("pk", "retired_at"))
    report = told(capsys, file(tmp_path / "a.gpkg", [square(37.2)], name=["الشعار"]), "--dry-run")
    assert "Matched: 1 features" in report
    assert "A dry run, nothing was changed; shapes new or changed: 1" in report
    assert list(Boundary.objects.order_by("pk").values_list("pk", "retired_at")) == before


def test_a_second_time_changes_nothing(known, tmp_path, capsys):
    path = file(tmp_path / "a.gpkg", [square(37.2), square(37.3)], name=["الشعار", "السكري"])
    assert "Shapes new or changed: 2; as they were: 0." in told(capsys, path)
    count = Boundary.objects.count()
    assert "Shapes new or changed: 0; as they were: 2." in told(capsys, path)
    assert Boundary.objects.count() == count


def test_what_holds_of_all_outlines_is_stored_with_them(loaded, tmp_path):
    call_command(
        "load_places", "--boundaries", str(file(tmp_path / "a.gpkg", [square(37.2)], name=["الشعار"])),
        "--source", "Survey", "--licence", "CC BY 4.0", "--precision-m", "25",
        "--valid-from", "2012-01-01", "--valid-until", "2017-01-01",
    )  # fmt: skip
    row = Boundary.objects.get(method="imported")
    assert (row.source, row.licence, row.precision_m) == ("Survey", "CC BY 4.0", 25)
    on = {year: Boundary.objects.on(date(year, 6, 1)).get(place__slug="shaar").method for year in (2011, 2014, 2018)}
    assert on == {2011: "built", 2014: "imported", 2018: "built"}
    loading.load()
    assert Boundary.objects.on(date(2014, 6, 1)).get(place__slug="shaar") == row


BAD_OPTIONS = [
    (["--valid-from", "2016-01-01", "--valid-until", "2016-01-01"], "is not after"),
    (["--valid-from", "1 May"], "“1 May” is no day"),
    (["--precision-m", "-3"], "“-3” is no whole number"),
    (["--precision-m", "99999999999"], "--precision-m: "),
    (["--licence", "x" * 101], "--licence: "),
    (["--layer", "other"], "has no layer “other”"),
]


@pytest.mark.parametrize(("options", "why"), BAD_OPTIONS)
def test_a_bad_option_is_named(known, tmp_path, options, why):
    path = file(tmp_path / "a.gpkg", [square(37.2)], name=["الشعار"])
    with pytest.raises(CommandError, match=why):
        call_command("load_places", "--boundaries", str(path), *options)
    assert not imported()


def test_an_empty_gazetteer_is_to_be_loaded_first(db, tmp_path):
    with pytest.raises(CommandError, match="The gazetteer holds no places"):
        call_command("load_places", "--boundaries", str(file(tmp_path / "a.gpkg", [square(37.2)], name=["الشعار"])))


def test_options_of_outlines_need_a_file(db):
    with pytest.raises(CommandError, match="--dry-run goes with --boundaries"):
        call_command("load_places", "--dry-run")


def test_ten_thousand_features_are_read(known, tmp_path, capsys):
    shapes = [square(37.0 + 0.004 * (n % 100), 36.1 + 0.003 * (n // 100), 0.003) for n in range(10_000)]
    names = ["الشعار", *(f"Parcel {n}" for n in range(1, 10_000))]
    report = told(capsys, file(tmp_path / "a.gpkg", shapes, name=names))
    assert "Features: 10000\nMatched: 1 features" in report
    assert "… and 9799 more (--verbosity 2 lists all)" in report


@pytest.mark.skipif(not SHARED.exists(), reason="the boundary file is not part of the project and is not beside it")
def test_a_real_file_matches_its_places(loaded):
    report = boundaries.load(SHARED / "csr_neighborhoods_2016_MIT.geojson")
    with open(SHARED / "csr_feature_to_slug.csv", encoding="utf-8") as truth:
        expected = {int(row["csr_feature_index"]) + 1: row["slug"] for row in csv.DictReader(truth)}
    wrong = {number: slug for number, slug in report.slugs().items() if expected.get(number) != slug}

    assert len(report.slugs()) - len(wrong) >= 120, report.unmatched + report.ambiguous
    assert len(wrong) <= 2, wrong
    assert len(report.matched) + len(report.unmatched) + len(report.ambiguous) == 133
