"""The pages on paper, as the sheets for print lay them out on the width of A4."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAPER = {"width": 718, "height": 1000}
PAGES = [
    "/table/?on=2016-12-07", "/table/changes/?", "/counts/?", "/sources/?", "/compare/?a=sana&b=opposition",
    "/changed/?from=2016-12-06&to=2016-12-07", "/places/shaar/?on=2016-12-07", "/method/?",
]  # fmt: skip
RIGHTMOST = """() => Math.max(document.documentElement.scrollWidth,
  ...[...document.querySelectorAll('table, table *')].map((part) => part.getBoundingClientRect().right))"""
LEFTMOST = """() => Math.min(0,
  ...[...document.querySelectorAll('table, table *')].map((part) => part.getBoundingClientRect().left))"""
NOT_ON_PAPER = ".top, .search, main form, main button, .times, .tabs"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", PAGES)
def test_no_table_is_wider_than_the_paper(open_page, record, path, language):
    page = open_page(f"{path}&lang={language}", PAPER)
    page.emulate_media(media="print")
    expect(page.locator(".top")).to_be_hidden()
    assert page.evaluate(RIGHTMOST) <= PAPER["width"] and page.evaluate(LEFTMOST) >= 0
    for scroll in page.locator(".scroll").all():
        expect(scroll).to_have_css("overflow-x", "visible")


@pytest.mark.parametrize("path", [PAGES[0], PAGES[4]])
def test_paper_is_light_and_has_nothing_to_press(open_page, path):
    page = open_page(f"{path}&lang=en", PAPER)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(page.locator("body")).to_have_css("color", "rgb(35, 33, 29)")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(NOT_ON_PAPER).locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_map_is_printed_with_its_legend_and_day_alone(open_page, language):
    page = open_page(f"/?lang={language}&on=2016-12-07&place=shaar")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    for shown in ("#map canvas", "#legend", "[data-dock='words']"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in (".top", "#panel", ".dock .buttons", ".dock .war", ".map-frame .times", ".leaflet-control-container"):
        expect(page.locator(hidden).first).to_be_hidden()
    frame = page.locator(".map-frame").bounding_box()
    assert frame["width"] <= 1031 and frame["height"] <= 621
    day = page.locator("[data-dock='words']").bounding_box()
    assert frame["y"] + frame["height"] <= day["y"] + 1
