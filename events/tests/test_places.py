"""The list of places and the page of one: what is found, what is said, and at what cost."""

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon

from events import control, review
from events.tests import factories
from gazetteer.models import Ambiguity, Boundary, Identifier, Membership, PlaceName

pytestmark = pytest.mark.django_db
DAY = factories.DAY


def shape(place, west, **fields) -> Boundary:
    square = MultiPolygon(Polygon.from_bbox((west, 36.2, west + 0.02, 36.22)), srid=4326)
    return Boundary.objects.create(place=place, shape=square, method=Boundary.Method.BUILT, precision_m=300, **fields)


@pytest.fixture
def places():
    """Two Tishreens, and Shaar with a mosque in it and Sakhour beside it, both of the east."""
    found = {
        slug: factories.place(slug, *names)
        for slug, *names in [
            ("tishreen-hamdaniya", "تشرين", "Tishreen (Hamdaniya)"),
            ("tishreen-north", "حي تشرين", "Tishreen (north-west)"),
            ("shaar", "الشعار", "Shaar"),
            ("sakhour", "الصاخور", "Sakhour"),
            ("mosque", "جامع", "The Mosque", "landmark"),
            ("east", "الأحياء الشرقية", "The East", "region"),
        ]
    }
    found["mosque"].within = found["shaar"]
    found["mosque"].save()
    for number, slug in enumerate(["shaar", "sakhour"]):
        shape(found[slug], 37.15 + number * 0.02)
        Membership.objects.create(region=found["east"], member=found[slug])
    shape(found["tishreen-north"], 37.05)
    return found


def listed(page) -> list[str]:
    return [place.slug for place in page.context["page_obj"]]


FOUND = [
    ("", ["east", "mosque", "sakhour", "shaar", "tishreen-hamdaniya", "tishreen-north"]),
    ("?q=تشرين", ["tishreen-hamdaniya", "tishreen-north"]),
    ("?q=حي+الشعّار", ["shaar"]),
    ("?q=SHAAR", ["shaar"]),
    ("?kind=landmark", ["mosque"]),
    ("?q=shaar&kind=landmark", []),
    ("?kind=castle", ["east", "mosque", "sakhour", "shaar", "tishreen-hamdaniya", "tishreen-north"]),
]


@pytest.mark.parametrize(("query", "slugs"), FOUND)
def test_places_are_found_by_name_and_kind(client, places, query, slugs):
    page = client.get(f"/places/{query}")

    assert listed(page) == slugs
    assert [feature["id"] for feature in page.context["config"]["features"]] == slugs


def test_in_arabic_places_are_listed_by_their_names_without_article_and_hamza(client, places):
    for slug, name in (("ansari", "الأنصاري"), ("aziziya", "العزيزية"), ("ard", "أرض الحمرا")):
        factories.place(slug, name, slug)
    page = client.get("/places/?lang=ar")
    assert listed(page) == [
        "east", "ard", "ansari", "tishreen-hamdaniya", "tishreen-north", "mosque", "shaar", "sakhour", "aziziya",
    ]  # fmt: skip


def test_the_list_shows_both_scripts_and_what_contains_a_landmark(client, places):
    html = client.get("/places/?q=The+Mosque&lang=en").content.decode()

    assert "جامع" in html and "The Mosque" in html and "in Shaar" in html


def test_an_empty_list_says_what_to_do(client, places):
    html = client.get("/places/?q=Atlantis&lang=en").content.decode()

    assert "Try the other script" in html
    assert "All places" in html


WRONG = [
    ("kind=zz&q=shaar", "Kind: No such kind.", 'value="shaar"'),
    (f"kind=landmark&q={'x' * 101}", "Name: ", 'value="landmark" selected'),
    (f"q={'x' * 101}", "Name: ", f'value="{"x" * 101}"'),
    ("q=a%00b", "Name: ", 'value="ab"'),
]


@pytest.mark.parametrize(("query", "field", "kept"), WRONG)
def test_a_filter_that_is_none_is_told_with_its_field_and_the_form_is_kept(client, places, query, field, kept):
    page = client.get(f"/places/?{query}&lang=en")
    html = page.content.decode()

    assert page.status_code == 400
    assert field in html and kept in html and 'aria-invalid="true"' in html and "\0" not in html
    assert "All places are shown instead." in html and len(listed(page)) == len(places)


