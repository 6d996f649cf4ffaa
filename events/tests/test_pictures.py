"""The map as a picture: what is drawn, what is written on it, what it costs and when it is drawn anew."""

import xml.etree.ElementTree as ET
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from events import answers, control, review
from events.pictures import raster
from events.pictures.ground import Box, Ground, bounds_of
from events.pictures.labels import Shape, labels
from events.pictures.lettering import Style, lines, text
from events.pictures.looks import COLOURS, PAPER
from events.tests import factories
from gazetteer.models import Boundary

pytestmark = pytest.mark.django_db
DAY = factories.DAY
SVG = "{http://www.w3.org/2000/svg}"
GROUND = Ground(37.0, 36.0, 37.2, 36.2, Box(100, 50, 400, 400))
SQUARE = {"type": "Polygon", "coordinates": [[[37.0, 36.0], [37.2, 36.0], [37.2, 36.2], [37.0, 36.2], [37.0, 36.0]]]}


# The sheet


def test_the_ground_lies_in_the_middle_north_up_and_undistorted():
    west, south = GROUND.place((37.0, 36.0))
    east, north = GROUND.place((37.2, 36.2))
    assert (round(south), round(north)) == (450, 50)
    assert (west + east) / 2 == pytest.approx(300)
    assert (east - west) / (south - north) == pytest.approx(0.808, abs=0.002)  # the cosine of the latitude
    assert bounds_of([SQUARE]) == (37.0, 36.0, 37.2, 36.2) and bounds_of([]) is None
    assert GROUND.path(SQUARE).count("L") == 4 and GROUND.path({"type": "Point", "coordinates": [37, 36]}) == ""


def test_names_never_lie_over_one_another():
    near = [Shape(f"place-{n}", SQUARE, "Masaken Hanano", (37.1 + n / 1000, 36.1)) for n in range(5)]
    far = Shape("far", SQUARE, "Shaar", (37.1, 36.05))
    assert labels([*near, far], GROUND).count("<text") == 2
    assert labels([Shape("edge", SQUARE, "Shaar", (37.0, 36.1))], Ground(37.0, 36.0, 37.2, 36.2, Box(0, 0, 300, 300)))


def test_words_are_text_whatever_they_hold():
    drawn = text(1, 2, '<script>"&', Style())
    assert "<script>" not in drawn and "&lt;script&gt;&quot;&amp;" in drawn
    assert lines("one two three", 10, 45) == ["one two", "three"] and lines("unbreakable", 10, 5) == ["unbreakable"]


def _ink(words: str) -> tuple[int, int, int, int]:
    """The rectangle of what is drawn, of letters 100 pixels high that begin in the middle."""
    page = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="200" font-family="Noto Sans">{}</svg>'
    picture = raster.png(page.format(text(400, 120, words, Style(100), anchor="middle")), 800)
    return Image.open(BytesIO(picture)).convert("RGBA").getchannel("A").getbbox()


def test_arabic_letters_are_joined():
    left, _top, right, _bottom = _ink("بيت")
    apart_left, _top, apart_right, _bottom = _ink("ب\u200cي\u200cت")
    assert right - left < 0.75 * (apart_right - apart_left)


