"""The picture that stands on the map's page until its scripts have come: what it shows, and when it is drawn anew."""

import gzip
import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest

from events import answers, control, review
from events.ageing import age_of, proven_until
from events.atlas import city
from events.pictures import still
from events.pictures.looks import IN_THE_DARK, PRINTED
from events.questions import end_of
from events.tests import factories
from gazetteer.models import Boundary

DAY, START = timedelta(days=1), factories.DAY_START


@pytest.fixture
def places(db):
    """Shaar claimed by the government on 7 December, Sukkari the opposition's since November, and Halab unheard of."""
    factories.umbrellas()
    found = [
        factories.place(),
        factories.place("sukkari", "السكري", "Sukkari"),
        factories.place("halab", "حلب", "Halab"),
    ]
    for number, place in enumerate(found):
        Boundary.objects.create(place=place, shape=factories.shape(37.15 + number * 0.02), method="built")
    holder = factories.actor("opposition", "opposition")
    control.enter(
        [factories.entry(place=place, actor=holder, status="assessed") for place in found[:2]],
        by=factories.user(), reason="The eve",
    )  # fmt: skip
    review.accept(factories.claim(), by=factories.user())


def _fills(client, query: str = "on=2016-12-07") -> dict[str, tuple]:
    """By place, in the order in which they are drawn: what fills it, how much is left of that, and its seam."""
    answer = client.get(f"/still.svg?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml"), answer.content
    drawn = ET.fromstring(answer.content).findall("{http://www.w3.org/2000/svg}path")
    told = [tuple(path.get(name) for name in ("fill", "fill-opacity", "stroke")) for path in drawn]
    return dict(zip(["halab", "shaar", "sukkari"], told, strict=True))


def test_each_place_has_the_look_of_the_day(client, places, settings):
    settings.CONTROL_STALE_DAYS = 0
    assert _fills(client) == {
        "halab": ("none", None, PRINTED.joint),
        "shaar": ("url(#look-claimed-government)", None, PRINTED.paper),
        "sukkari": (PRINTED.colours["opposition"], None, PRINTED.paper),
    }
    assert _fills(client, "on=2016-12-06")["shaar"][0] == PRINTED.colours["opposition"]
    assert _fills(client, "") == _fills(client), "without a day, the one on which the map opens"
    assert _fills(client, "on=2016-12-07&sources=independent")["shaar"][0] != "url(#look-claimed-government)"
    before = answers.latest_revision() - 1
    assert _fills(client, f"on=2016-12-07&revision={before}")["shaar"][0] == PRINTED.colours["opposition"]


def test_what_is_old_is_paler_in_the_still_and_in_pictures(client, places, settings):
    settings.CONTROL_STALE_DAYS = 5
    assert _fills(client)["sukkari"][1] == "0.54"  # its evidence is of 18 November
    assert _fills(client)["shaar"][1] is None
    sheet = client.get("/export/map.svg?on=2016-12-07&lang=en").content.decode()
    assert f'fill="{PRINTED.colours["opposition"]}" fill-opacity="0.54"' in sheet
    assert "Paler: no evidence for 5 days." in sheet
    settings.CONTROL_STALE_DAYS = 0
    sheet = client.get("/export/map.svg?on=2016-12-07&lang=en").content.decode()
    assert f'fill="{PRINTED.colours["opposition"]}" stroke' in sheet and "Paler" not in sheet


def test_the_dark_theme_has_its_own_colours(client, places):
    assert _fills(client, "on=2016-12-07&theme=dark")["sukkari"][::2] == (
        IN_THE_DARK.colours["opposition"],
        IN_THE_DARK.paper,
    )


def test_it_ends_where_the_city_does():
    west, south, east, north = city()
    corner = {"type": "Polygon", "coordinates": [[[west, north], [east, north], [east, south], [west, north]]]}
    drawing = still.draw([still.Shape("a", corner, "", (west, north))], {}, city(), PRINTED)
    width, height = drawing.split('viewBox="0 0 ')[1].split('"')[0].split()
    assert f"M0.0 0.0L{float(width):.1f} 0.0L{float(width):.1f} {float(height):.1f}L" in drawing


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("on=yesterday", "on"), ("known=x", "known"), ("sources=nobody", "sources"), ("revision=99999", "revision"),
        ("theme=pink", "theme"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_by_name(client, places, query, name):
    answer = client.get(f"/still.svg?{query}")
    assert answer.status_code == 400 and answer.content.decode().startswith(f"{name}: ")
    if name == "theme":
        assert answer.content.decode() == "theme: Choose light or dark."


def test_it_is_kept_compressed_and_drawn_anew_after_an_act(client, places, monkeypatch):
    drawn = []
    monkeypatch.setattr(still, "draw", lambda *told: drawn.append(told) or "<svg/>")
    plain, packed = (client.get("/still.svg", headers={"accept-encoding": way}) for way in ("identity", "gzip"))
    assert "Content-Encoding" not in plain and plain.content == b"<svg/>"
    assert packed["Content-Encoding"] == "gzip" and gzip.decompress(packed.content) == plain.content
    assert plain["ETag"] == packed["ETag"] and plain["ETag"].startswith("W/") and "Accept-Encoding" in packed["Vary"]
    assert len(drawn) == 1
    assert client.get("/still.svg", headers={"if-none-match": plain["ETag"]}).status_code == 304
    review.accept(factories.claim(source=factories.source("afp", "independent")), by=factories.user())
    assert client.get("/still.svg", headers={"if-none-match": plain["ETag"]}).status_code == 200
    assert len(drawn) == 2


@pytest.mark.parametrize(("days", "age"), [(90, 0), (91, 1), (180, 1), (181, 2), (360, 2), (361, 3), (2000, 3)])
def test_a_state_ages_by_whole_spans_since_its_last_proof(days, age):
    proven = end_of(factories.DAY_START.date())
    assert age_of(proven, proven + (days + 1) * DAY, 90) == age
    assert age_of(proven, proven + (days + 1) * DAY, 0) == 0


def test_a_state_is_proven_by_what_was_told_last():
    assert proven_until(START, []) == START
    assert proven_until(START, [(START, START + 3 * DAY), (START + DAY, START + DAY)]) == START + 3 * DAY
    assert proven_until(START, [(START + 2 * DAY, START - DAY)]) == START + 2 * DAY, "never before it counts from"


def test_without_a_day_a_window_shows_its_last_one(client, places, settings):
    settings.CONTROL_STALE_DAYS = 0
    before, after = _fills(client, "on=2016-12-06"), _fills(client, "on=2016-12-07")
    assert before != after
    assert _fills(client, "from=2016-12-01&to=2016-12-06") == before
    assert _fills(client, "from=2016-12-06&to=2016-12-01") == before
    assert _fills(client, "from=2016-12-01&to=2016-12-06&on=2016-12-07") == after
    assert _fills(client, "from=2016-02-30&to=x") == after