def test_without_a_gazetteer_the_list_says_how_to_load_one(client):
    assert "load_places" in client.get("/places/?lang=en").content.decode()


def test_what_is_recorded_of_an_ambiguous_name_is_shown(client, places):
    told = {"note": "The northern one lies by the castle.", "note_ar": "الشمالي بجانب القصر."}
    ambiguity = Ambiguity.objects.create(text="تشرين", **told)
    ambiguity.places.set([places["tishreen-hamdaniya"], places["tishreen-north"]])

    for address in ("/places/?q=تشرين&", "/places/tishreen-north/?"):
        in_english, in_arabic = (client.get(f"{address}lang={one}").content.decode() for one in ("en", "ar"))
        assert told["note"] in in_english and told["note_ar"] not in in_english
        assert told["note_ar"] in in_arabic and told["note"] not in in_arabic
    asked = client.get("/api/v1/places?q=تشرين&lang=ar").json()["places"][0]
    assert asked["hit"]["ambiguity"]["note"] == told["note_ar"]


def test_the_list_is_cut_into_pages_and_costs_the_same_however_long(client, places, django_assert_max_num_queries):
    for number in range(60):
        shape(factories.place(f"place-{number}", f"مكان {number}", f"Place {number}"), 37.3)
    with django_assert_max_num_queries(6):
        page = client.get("/places/")
    assert len(listed(page)) == 50

    with django_assert_max_num_queries(6):
        page = client.get("/places/?page=2")
    assert len(listed(page)) == 16


def portrait_of(client, slug):
    return client.get(f"/places/{slug}/?lang=en").context["portrait"]


def test_a_place_knows_what_stands_around_it(client, places):
    Identifier.objects.create(place=places["shaar"], authority="geonames", value="172")
    known = portrait_of(client, "shaar")

    assert [place.slug for place in known.neighbours] == ["sakhour"]
    assert [place.slug for place in known.landmarks] == ["mosque"]
    assert [row.region.slug for row in known.regions] == ["east"]
    assert [str(row) for row in known.identifiers] == ["geonames:172"]
    assert [name.text for name in known.arabic] == ["الشعار"]
    assert [row.member.slug for row in portrait_of(client, "east").members] == ["sakhour", "shaar"]


def test_a_retired_shape_touches_nobody(client, places):
    places["sakhour"].boundaries.update(retired_at=factories.NOON)

    assert portrait_of(client, "shaar").neighbours == []


def test_how_a_shape_was_made_is_said(client, places):
    html = client.get("/places/shaar/?lang=en").content.decode()

    assert "built from points" in html and "approximate" in html and "within about 300 m" in html
    assert "No outline is known" in client.get("/places/tishreen-hamdaniya/?lang=en").content.decode()


def test_what_a_name_may_also_mean_is_said(client, places):
    assert [name.place.slug for name in portrait_of(client, "tishreen-north").namesakes] == ["tishreen-hamdaniya"]
    assert "May also mean" in client.get("/places/tishreen-north/?lang=en").content.decode()
    assert "May also mean" not in client.get("/places/shaar/?lang=en").content.decode()


def test_names_are_shown_with_kind_source_and_dates(client, places):
    PlaceName.objects.create(
        place=places["shaar"], text="Chaar", language="fr", kind="former", source="Mandate map",
        used_from="1920-01-01", used_until="1946-04-17",
    )  # fmt: skip
    html = client.get("/places/shaar/?lang=en").content.decode()

    for said in ("Chaar", "French", "former", "Mandate map", "1 January 1920", "17 April 1946"):
        assert said in html


def test_a_place_with_more_around_it_costs_no_more(client, places, django_assert_max_num_queries):
    with django_assert_max_num_queries(30) as few:
        client.get("/places/shaar/")
    for number in range(12):
        other = factories.place(f"place-{number}", f"مكان {number}", f"Place {number}")
        other.within = places["shaar"]
        other.save()
        shape(other, 37.17)
        Membership.objects.create(region=places["east"], member=other)
    with django_assert_max_num_queries(len(few)):
        client.get("/places/shaar/")


