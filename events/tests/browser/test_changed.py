"""Two days side by side in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import wait_for

from .conftest import DESKTOP, PHONE
from .resting import box_at_rest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BOTH = "/changed/?from=2016-12-06&to=2016-12-07"


def _open(open_page, path=BOTH, size=DESKTOP, language="en"):
    page = open_page(f"{path}&lang={language}", size)
    page.locator(".beside[data-ready]").wait_for()
    return page


def test_what_differs_is_outlined_on_both_maps(open_page):
    page = _open(open_page)
    for side in ("a", "b"):
        expect(page.locator(f"#beside-{side} path.told")).to_have_count(2)
        expect(page.locator(f"#beside-{side} path.differs")).to_have_count(1)
    fills = [page.locator(f"#beside-{side} path.differs").get_attribute("fill") for side in ("a", "b")]
    assert fills == ["var(--opposition)", "url(#look-claimed-government)"]


def test_the_maps_move_together(open_page):
    page = _open(open_page)
    places = page.locator("#beside-b path.differs")
    before = places.bounding_box()
    page.locator("#beside-a .leaflet-control-zoom-in").press("Enter")
    wait_for(lambda: places.bounding_box()["width"] > before["width"] * 1.5, "the other map follows")
    ours, theirs = (box_at_rest(page.locator(f"#beside-{side} path.differs")) for side in ("a", "b"))
    assert abs(ours["width"] - theirs["width"]) < 1


def test_a_row_stands_out_on_both_maps_by_keyboard(open_page):
    page = _open(open_page)
    page.locator(".two-days tbody").get_by_role("link", name="Shaar").focus()
    expect(page.locator("path.chosen")).to_have_count(2)
    page.keyboard.press("Tab")
    expect(page.locator("path.chosen")).to_have_count(0)


def test_a_place_on_a_map_leads_to_that_day(open_page):
    page = _open(open_page, f"{BOTH}&known=2016-12-08")
    page.locator("#beside-a path.differs").click()
    page.locator("#map-page[data-ready]").wait_for()
    assert "on=2016-12-06" in page.url and "known=2016-12-08" in page.url and "place=shaar" in page.url


def test_the_maps_stand_without_their_ground(open_page, page):
    page.route("**/context*.geojson", lambda route: route.abort())
    page = _open(open_page)
    expect(page.locator("path.differs")).to_have_count(2)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_serious_findings(open_page, language, size):
    for path in (BOTH, "/changed/?from=x", "/changed/?from=2016-12-08&to=2016-12-09", "/changed/?revision=99999999"):
        page = open_page(f"{path}&lang={language}", size)
        page.wait_for_timeout(300)
        violations = Axe().run(page).response["violations"]
        found = [(one["id"], one["nodes"][0]["html"]) for one in violations if one["impact"] in ("serious", "critical")]
        assert found == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_names_of_places_stay_text_when_pointed_at(open_page, record):
    record.place.names.filter(language="en").update(text="<img src=x onerror=alert(1)>")
    page = _open(open_page)
    page.locator("#beside-a path.differs").hover()
    expect(page.locator(".leaflet-tooltip")).to_contain_text("<img src=x")
    expect(page.locator(".leaflet-tooltip img")).to_have_count(0)


def test_what_differs_has_an_unbroken_outline_where_it_is_besieged_too(open_page, record):
    page = _open(open_page)
    outline = page.locator("#beside-a path.differs")
    outline.evaluate("one => one.classList.add('besieged')")
    expect(outline).to_have_css("stroke-dasharray", "none")


def test_without_a_place_to_draw_no_map_is_begun(open_page):
    page = open_page("/compare/?a=sana&b=opposition&from=2011-01-01&to=2011-02-01&on=2011-01-01&lang=en")
    expect(page.get_by_text("Neither of the two speaks of any place by that day.")).to_be_visible()
    expect(page.locator("script[src*=beside]")).to_have_count(0)
