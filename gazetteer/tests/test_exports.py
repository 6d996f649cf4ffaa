"""The gazetteer taken away: licence and citation in every file, and the same gazetteer when it is loaded again."""

import csv
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from gazetteer import exports, loading
from gazetteer.models import Boundary, Identifier, Membership, Place, PlaceName


@pytest.fixture
def loaded(db):
    """Our gazetteer with one of everything that a format may find hard to carry."""
    loading.load()
    shaar, landmark = Place.objects.get(slug="shaar"), Place.objects.filter(kind="landmark").first()
    Place.objects.filter(pk=landmark.pk).update(within=shaar, notes="=1+1")
    for text, language, kind in [
        ("Chaar", "fr", "preferred"), ("Şaar", "tr", "alias"), ("الشعار القديم", "ar", "former"),
        ("=cmd;x\\y", "en", "alias"),
        ("+963", "und", "alias"), ("-حي", "ar", "alias"), ("حي الشعار كله", "ar", "collective"),
    ]:  # fmt: skip
        PlaceName.objects.create(place=shaar, text=text, language=language, kind=kind, source="Made-up list")
    PlaceName.objects.filter(text="الشعار القديم").update(used_from=date(1930, 1, 1), used_until=date(1963, 3, 8))
    for authority, value, match in [
        ("geonames", "900001", "exact"), ("ocha-pcode", "X1", "close"), ("my:list", "a;b:c (1)", "exact"),
        ("uri", "https://x.example/1", "broad"),
    ]:  # fmt: skip
        Identifier.objects.create(place=shaar, authority=authority, value=value, match=match)
    Membership.objects.filter(member=shaar).update(valid_from=date(2012, 7, 19), valid_until=date(2016, 12, 23))


def known(*, days_and_sources: bool) -> dict:
    """All that is told of each place, by slug."""

    def name(row) -> tuple:
        return (
            row.text,
            row.language,
            row.kind,
            *((row.source, row.used_from, row.used_until) if days_and_sources else ()),
        )

    return {
        place.slug: {
            "kind": place.kind, "side": place.side_of_city, "old": place.in_old_city, "notes": place.notes,
            "position": (round(place.position.x, 5), round(place.position.y, 5)),
            "origin": (place.position_source, place.position_confidence),
            "within": place.within and place.within.slug,
            "names": {name(row) for row in place.names.all()},
            "identifiers": {(row.authority, row.value, row.match) for row in place.identifiers.all()},
            "regions": {(row.region.slug, row.valid_from, row.valid_until) for row in place.regions.all()},
        }
        for place in Place.objects.select_related("within").prefetch_related("names", "identifiers", "regions__region")
    }  # fmt: skip


@pytest.mark.parametrize("form", ["lpf", "csv"])
def test_what_is_exported_and_loaded_into_an_empty_database_is_the_same(loaded, tmp_path, form):
    before = known(days_and_sources=form == "lpf")
    shapes = {row.place.slug: row for row in Boundary.objects.current().select_related("place")}
    call_command("export_places", format=form, out=tmp_path / "file")
    Place.objects.all().delete()
    call_command("load_places", str(tmp_path / "file"), format=form)

    assert known(days_and_sources=form == "lpf") == before
    if form == "lpf":
        again = {row.place.slug: row for row in Boundary.objects.current().select_related("place")}
        assert again.keys() == shapes.keys() and len(shapes) > 100
        for slug, row in again.items():
            assert (row.method, row.source, row.precision_m) == (
                shapes[slug].method, shapes[slug].source, shapes[slug].precision_m,
            )  # fmt: skip
            assert row.shape.sym_difference(shapes[slug].shape).area < 1e-6, slug


@pytest.mark.parametrize("form", ["lpf", "csv"])
def test_loading_an_export_over_its_origin_changes_nothing(loaded, tmp_path, capsys, form):
    call_command("export_places", format=form, out=tmp_path / "file")
    call_command("load_places", str(tmp_path / "file"), format=form)
    assert f"Matched: {Place.objects.count()} places. New: nothing." in capsys.readouterr().out