@pytest.mark.parametrize("bbox", ["", "1,2,3", "a,b,c,d", "37.2,36.1,37.1,36.3", "nan,1,2,3", "1,2,3,400"])
def test_outlines_ask_for_a_box_that_makes_sense(client, bbox):
    answer = client.get("/places/outlines", {"bbox": bbox})

    assert answer.status_code == 400
    assert "west,south,east,north" in answer.json()["errors"]["bbox"][0]["message"]


def test_outlines_are_those_in_the_box(client, places, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = client.get("/places/outlines?bbox=37.16,36.1,37.3,36.3").json()

    assert {feature["id"] for feature in found["features"]} == {"shaar", "sakhour"}


SAID = [
    ("contested", "Contested: government and opposition", ""),
    ("shared", "Shared by government and opposition", ", shared"),
    ("claimed", "Claimed by government, not confirmed by others", ""),
    ("assessed", "Held by government", ", assessed"),
]


@pytest.mark.parametrize(("status", "sentence", "beside"), SAID)
def test_the_page_of_a_place_tells_the_status_once(client, places, status, sentence, beside):
    factories.umbrellas()
    parties = {"actor": factories.actor("government")}
    if status in ("contested", "shared"):
        parties["counterparty"] = factories.actor("opposition", "opposition")
    held = factories.entry(place=places["shaar"], status=status, **parties)
    control.enter([held], by=factories.user(), reason="Looked into")

    page = client.get("/places/shaar/?on=2016-12-07&lang=en").text
    assert f"<strong>{sentence}</strong>{beside}, since 17 November 2016." in page


def test_the_only_party_of_a_contested_place_is_named(client, places):
    factories.umbrellas()
    fight = factories.claim(kind="advance", is_partial=True, source=factories.source("sohr", "independent"))
    review.accept(fight, by=factories.user())

    for language, told in (
        ("en", "<strong>Contested: government, no other party named</strong>"),
        ("ar", "<strong>متنازع عليه: government، ولم يُذكر طرف آخر</strong>"),
    ):
        assert told in client.get(f"/places/shaar/?on=2016-12-08&lang={language}").text


@pytest.mark.parametrize("query", ["", "&from=2016-11-01&to=2016-12-03"])
def test_without_a_day_map_table_and_place_open_on_one(client, places, query):
    factories.umbrellas()
    review.accept(factories.claim(event_start=factories.NOON, event_end=factories.NOON + DAY), by=factories.user())
    late = {"event_start": factories.NOON + 15 * DAY, "event_end": factories.NOON + 16 * DAY}
    review.accept(factories.claim(kind="hold", **late), by=factories.user())

    days = {client.get(f"/{page}?lang=en{query}").context["on"] for page in ("table/", "places/shaar/")}
    assert days == {client.get(f"/?lang=en{query}").context["shown"]}


AROUND = ("east", "sakhour", "mosque")
VIEWS = [
    "on=2016-12-07&at=14&known=2016-12-08",
    "on=2016-12-07&known=2016-12-08&sources=sana",
    "on=2016-12-07&revision=0",
]


@pytest.mark.parametrize("view", VIEWS)
def test_what_stands_around_a_place_is_led_to_on_the_same_day_and_times(client, places, view):
    factories.source()
    html = client.get(f"/places/shaar/?{view}&lang=en").content.decode()
    for slug in AROUND:
        assert f'href="/places/{slug}/?{view.replace("&", "&amp;")}"' in html


def test_namesakes_members_and_what_contains_a_place_are_led_to_on_the_same_day(client, places):
    ambiguity = Ambiguity.objects.create(text="تشرين")
    ambiguity.places.set([places["tishreen-hamdaniya"], places["tishreen-north"]])
    for slug, other in [("mosque", "shaar"), ("east", "sakhour"), ("tishreen-north", "tishreen-hamdaniya")]:
        html = client.get(f"/places/{slug}/?on=2016-12-07").content.decode()
        assert f'href="/places/{other}/?on=2016-12-07"' in html and f'href="/places/{other}/"' not in html
