"""The picture of the map that stands on its page before any script has come, and where none runs."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from .conftest import Held
from .dock import BOTH
from .surface import colours_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TIMELINE = "**/api/v1/timeline*"
GREENS = {"light": "#92c79f", "dark": "#8cc29a"}

# Where the picture lies in its box, and where the map has the same corners of the city
IN_THE_PICTURE = """() => {
  const still = document.getElementById("still"), box = still.getBoundingClientRect();
  const scale = Math.min(box.width / still.naturalWidth, box.height / still.naturalHeight);
  const [width, height] = [scale * still.naturalWidth, scale * still.naturalHeight];
  const [left, top] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];
  return [left, top, left + width, top + height];
}"""
ON_THE_MAP = """() => {
  const [west, south, east, north] = JSON.parse(document.getElementById("map-config").textContent).city;
  const { x, y } = document.getElementById("map").getBoundingClientRect();
  const { leafletmapmap: map } = window;
  const [one, other] = [[north, west], [south, east]].map((corner) => map.latLngToContainerPoint(corner));
  return [x + one.x, y + one.y, x + other.x, y + other.y];
}"""
MIDDLES = """() => [...document.querySelectorAll("button[data-place]")].map((button) => {
  const { x, y, width, height } = button.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
})"""


def _colours(picture: bytes, points: list) -> set[str]:
    image = Image.open(BytesIO(picture)).convert("RGB")
    return {"#{:02x}{:02x}{:02x}".format(*image.getpixel(tuple(point))) for point in points}


def _stands(page: Page):
    expect(page.locator("#still")).to_be_visible()
    page.wait_for_function("() => document.getElementById('still').complete")


@BOTH
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_takes_its_place_without_a_jump(page, live_server, record, language, size, scheme):
    held = Held(page, TIMELINE)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(size)
    page.goto(f"{live_server.url}/?lang={language}&on=2016-12-06")
    _stands(page)
    told = page.locator('[data-dock="words"]').inner_text()
    seen, lay = page.screenshot(), page.evaluate(IN_THE_PICTURE)
    held.answer()
    page.locator("#map-page[data-ready]").wait_for()
    expect(page.locator("#still")).to_be_hidden()
    assert page.evaluate(ON_THE_MAP) == pytest.approx(lay, abs=1.5)
    assert "2016" in told or "٢٠١٦" in told
    expect(page.locator('[data-dock="words"]')).to_have_text(told)
    assert _colours(seen, page.evaluate(MIDDLES)) == {GREENS[scheme]} == colours_of(page, "sukkari", 4)


@BOTH
def test_without_scripts_it_is_the_map_with_a_legend_in_colour_and_the_whole_picture_a_link_away(
    browser, live_server, record, language, size
):
    with browser.new_context(java_script_enabled=False, viewport=size) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/?lang={language}&on=2016-12-06")
        still, told = page.locator("#still"), page.locator(".map-instead:not([hidden])")
        expect(still).to_be_visible()
        assert "2016" in still.get_attribute("alt") or "٢٠١٦" in still.get_attribute("alt")
        lower, upper = told.bounding_box(), still.bounding_box()
        assert upper["y"] + upper["height"] <= lower["y"] + 1, "nothing lies over it"
        expect(
            page.locator("#legend").get_by_text("claimed" if language == "en" else "مُدَّعى", exact=True)
        ).to_be_visible()
        fills = page.locator("#legend .swatch-box").evaluate_all("boxes => boxes.map(box => box.getAttribute('fill'))")
        patterns = [fill[len("url(") : -1] for fill in fills if fill.startswith("url(")]
        assert patterns and all(page.locator(f"pattern{pattern}").count() == 1 for pattern in patterns)
        address = told.get_by_role("link").last.get_attribute("href")
        answer = page.request.get(f"{live_server.url}{address}")
        assert answer.headers["content-type"] == "image/png" and "on=2016-12-06" in address


def test_an_address_that_asks_for_nothing_has_none(page, live_server, record):
    page.goto(f"{live_server.url}/?lang=en&known=yesterday")
    expect(page.locator("#map-page[data-state='refused']")).to_be_visible()
    expect(page.locator("#still")).to_have_count(0)


def test_it_does_not_stand_behind_what_is_told_in_place_of_the_map(page, live_server, record):
    page.route(TIMELINE, lambda route: route.abort())
    page.goto(f"{live_server.url}/?lang=en")
    expect(page.get_by_role("alert")).to_contain_text("could not be fetched")
    expect(page.locator("#still")).to_be_hidden()