def test_arabic_runs_from_right_to_left_and_keeps_latin_and_digits_inside_it():
    """An alef after a row of low letters stands at their left; what stands there is high and thin."""
    page = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="200" font-family="Noto Sans">{}</svg>'
    picture = raster.png(page.format(text(400, 120, "ددد ا", Style(100), anchor="middle")), 800)
    ink = Image.open(BytesIO(picture)).convert("RGBA").getchannel("A")
    left, top, right, _bottom = ink.getbbox()
    alef = ink.crop((left, 0, left + (right - left) // 5, 200)).getbbox()
    letters = ink.crop((left + (right - left) // 3, 0, right, 200)).getbbox()
    assert alef[1] < letters[1] and alef[1] == top
    assert _ink("الشعار 12 km²") != _ink("الشعار  km²"), "digits and Latin have letters in the same font"


# The pictures


@pytest.fixture
def city():
    """Shaar claimed by the government on 7 December and besieged before; Sukkari the opposition's since November."""
    factories.umbrellas()
    editor, holder = factories.user(), factories.actor("opposition", "opposition")
    places = [factories.place(), factories.place("sukkari", "السكري", "Sukkari")]
    for number, place in enumerate(places):
        Boundary.objects.create(place=place, shape=factories.shape(37.15 + number * 0.02), method="built")
    entries = [factories.entry(place=place, actor=holder, status="assessed") for place in places]
    entries[0].is_besieged = True
    control.enter(entries, by=editor, reason="The eve")
    claim = factories.claim()
    review.accept(claim, by=editor)
    return claim


def _svg(client, query="on=2016-12-07&lang=en") -> tuple[ET.Element, str]:
    answer = client.get(f"/export/map.svg?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml"), answer.content
    root = ET.fromstring(answer.content)
    return root, " | ".join(node.text for node in root.iter(f"{SVG}text"))


def _image(client, address) -> Image.Image:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    return Image.open(BytesIO(answer.content))


def test_the_svg_has_date_legend_citation_and_a_permanent_address(client, city):
    root, words = _svg(client)
    last = answers.latest_revision()

    assert "Wednesday, 7 December 2016" in words and "contested 0" in words and "claimed 1" in words
    assert f"Aleppo control tracker, revision {last}." in words
    assert f"http://testserver/?on=2016-12-07&revision={last}" in words
    fills = [node.get("fill") for node in root.iter(f"{SVG}path")]
    assert "url(#look-claimed-government)" in fills and COLOURS["opposition"] in fills
    assert root.find(f".//{SVG}pattern[@id='look-claimed-government']") is not None


def test_the_sheet_is_mirrored_in_arabic_and_says_the_same(client, city):
    _root, words = _svg(client, "on=2016-12-07&lang=ar")
    assert "الأربعاء، ٧ كانون الأول ٢٠١٦" in words
    assert "الشعار" in words or "السكري" in words
    assert "مُدَّعى ١" in words or "مُدّعى ١" in words
    boxes = [_map_left(client, language) for language in ("en", "ar")]
    assert boxes[1] > boxes[0] + 200


def _map_left(client, language: str) -> float:
    root, _words = _svg(client, f"on=2016-12-07&lang={language}")
    return float(root.find(f".//{SVG}clipPath/{SVG}rect").get("x"))


def test_what_was_asked_for_is_written_on_it(client, city):
    _root, words = _svg(client, "on=2016-12-07&known=2016-12-06&sources=sana&lang=en")
    assert "As known on 6 December 2016. As told by sana. What others said is left out." in words
    assert "http://testserver/?on=2016-12-07&known=2016-12-06&sources=sana" in words
    assert "no information 2" in words
    _root, words = _svg(client, f"on=2016-12-07&revision={answers.latest_revision() - 1}&lang=en")
    assert f"As recorded in revision {answers.latest_revision() - 1}." in words and "claimed 0" in words


def test_a_siege_is_a_dashed_ring(client, city):
    def rings(day):
        root, _words = _svg(client, f"on={day}&lang=en")
        return [node for node in root.iter(f"{SVG}path") if node.get("stroke-dasharray") == "5 4"]

    assert (len(rings("2016-12-06")), len(rings("2016-11-01"))) == (1, 0)


def test_the_png_shows_the_colours_where_the_places_are(client, city):
    png = _image(client, "/export/map.png?on=2016-12-06&width=1200&lang=en")
    assert png.size == (1200, 860) and png.format == "PNG"
    told = {"#{:02x}{:02x}{:02x}".format(*colour[:3]) for _number, colour in png.getcolors(1 << 20)}
    assert {COLOURS["opposition"], PAPER} <= told
    assert _image(client, "/export/map.png?on=2016-12-06&width=600").size == (600, 430)
    later = _image(client, "/export/map.png?on=2016-12-07&width=1200&lang=en")
    assert ImageChops.difference(png.convert("RGB"), later.convert("RGB")).getbbox()


def test_the_film_has_a_frame_a_step_and_the_last_day(client, city):
    gif = _image(client, "/export/map.gif?from=2016-12-03&to=2016-12-08&step=2&width=400&lang=en")
    assert (gif.format, gif.n_frames, gif.width) == ("GIF", 4, 400)  # the 3rd, 5th, 7th and 8th
    first = gif.convert("RGB")
    gif.seek(3)
    assert ImageChops.difference(first, gif.convert("RGB")).getbbox()
    assert _image(client, "/export/map.gif?on=2016-12-07&from=2016-12-06&width=400").n_frames == 2


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("map.png?width=99999", "width"), ("map.svg?on=yesterday", "on"), ("map.png?revision=9999999", "revision"),
        ("map.png?known=x", "known"), ("map.png?sources=nobody", "sources"), ("map.gif?from=x", "from"),
        ("map.gif?from=2016-12-07&to=2016-12-06", "to"), ("map.gif?from=2012-01-01&to=2016-12-31&step=1", "step"),
        ("map.gif?from=0001-01-01&to=2016-12-31", "from"), ("map.gif?to=0001-01-05", "to"),
        ("map.gif?width=1200", "width"), ("map.gif?step=0", "step"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_by_name(client, city, address, name):
    answer = client.get(f"/export/{address}")
    assert answer.status_code == 400 and answer.content.decode().startswith(f"{name}: ")


def test_a_longer_war_makes_longer_steps_not_more_frames(client, city, monkeypatch):
    monkeypatch.setattr(raster, "gif", lambda drawings, width: f"{len(list(drawings))}".encode())
    assert 40 <= int(client.get("/export/map.gif?from=2012-01-01&to=2016-12-31").content) <= 48


def test_it_is_drawn_once_a_revision(client, city, monkeypatch):
    drawn = []
    monkeypatch.setattr(raster, "png", lambda svg, width: drawn.append(svg) or b"picture")
    address = "/export/map.png?on=2016-12-07"
    etag = client.get(address)["ETag"]
    client.get(address)
    assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    assert len(drawn) == 1
    review.accept(factories.claim(source=factories.source("afp", "independent")), by=factories.user())
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200
    factories.place().names.filter(language="en").update(text="Another")
    client.get(address)
    client.get(f"{address}&lang=ar")
    assert len(drawn) == 4


def test_a_revision_is_drawn_as_it_was(client, city):
    address = f"/export/map.svg?on=2016-12-07&revision={answers.latest_revision()}&lang=en"
    before = client.get(address).content
    review.reopen(city, by=factories.user())
    assert client.get(address).content == before


@pytest.mark.parametrize(("query", "number"), [("", 12), ("known=2016-12-08&", 22), ("sources=sana&", 24)])
def test_more_places_and_days_ask_no_more(client, city, django_assert_max_num_queries, monkeypatch, query, number):
    monkeypatch.setattr(raster, "gif", lambda drawings, width: "".join(drawings).encode())
    for one in range(5):
        place = factories.place(f"place-{one}")
        Boundary.objects.create(place=place, shape=factories.shape(37.0 + one / 50), method="built")
        review.accept(factories.claim(place=place), by=factories.user())
    with django_assert_max_num_queries(number):
        client.get(f"/export/map.gif?{query}from=2016-12-01&to=2016-12-20")


def test_an_empty_record_is_drawn_too(client):
    _root, words = _svg(client)
    assert "no information 0" in words and "7 December 2016" in words
