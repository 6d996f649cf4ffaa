"""Other gazetteers taken in: matched by identifier and slug, added to, created, and never by name alone."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.gis.geos import Point
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gazetteer import intake
from gazetteer.finder import Finder
from gazetteer.models import Boundary, Identifier, Membership, Place, PlaceName, Redirect
from gazetteer.queries import names_for_finder
from gazetteer.readers.entry import Entry, Name
from gazetteer.readers.entry import Identifier as SaidIdentifier

HEADER = "slug,kind,name_ar,name_en,alt_ar,alt_en,lon,lat,identifiers,within,regions\n"


@pytest.fixture
def mithal(db) -> Place:
    """A place that we have: known to GeoNames as 900001."""
    place = Place.objects.create(slug="mithal", kind="quarter", position=Point(37.5, 36.5, srid=4326))
    PlaceName.objects.create(place=place, text="مثال", language="ar", kind="preferred")
    Identifier.objects.create(place=place, authority="geonames", value="900001")
    return place


def csv(folder, *rows: str) -> str:
    path = folder / "places.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return str(path)


def load(path, **options) -> None:
    call_command("load_places", path, format="csv", **options)


def everything() -> list:
    tables = (Place, PlaceName, Identifier, Membership, Boundary)
    return [list(table.objects.order_by("pk").values_list()) for table in tables]


def test_a_place_is_found_by_identifier_though_the_slug_is_another(mithal, tmp_path, capsys):
    load(csv(tmp_path, "other,town,مثال الجديد,Mithal,,Methal,37.6,36.6,geonames:900001;tgn:7 (close),,"))

    assert "Matched: 1 places. New: 3 names, 1 identifiers." in capsys.readouterr().out
    assert Place.objects.get() == mithal
    assert set(mithal.names.values_list("text", "kind")) == {
        ("مثال", "preferred"), ("مثال الجديد", "alias"), ("Mithal", "preferred"), ("Methal", "transliteration"),
    }  # fmt: skip
    assert (mithal.kind, mithal.position.coords) == ("quarter", (37.5, 36.5)), "what editors hold stays"
    assert mithal.identifiers.get(authority="tgn").match == "close"


def test_a_place_is_found_by_slug_and_by_a_slug_it_had_before(mithal, tmp_path):
    Redirect.objects.create(slug="methal", place=mithal)
    load(csv(tmp_path, "mithal,quarter,,Mithal,,,,,osm:node/5,,"))
    load(csv(tmp_path, "methal,quarter,,Mithal,,,,,osm:node/6,,"))
    assert set(mithal.identifiers.filter(authority="osm").values_list("value", flat=True)) == {"node/5", "node/6"}


def test_a_close_match_is_no_match(mithal, tmp_path):
    load(csv(tmp_path, "far,town,,Far,,,38,37,geonames:900001 (close),,"))
    assert Place.objects.get(slug="far").identifiers.get().match == "close"


def test_the_same_name_makes_no_match_but_is_told(mithal, tmp_path, capsys):
    load(csv(tmp_path, "new,quarter,المثال,New,مثال,,37.5,36.509,,,"))
    assert Place.objects.count() == 2
    assert "line 2: New may be the same place as “mithal”, 1.0 km away" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["csv", "geonames", "lpf", "cod-ab"])
def test_the_same_file_again_changes_nothing(mithal, tmp_path, capsys, form):
    square = [[[37.5, 36.5], [37.6, 36.5], [37.6, 36.6], [37.5, 36.5]]]
    contents = {
        "csv": HEADER + "east,region,الشرق,East,,,37.6,36.6,,,\na,quarter,أ ب,Ab,,,37.5,36.5,,,east\n",
        "geonames": "\t".join(
            ["5", "Mithal", "Mithal", "مثال,تل", "36.5", "37.5", "P", "PPL", *[""] * 6, "9", *[""] * 4]
        ),
        "lpf": json.dumps({"type": "FeatureCollection", "features": [{
            "@id": "https://x.example/1", "type": "Feature", "properties": {"title": "A"}, "types": [{"label": "town"}],
            "names": [{"toponym": "Ab", "lang": "en"}], "geometry": {"type": "Polygon", "coordinates": square},
        }]}),
        "cod-ab": "ADM3_PCODE,ADM4_PCODE,ADM4_EN,lon,lat\nXX01,X9,Ab,37.5,36.5\n",
    }  # fmt: skip
    path = tmp_path / "file.csv"
    path.write_text(contents[form], encoding="utf-8")

    call_command("load_places", str(path), format=form)
    before = everything()
    assert len(before[0]) > 1
    call_command("load_places", str(path), format=form)
    assert everything() == before
    assert "New: nothing." in capsys.readouterr().out


def test_new_places_get_slugs_of_their_own(mithal):
    def entry(number: str, *texts: str) -> Entry:
        names = tuple(Name(text, "en") for text in texts)
        identifiers = (SaidIdentifier("geonames", number),)
        return Entry(number, None, "village", (37.5, 36.5), names, identifiers)

    intake.take_in(
        [entry("1", "Mithal"), entry("2", "Mithal"), entry("3", "Tall Ḥamrā"), entry("4", "تل"), entry("5", "x" * 99)]
    )
    assert set(Place.objects.values_list("slug", flat=True)) == {
        "mithal", "mithal-1", "mithal-2", "tall-hamra", "village", "x" * 60,
    }  # fmt: skip


def test_parents_are_found_in_the_file_and_in_the_database_and_those_unknown_are_told(db, tmp_path, capsys):
    above = tmp_path / "adm3.csv"
    above.write_text("ADM3_PCODE,ADM3_EN,lon,lat\nXX01,North,37.5,36.5\n")
    below = tmp_path / "adm4.csv"
    below.write_text("ADM3_PCODE,ADM4_PCODE,ADM4_EN,lon,lat\nXX01,X9,Ab,37.5,36.5\nXX02,X8,Cd,37.5,36.5\n")
    call_command("load_places", str(above), format="cod-ab")
    call_command("load_places", str(below), format="cod-ab")

    assert list(Membership.objects.values_list("region__slug", "member__slug")) == [("north", "ab")]
    assert "Parents not known: 1." in (told := capsys.readouterr().out) and "ocha-pcode:XX02" in told


def test_a_landmark_is_within_a_place_and_a_quarter_belongs_to_a_region(mithal, tmp_path):
    load(csv(
        tmp_path, "gate,landmark,باب,Gate,,,37.5,36.5,,mithal,old", "old,region,القديمة,Old,,,37.5,36.5,,,",
        "mithal,quarter,,Mithal,,,,,,,old",
    ))  # fmt: skip
    assert Place.objects.get(slug="gate").within == mithal
    assert set(Membership.objects.values_list("member__slug", flat=True)) == {"gate", "mithal"}


WRONG = [
    ("twice in the file", ["a,town,,A,,,37,36,,,", "a,town,,B,,,37,36,,,"],
     "line 4: slug “a” is also that of places.csv line 3"),
    ("one identifier for two", ["a,town,,A,,,37,36,tgn:7,,", "b,town,,B,,,37,36,tgn:7,,"], "line 4: tgn “7” is also"),
    ("two rows, one place", ["mithal,town,,A,,,37,36,,,", "b,town,,B,,,37,36,geonames:900001,,"],
     "line 4: the place “mithal” is also that of"),
    ("two places at once", ["other,town,,A,,,37,36,geonames:900001,,"],
     "two places at once: .*geonames “900001” is “mithal”"),
    ("no position", ["a,town,,A,,,,,,,"], "line 3: A is new and has no position"),
    ("no such region", ["a,town,,A,,,37,36,,,nowhere"], "line 3: “nowhere” is no slug"),
    ("no region at all", ["a,town,,A,,,37,36,,,mithal"], "line 3: “mithal” is no region"),
    ("part of itself", ["a,region,,A,,,37,36,,,a"], "line 3: A is said to be part of itself"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "rows", "told"), WRONG, ids=[case[0] for case in WRONG])
def test_a_contradiction_is_told_and_nothing_is_loaded(mithal, tmp_path, what, rows, told):
    Place.objects.create(slug="other", kind="town", position=mithal.position)
    before = everything()
    with pytest.raises(CommandError, match=told):
        load(csv(tmp_path, "fine,town,,Fine,,,37,36,,,", *rows))
    assert everything() == before


def test_a_dry_run_shows_the_report_and_changes_nothing(mithal, tmp_path, capsys):
    before = everything()
    load(csv(tmp_path, "new,town,,New,,,37,36,tgn:7,,"), dry_run=True)
    assert "Would be new: 1 places, 1 names, 1 identifiers." in capsys.readouterr().out
    assert everything() == before


def test_a_file_without_format_is_asked_for_one(mithal, tmp_path):
    with pytest.raises(CommandError, match=r"--format geonames\|cod-ab\|lpf\|csv"):
        call_command("load_places", csv(tmp_path))


def test_an_outline_goes_to_places_that_have_none(mithal, tmp_path):
    def told(east: float) -> dict:
        ring = [[37.5, 36.5], [east, 36.5], [east, 36.6], [37.5, 36.5]]
        return {"type": "FeatureCollection", "features": [{
            "@id": "x:1", "type": "Feature", "properties": {"title": "M", "slug": "mithal", "kind": "quarter"},
            "names": [{"toponym": "M"}], "geometry": {"type": "Polygon", "coordinates": [ring]},
        }]}  # fmt: skip

    for east in (37.6, 37.7):
        (tmp_path / "x.json").write_text(json.dumps(told(east)))
        call_command("load_places", str(tmp_path / "x.json"), format="lpf")
    assert Boundary.objects.get().shape.extent[2] == pytest.approx(37.6), "only --boundaries replaces outlines"


# A whole country

SYLLABLES = ("tall", "kafr", "bayt", "ayn", "umm", "deir", "maar", "khan", "qasr", "jubb")
ARABIC = ("تل", "كفر", "بيت", "عين", "أم", "دير", "معر", "خان", "قصر", "جب")


def country(number: int) -> list[str]:
    """Rows of made-up villages, four names each."""
    rows = []
    for n in range(number):
        digits = [int(digit) for digit in f"{n:04d}"]
        en, ar = " ".join(SYLLABLES[d] for d in digits), " ".join(ARABIC[d] for d in digits)
        position = f"{36 + n % 100 / 20},{33 + n // 100 / 20}"
        rows.append(f"v{n},village,{ar},{en},{ar} الكبير,{en} kabir,{position},made-up:{n},,all")
    return ["all,region,الكل,All,,,38,35,,,", *rows]


def queries_of(action) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        action()
    return len(captured)


def test_five_thousand_places_take_as_many_queries_as_fifty(db, tmp_path, admin_client):
    def measure() -> dict[str, int]:
        assert get_user_model().objects.exists()
        pages = {"admin": "/admin/gazetteer/place/", "api": "/api/v1/places?limit=500", "out": "/api/v1/gazetteer"}
        counts = {
            name: queries_of(lambda address=address: admin_client.get(address).content)
            for name, address in pages.items()
        }
        counts["finder"] = queries_of(lambda: Finder(names_for_finder()))
        return counts

    few = queries_of(lambda: load(csv(tmp_path, *country(50))))
    before = measure()
    Place.objects.all().delete()
    many = queries_of(lambda: load(csv(tmp_path, *country(5000))))

    assert (Place.objects.count(), PlaceName.objects.count(), Membership.objects.count()) == (5001, 20002, 5000)
    assert many == few
    assert measure() == before
    assert Finder(names_for_finder()).find("وصل إلى تل كفر بيت عين أمس")[0].slugs == ("v123",)
