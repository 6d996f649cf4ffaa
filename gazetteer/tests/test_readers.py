"""Readers of other gazetteers: what each format says, and what is said of bad lines. All files are made up here."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.models import Identifier as StoredIdentifier
from gazetteer.models import Place, PlaceName
from gazetteer.readers import lpf, read
from gazetteer.readers.authorities import of, uri
from gazetteer.readers.checks import check
from gazetteer.readers.days import read_when, write_when
from gazetteer.readers.entry import KINDS, LANGUAGES, MATCHES, NAME_KINDS, Identifier, Name, Parent
from gazetteer.tables import BadRow


def test_the_words_are_those_of_the_tables():
    assert list(KINDS) == Place.Kind.values
    assert list(LANGUAGES) == PlaceName.Language.values
    assert list(NAME_KINDS) == PlaceName.Kind.values
    assert list(MATCHES) == StoredIdentifier.Match.values


def file(folder, name: str, content) -> object:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def only(folder, name: str, content, form: str):
    (entry,) = read(file(folder, name, content), form).entries
    return entry


# GeoNames


def line(number="900001", name="Tall Mithal", ascii_name="Tall Mithal", alternates="", lat="36.5", lon="37.5",
         feature_class="P", code="PPL", population="0"):  # fmt: skip
    cells = [number, name, ascii_name, alternates, lat, lon, feature_class, code, "SY", "", "09", "", "", "",
             population, "", "400", "Asia/Damascus", "2020-01-01"]  # fmt: skip
    return "\t".join(cells)


def test_a_geonames_line_is_a_place_whose_alternates_are_told_apart_by_script(tmp_path):
    told = line(name="Tall Mithāl", alternates="Tell Mithal,تل مثال,تل المثال,Телль,Tall Mithal")
    entry = only(tmp_path, "XX.txt", told + "\n", "geonames")

    assert (entry.slug, entry.kind, entry.position) == (None, "village", (37.5, 36.5))
    assert entry.identifiers == (Identifier("geonames", "900001"),)
    assert (entry.source, entry.licence) == ("GeoNames", "CC BY 4.0")
    assert [(name.text, name.language, name.kind) for name in entry.names] == [
        ("Tall Mithāl", "en", "preferred"), ("Tall Mithal", "en", "transliteration"),
        ("Tell Mithal", "en", "transliteration"), ("تل مثال", "ar", "preferred"), ("تل المثال", "ar", "alias"),
        ("Телль", "und", "transliteration"),
    ]  # fmt: skip


FEATURES = [
    ("P", "PPLX", "0", "neighbourhood"), ("P", "PPL", "4999", "village"), ("P", "PPL", "5000", "town"),
    ("P", "PPLA2", "0", "town"), ("P", "PPLL", "0", "village"), ("A", "ADM2", "0", "region"),
    ("S", "MSQE", "0", "landmark"),
    ("R", "ST", "0", "road"), ("L", "RGN", "0", "region"),
]  # fmt: skip


@pytest.mark.parametrize(("feature_class", "code", "population", "kind"), FEATURES)
def test_feature_codes_become_kinds(tmp_path, feature_class, code, population, kind):
    told = line(feature_class=feature_class, code=code, population=population)
    assert only(tmp_path, "XX.txt", told, "geonames").kind == kind


def test_hills_and_wadis_are_left_out_and_counted(tmp_path):
    told = [line(), line("2", feature_class="T", code="HLL"), line("3", feature_class="A", code="ADM3H")]
    reading = read(file(tmp_path, "XX.txt", "\n".join(told)), "geonames")
    assert (len(reading.entries), reading.skipped) == (1, 2)


# COD-AB

COD = "ADM1_EN,ADM1_PCODE,Adm3_PCODE,ADM4_EN,ADM4_AR,ADM4_PCODE,ADM4ALT1_EN,LONGITUDE_X,LATITUDE_Y\n"


def test_a_cod_row_is_the_place_of_its_deepest_level_with_the_level_above_as_parent(tmp_path):
    entry = only(tmp_path, "adm4.csv", COD + "North,XX01,XX010203,Mithal,مثال,X9001,Methal,37.5,36.5\n", "cod-ab")

    assert (entry.kind, entry.position) == ("village", (37.5, 36.5))
    assert entry.identifiers == (Identifier("ocha-pcode", "X9001"),)
    assert entry.parents == (Parent("ocha-pcode", "XX010203"),)
    assert {(name.text, name.language, name.kind) for name in entry.names} == {
        ("Mithal", "en", "preferred"), ("مثال", "ar", "preferred"), ("Methal", "en", "transliteration"),
    }  # fmt: skip


def test_newer_column_names_are_read_by_script(tmp_path):
    told = "adm2_name,adm2_name1,adm2_pcode,adm1_pcode,center_lon,center_lat\nMithal,مثال,XX0102,XX01,37.5,36.5\n"
    entry = only(tmp_path, "adm2.csv", told, "cod-ab")
    assert (entry.kind, entry.name("ar"), entry.name("en"), entry.position) == (
        "region",
        "مثال",
        "Mithal",
        (37.5, 36.5),
    )


def test_a_cod_map_file_gives_outline_and_a_point_inside_it_in_degrees(tmp_path):
    import geopandas
    from shapely.geometry import box, shape

    frame = geopandas.GeoDataFrame(
        {"ADM3_EN": ["Mithal"], "ADM3_PCODE": ["XX010203"], "ADM2_PCODE": ["XX0102"]},
        geometry=[box(37.5, 36.5, 37.6, 36.6)], crs="EPSG:4326",
    )  # fmt: skip
    frame.to_crs("EPSG:32637").to_file(tmp_path / "adm3.gpkg")
    (entry,) = read(tmp_path / "adm3.gpkg", "cod-ab").entries

    assert entry.kind == "region" and shape(json.loads(entry.shape.geojson)).area == pytest.approx(0.01, rel=1e-3)
    assert entry.position == pytest.approx((37.55, 36.55), abs=0.01)
    assert entry.shape.licence == "CC BY-IGO"


# Linked Places Format


def feature(**members) -> dict:
    given = {
        "@id": "https://gazetteer.example/places/7", "type": "Feature", "properties": {"title": "Mithal"},
        "types": [{"identifier": "aat:300008372", "label": "village"}],
        "names": [{"toponym": "Mithal", "lang": "en"}],
        "geometry": {"type": "Point", "coordinates": [37.5, 36.5]},
    }  # fmt: skip
    return {**given, **members}


def collection(*features) -> dict:
    return {"type": "FeatureCollection", "features": list(features)}


def test_a_linked_place_tells_names_with_days_and_who_writes_them(tmp_path):
    names = [
        {"toponym": "Mithal", "lang": "eng", "citations": [{"label": "Made-up Atlas"}]},
        {"toponym": "Mithal al-Atiqa", "lang": "en",
         "when": {"timespans": [{"start": {"in": "1920?"}, "end": {"latest": "1963-03"}}]}},
        {"toponym": "مثال", "lang": "ar"}, {"toponym": "Ancient", "lang": "grc", "kind": "former"},
    ]  # fmt: skip
    entry = only(tmp_path, "x.json", collection(feature(names=names)), "lpf")

    assert entry.names == (
        Name("Mithal", "en", "preferred", "Made-up Atlas"),
        Name("Mithal al-Atiqa", "en", "transliteration", "", date(1920, 1, 1), date(1963, 4, 1)),
        Name("مثال", "ar", "preferred"),
        Name("Ancient", "und", "former"),
    )


def test_a_linked_place_tells_identifiers_relations_and_geometries(tmp_path):
    ring = [[37.4, 36.4], [37.6, 36.4], [37.6, 36.6], [37.4, 36.4]]
    told = feature(
        geometry={"type": "GeometryCollection", "geometries": [
            {"type": "Point", "coordinates": [37.5, 36.5, 400], "certainty": "less-certain",
             "citations": [{"label": "A"}]},
            {"type": "Polygon", "coordinates": [ring], "citations": [{"label": "B"}]}, "null",
        ]},
        links=[{"type": "exactMatch", "identifier": "http://www.geonames.org/900001/"},
               {"type": "closeMatch", "identifier": "wd:Q1"}, {"type": "seeAlso", "identifier": "https://x.example"}],
        relations=[{"relationType": "gvp:broaderPartitive", "relationTo": "https://gazetteer.example/places/8"}],
    )  # fmt: skip
    entry = only(tmp_path, "x.json", collection(told), "lpf")

    assert entry.identifiers == (
        Identifier("uri", "https://gazetteer.example/places/7"),
        Identifier("geonames", "900001"),
        Identifier("wikidata", "Q1", "close"),
    )
    assert entry.parents == (Parent("uri", "https://gazetteer.example/places/8"),)
    assert (entry.position, entry.confidence, entry.source) == ((37.5, 36.5), "medium", "A")
    assert json.loads(entry.shape.geojson)["type"] == "MultiPolygon" and entry.shape.source == "B"


def test_a_bowtie_is_repaired_and_well_known_text_is_read(tmp_path):
    bowtie = {"geo_wkt": "POLYGON((37 36, 38 37, 38 36, 37 37, 37 36))"}
    told = feature(geometry={"type": "GeometryCollection", "geometries": [bowtie]})
    entry = only(tmp_path, "x.json", collection(told), "lpf")
    assert len(json.loads(entry.shape.geojson)["coordinates"]) == 2
    assert entry.position


SPANS = [(None, None), (date(2012, 7, 19), None), (None, date(2016, 12, 23)), (date(1, 1, 1), date(2017, 1, 1))]


@pytest.mark.parametrize("span", SPANS)
def test_days_go_there_and_back(span):
    assert read_when(write_when(*span).get("when")) == span


URIS = [
    ("geonames", "170063"), ("wikidata", "Q41183"), ("osm", "node/5"), ("uri", "https://x.example/1"),
    ("ocha-pcode", "C1007"), ("my list", "a:b c/ü"), ("geonames", "not a number"),
]  # fmt: skip


@pytest.mark.parametrize("identifier", URIS)
def test_identifiers_go_there_and_back(identifier):
    assert of(uri(*identifier)) == identifier


# Our own CSV

HEADER = "slug,kind,name_ar,name_en,alt_ar,alt_en,lon,lat,other_names,identifiers,within,regions,source\n"


def test_a_csv_row_tells_all(tmp_path):
    row = (
        "mithal,quarter,مثال,Mithal,المثال;مثال القديم,Methal;'=Mithal\\;x,37.5,36.5,fr:alias:Mitale,"
        "geonames:900001;tgn:7 (close),old,east 2012-07-19/2016-12-23;west,Made-up list\n"
    )
    entry = only(tmp_path, "x.csv", HEADER + row, "csv")

    assert (entry.slug, entry.kind, entry.source) == ("mithal", "quarter", "Made-up list")
    assert [(name.text, name.language, name.kind) for name in entry.names] == [
        ("مثال", "ar", "preferred"), ("Mithal", "en", "preferred"), ("المثال", "ar", "alias"),
        ("مثال القديم", "ar", "alias"), ("Methal", "en", "transliteration"), ("'=Mithal;x", "en", "transliteration"),
        ("Mitale", "fr", "alias"),
    ]  # fmt: skip
    assert entry.identifiers == (Identifier("geonames", "900001"), Identifier("tgn", "7", "close"))
    assert entry.parents == (
        Parent("slug", "old", "within"),
        Parent("slug", "east", "member", date(2012, 7, 19), date(2016, 12, 23)),
        Parent("slug", "west", "member"),
    )


def test_columns_that_nobody_reads_are_told(tmp_path):
    told = "slug,kind,name_ar,name_en,alt-en,lon,lat\nx,town,مثال,Mithal,Methal,37.5,36.5\n"
    assert read(file(tmp_path, "x.csv", told), "csv").remarks == ["Columns not read: alt-en."]


# Bad files


def row(slug="mithal", kind="quarter", ar="مثال", en="Mithal", lon="37.5", lat="36.5", others="", ids="", regions=""):
    return HEADER + f"{slug},{kind},{ar},{en},,,{lon},{lat},{others},{ids},,{regions},\n"


def area(**facts) -> dict:
    ring = [[37.5, 36.5], [37.6, 36.5], [37.6, 36.6], [37.5, 36.5]]
    return {"geometry": {"type": "Polygon", "coordinates": [ring], **facts}}


SURROGATE = "\ud800"
BAD = [
    ("geonames", "a\tb\n", "line 1: 2 columns"),
    ("geonames", line("x"), "line 1: geonameid “x” is no number"),
    ("geonames", line(lat="north"), "line 1: latitude “north” is no number"),
    ("geonames", line(lat="137.5"), "line 1: latitude 137.5 lies outside -90 to 90"),
    ("geonames", line(population="many"), "line 1: population “many”"),
    ("geonames", line(feature_class="T"), "tells no place"),
    ("cod-ab", "name,code\nx,1\n", "line 2: no column such as ADM4_PCODE"),
    ("cod-ab", COD + "North,XX01,XX010203,Mithal,مثال,,,37.5,36.5\n", "line 2: ADM4_PCODE is empty"),
    ("cod-ab", COD + "North,XX01\n", "line 2: 2 cells under 9 columns"),
    ("cod-ab", COD + "North,XX01,XX010203,,,X9001,,37.5,36.5\n", "line 2: no name"),
    ("lpf", "hello", "is no JSON"),
    ("lpf", "[]", "has no list “features”"),
    ("lpf", collection(7), "feature 1: no feature with properties"),
    ("lpf", collection(feature(types=[])), r"feature 1 \(Mithal\): types say no kind"),
    ("lpf", collection(feature(names="Mithal")), "names is no list of objects"),
    ("lpf", collection(feature(names=[])), "no name"),
    ("lpf", collection(feature(geometry={"type": "Point", "coordinates": ["a"]})), "geometry cannot be read"),
    ("lpf", collection(feature(geometry={"type": "Point", "coordinates": [36.5, 137.5]})), "lat 137.5 lies outside"),
    ("lpf", collection(feature(names=[{"toponym": "x", "when": {"timespans": [{"start": {"in": "soon"}}]}}])),
     "when of name “x”: “soon” is no day"),
    ("lpf", collection(feature(names=[{"toponym": "x", "when": 7}])), "when of name “x”"),
    ("lpf", collection(feature(**area(precision_m=-5))), r"feature 1 \(Mithal\): precision_m -5 lies outside"),
    ("lpf", collection(feature(**area(precision_m=10**12))), "precision_m 1000000000000 lies outside"),
    ("lpf", collection(feature(**area(licence=SURROGATE))), r"control character U\+D800"),
    ("lpf", collection(feature(properties={"title": SURROGATE, "kind": "town"})), r"control character U\+D800"),
    ("lpf", collection(feature(properties={"licence": SURROGATE, "kind": "town"})), r"control character U\+D800"),
    ("lpf", collection(feature(relations=[{"relationType": "gvp:broaderPartitive", "relationTo": f"x:{SURROGATE}"}])),
     r"region holds the control character U\+D800"),
    ("csv", "kind,name_ar\ntown,x\n", "line 2: no column name_en, lon, lat"),
    ("csv", row(slug="a b"), "line 2: slug “a b”"),
    ("csv", row(slug=""), "line 2: no slug and no identifier"),
    ("csv", row(kind="castle"), "line 2: kind “castle” is unknown. Use one of neighbourhood"),
    ("csv", row(ar="", en=""), "line 2: no name"),
    ("csv", row(en="ًً"), "has no letters"),
    ("csv", row(en="a\0b"), "control character"),
    ("csv", row(en="x" * 201), "has 201 characters"),
    ("csv", row(lon="east"), "line 2: lon “east” is no number"),
    ("csv", row(lon="nan"), "line 2: lon nan lies outside"),
    ("csv", row(others="Alep"), "other_names “Alep” is not language:kind:name"),
    ("csv", row(others="xx:alias:Alep"), "language “xx” is unknown"),
    ("csv", row(others="en:preferred:Other"), "two preferred names in “en”"),
    ("csv", row(ids="900001"), "identifiers “900001” is not authority:value"),
    ("csv", row(regions="east 2016-02-30/"), "which is no day"),
    ("csv", row(regions="east 2016-12-01/2016-01-01"), "before it begins"),
    ("csv", HEADER, "tells no place"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "content", "told"), BAD)
def test_a_bad_record_is_named_with_what_to_do(tmp_path, form, content, told):
    with pytest.raises(BadRow, match=told):
        read(file(tmp_path, "bad.csv", content), form)


KEYS = [
    "toponym", "lang", "when", "timespans", "start", "end", "in", "type", "coordinates", "geometries",
    "identifier", "label", "citations", "kind", "slug", "relationType", "relationTo", "certainty", "geo_wkt",
    "value",
]  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.sampled_from(["Point", "exactMatch"])
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
)


@given(
    st.sampled_from(["@id", "properties", "types", "names", "geometry", "links", "relations", "descriptions"]), ANYTHING
)
def test_a_feature_with_anything_in_it_is_read_or_told(member, anything):
    for value in (anything, [anything]):
        try:
            check(lpf.entry("feature 1", (feature(**{member: value}), {})))
        except BadRow as error:
            assert str(error).startswith("feature 1")


def test_every_bad_line_is_named(tmp_path):
    lines = [line(str(number), lat="x" if number in (2, 4) else "36.5") for number in range(1, 6)]
    with pytest.raises(BadRow) as raised:
        read(file(tmp_path, "XX.txt", "\n".join(lines)), "geonames")
    assert [told.split(":")[0] for told in raised.value.lines] == ["XX.txt line 2", "XX.txt line 4"]


def test_a_file_that_is_not_utf8_or_not_there_is_told(tmp_path):
    (tmp_path / "x.csv").write_bytes("slug,kind\nمثال,x\n".encode("cp1256"))
    with pytest.raises(BadRow, match="not in UTF-8"):
        read(tmp_path / "x.csv", "csv")
    with pytest.raises(BadRow, match="is no file"):
        read(tmp_path / "absent.csv", "csv")
