"""What stands in place of the map: a record that cannot be fetched, an empty one, an address that asks for nothing."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .conftest import DESKTOP, PHONE, Held
from .dock import BOTH

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TIMELINE = "**/api/v1/timeline*"


def _expect_calm(page: Page):
    """Nothing lies over the message, nothing is there that does nothing, and nobody has to scroll."""
    expect(page.locator("#dock")).to_be_hidden()
    expect(page.locator("#legend")).to_be_hidden()
    expect(page.locator("#map-message")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    violations = Axe().run(page).response["violations"]
    assert [one["id"] for one in violations if one["impact"] in ("serious", "critical")] == []


def _open(page: Page, address: str, size: dict = DESKTOP):
    page.set_viewport_size(size)
    page.goto(address)


@BOTH
@pytest.mark.parametrize("how", ["refused", "away"])
def test_a_record_that_cannot_be_fetched_is_told_calmly_and_asked_for_again(
    page, live_server, record, language, size, how
):
    page.route(TIMELINE, lambda route: route.fulfill(status=500) if how == "refused" else route.abort())
    _open(page, f"{live_server.url}/?lang={language}&on=2016-12-06", size)
    told = page.get_by_role("alert")
    expect(told).to_contain_text("could not be fetched" if language == "en" else "تعذّر جلب السجل")
    expect(told.get_by_role("link")).to_have_attribute("href", "/table/?on=2016-12-06")
    _expect_calm(page)

    again = told.get_by_role("button")
    again.press("Enter")
    expect(again).to_be_enabled()  # it failed once more; the one that was pressed is not
    expect(again).to_be_focused()
    page.unroute(TIMELINE)
    again.press("Enter")
    page.locator("#map-page[data-ready]").wait_for()
    expect(told).to_be_hidden()
    expect(page.locator("#dock")).to_be_visible()
    expect(page).to_have_url(re.compile("on=2016-12-06"))
    page.locator('[data-dock="next-day"]').click()
    expect(page).to_have_url(re.compile("on=2016-12-07"))


@BOTH
def test_an_empty_record_says_what_comes_next(page, live_server, language, size):
    _open(page, f"{live_server.url}/?lang={language}", size)
    told = page.get_by_role("alert")
    expect(told).to_contain_text("There is no record yet" if language == "en" else "لا سجل بعد")
    _expect_calm(page)
    told.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/reports/"))


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_an_address_that_asks_for_nothing_leaves_no_dead_controls(page, live_server, record, size):
    _open(page, f"{live_server.url}/?lang=en&on=2016-12-07&at=99", size)
    expect(page.get_by_role("alert").first).to_contain_text("Give the hour as a number from 0 to 23")
    _expect_calm(page)
    page.get_by_role("link", name="Back to what is known today").click()
    page.locator("#map-page[data-ready]").wait_for()


def test_a_day_by_which_nothing_was_known_is_a_bare_map_and_the_dock_leads_on(open_page):
    page = open_page("/?lang=en&known=2016-11-01")
    expect(page.locator("#map-message")).to_contain_text("Nothing was on record by then")
    expect(page.locator("#panel")).to_contain_text("Nothing was on record by then")
    page.locator('[data-dock="known-today"]').click()
    expect(page.locator("#map-message")).to_be_hidden()
    expect(page.locator('button[data-place="sukkari"]')).to_have_attribute("data-look", "assessed-opposition")


def test_a_revision_before_the_first_is_a_bare_map_with_legend_and_dock(open_page, page):
    errors = []
    page.on("console", lambda said: said.type == "error" and errors.append(said.text))
    open_page("/?lang=en&revision=0")
    expect(page.locator("#map-message")).to_contain_text("Nothing was on record by then")
    expect(page.locator("#panel")).to_contain_text("Nothing was on record by then")
    expect(page.locator("#dock")).to_be_visible()
    expect(page.locator("#legend")).to_be_visible()
    expect(page.locator("#map-instead")).to_be_hidden()
    page.wait_for_load_state("networkidle")
    assert errors == []


def test_an_hour_of_a_day_without_changes_offers_none(open_page):
    page = open_page("/?lang=en&on=2016-11-20&at=10")
    expect(page.locator('[data-dock="next-change"]')).to_be_disabled()
    expect(page.locator("#panel")).to_contain_text("Choose a place on the map")
    expect(page.locator("#panel")).not_to_contain_text("next change")


def test_the_dock_waits_for_the_record(page, live_server, record):
    held = Held(page, TIMELINE)
    _open(page, f"{live_server.url}/?lang=en")
    expect(page.locator("#map-message")).to_contain_text("Loading")
    assert page.locator("#dock").evaluate("dock => dock.inert")
    page.set_viewport_size(PHONE)
    expect(page.locator("#legend .sides")).to_be_hidden()  # nor does it lie open over a phone's map
    held.answer()
    page.locator("#map-page[data-ready]").wait_for()
    assert not page.locator("#dock").evaluate("dock => dock.inert")


@pytest.mark.parametrize(("language", "told"), [("en", "The map needs scripts"), ("ar", "JavaScript")])
def test_without_scripts_the_table_is_shown_the_way_to(browser, live_server, record, language, told):
    with browser.new_context(java_script_enabled=False, locale=language) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/?lang={language}&on=2016-12-06")
        expect(page.locator(".map-instead", has_text=told)).to_be_visible()
        expect(page.locator(".of-day")).to_contain_text("2016" if language == "en" else "٢٠١٦")
        expect(page.locator("#dock")).to_be_hidden()
        expect(page.locator("#map-message")).to_be_hidden()
        page.locator(".map-instead a").first.click()
        expect(page).to_have_url(re.compile(r"/table/\?on=2016-12-06"))


def test_why_is_told_and_search_works_before_the_ground_has_come(page, live_server, record):
    page.route(TIMELINE, lambda route: route.abort())
    page.route("**/context*.geojson", lambda route: None)  # it never comes
    _open(page, f"{live_server.url}/?lang=en")
    expect(page.get_by_role("alert")).to_contain_text("could not be fetched")
    page.locator("#search-field").fill("6 December 2016")  # which may be before its script has come
    expect(page.locator("#search-found a")).to_have_count(1)


def test_the_ground_lies_behind_the_message(page, live_server, record):
    page.route(TIMELINE, lambda route: route.abort())
    _open(page, f"{live_server.url}/?lang=en")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator(".leaflet-ground-pane path")).to_have_count(1)


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
@pytest.mark.parametrize("broken", ["**/leaflet.js", "**/js/coverage.js"])
def test_where_a_script_does_not_come_there_is_a_way_on_after_a_while(page, live_server, record, broken, motion):
    page.emulate_media(reduced_motion=motion)
    page.route(broken, lambda route: route.abort())
    page.goto(f"{live_server.url}/?lang=en&on=2016-12-06")
    expect(page.locator(".overdue")).to_be_hidden()
    page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    expect(page.locator(".overdue")).to_be_visible()
    page.locator(".overdue").get_by_role("link", name="The same facts in rows").click()
    expect(page).to_have_url(re.compile(r"/table/\?.*on=2016-12-06"))


@pytest.mark.parametrize(
    "path",
    ["/reports/REPORT/?", "/changed/?from=2016-12-06&to=2016-12-07", "/compare/?a=sana&b=opposition", "/places/?",
     "/places/shaar/?on=2016-12-07"],
)  # fmt: skip
def test_without_scripts_no_empty_map_stands_on_a_page(browser, live_server, record, path):
    with browser.new_context(java_script_enabled=False, locale="en") as context:
        page = context.new_page()
        page.goto(f"{live_server.url}{path.replace('REPORT', str(record.report_id))}&lang=en")
        expect(page.locator("h1")).to_be_visible()
        maps = page.locator("[id^=beside-], #map")
        assert maps.count() > 0
        for one in maps.all():
            expect(one).to_be_hidden()
        expect(page.locator(".looks, .report .places-map").locator("visible=true")).to_have_count(0)
        if path.startswith("/places/shaar"):
            expect(page.get_by_text("Confidence in the point")).to_be_visible()