def test_no_cell_of_the_csv_is_a_formula(loaded, settings):
    rows = list(csv.DictReader(exports.render("csv").splitlines()))
    cells = [cell for row in rows for name, cell in row.items() if name not in ("lon", "lat")]
    assert len(rows) == Place.objects.count()
    assert any(cell == "'=1+1" for cell in cells)
    assert not [cell for cell in cells if cell.strip()[:1] in tuple("=+-@")]
    assert all(
        (row["licence"], row["citation"]) == (settings.GAZETTEER_LICENCE, settings.GAZETTEER_CITATION) for row in rows
    )


def test_the_linked_places_carry_licence_links_and_relations(loaded, settings):
    settings.GAZETTEER_SITE = "https://tracker.example"
    collection = json.loads(exports.render("lpf"))
    features = {row["properties"]["slug"]: row for row in collection["features"]}
    shaar = features["shaar"]

    assert collection["indexing"]["license"] == settings.GAZETTEER_LICENCE
    assert collection["indexing"]["citation"] == settings.GAZETTEER_CITATION
    assert shaar["@id"] == "https://tracker.example/places/shaar/"
    assert {"type": "exactMatch", "identifier": "https://www.geonames.org/900001"} in shaar["links"]
    assert {
        "relationType": "gvp:tgn3317_member_of", "relationTo": "https://tracker.example/places/east-aleppo/",
        "label": "part of East Aleppo",
        "when": {"timespans": [{"start": {"in": "2012-07-19"}, "end": {"in": "2016-12-22"}}]},
    } in shaar["relations"]  # fmt: skip
    assert all(row["geometry"]["geometries"][0]["type"] == "Point" for row in features.values())


def test_geojson_opens_in_geopandas_with_the_licence_beside(loaded, settings, tmp_path):
    import geopandas

    call_command("export_places", format="geojson", out=tmp_path / "gazetteer.geojson")
    collection = json.loads((tmp_path / "gazetteer.geojson").read_text(encoding="utf-8"))
    frame = geopandas.read_file(tmp_path / "gazetteer.geojson").set_index("slug")

    assert (collection["licence"], collection["citation"]) == (settings.GAZETTEER_LICENCE, settings.GAZETTEER_CITATION)
    assert len(frame) == Place.objects.count() and frame.crs == "EPSG:4326"
    assert (frame.loc["shaar"].name_ar, frame.loc["shaar"].geometry.geom_type) == ("الشعار", "MultiPolygon")
    assert set(frame.geometry.geom_type) == {"Point", "MultiPolygon"}


SERVED = [
    ("geojson", "application/geo+json", "gazetteer.geojson"), ("csv", "text/csv; charset=utf-8", "gazetteer.csv"),
    ("lpf", "application/ld+json", "gazetteer.lpf.json"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "media_type", "file_name"), SERVED)
def test_the_address_serves_a_file_once(loaded, client, django_assert_num_queries, form, media_type, file_name):
    with django_assert_num_queries(5):
        answer = client.get(f"/api/v1/gazetteer?format={form}")
    assert (answer.status_code, answer["Content-Type"]) == (200, media_type)
    assert answer["Content-Disposition"] == f'attachment; filename="{file_name}"'
    assert answer.content.decode() == exports.render(form)

    again = client.get(f"/api/v1/gazetteer?format={form}", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    PlaceName.objects.filter(text="Chaar").update(text="Char")
    assert client.get(f"/api/v1/gazetteer?format={form}", headers={"If-None-Match": answer["ETag"]}).status_code == 200


def test_an_unknown_format_is_named(client, db):
    answer = client.get("/api/v1/gazetteer?format=xlsx")
    assert answer.status_code == 400 and "format" in answer.json()["errors"]


def test_an_empty_gazetteer_is_an_empty_file(db):
    assert exports.render("csv").startswith("slug,kind,name_ar")
    assert json.loads(exports.render("geojson"))["features"] == []


def test_a_file_that_cannot_be_written_is_named(db, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_places", format="csv", out=tmp_path)


def test_the_data_page_leads_to_the_three_files(client, db):
    page = client.get("/data/").content.decode()
    for form in exports.FORMATS:
        assert f"/api/v1/gazetteer?format={form}" in page
