"""The box at the head of every page, in a real browser, by keyboard."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import DESKTOP, PHONE, Held

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SEARCH = "**/api/v1/search*"


@pytest.fixture
def type_in(open_page):
    """Open a page, reach the box by its key and type into it."""

    def typed(path: str, text: str, size: dict = DESKTOP):
        page = open_page(path, size)
        page.keyboard.press("/")
        expect(page.locator("#search-field")).to_be_focused()
        page.keyboard.type(text)
        return page

    return typed


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "6 December 2016"), ("en", "6/12/2016"), ("ar", "٦ كانون الأول ٢٠١٦"), ("ar", "2016-12-06")],
)
def test_a_day_leads_there_on_the_map_without_loading_it_anew(type_in, language, text):
    page = type_in(f"/?lang={language}&known=2016-12-08", text)
    expect(page.locator("#search-found a")).to_have_count(1)
    page.evaluate("document.body.dataset.same = 'yes'")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("known=2016-12-08.*on=2016-12-06"))
    expect(page.locator("body")).to_have_attribute("data-same", "yes")
    expect(page.locator("#search-found li")).to_have_count(0)


def test_a_day_leads_to_the_map_from_any_page_and_keeps_the_times(type_in):
    page = type_in("/table/?lang=en&known=2016-12-08", "6 Dec 2016")
    page.keyboard.press("Enter")
    page.locator("#map-page[data-ready]").wait_for()
    expect(page).to_have_url(re.compile(r"/\?on=2016-12-06&known=2016-12-08"))


@pytest.mark.parametrize("text", ["الشعار", "shaar", "sha"])
def test_a_place_opens_in_the_panel_of_the_map_and_elsewhere_on_its_page(type_in, text):
    page = type_in("/?lang=en", text)
    page.keyboard.press("Enter")  # before any answer has come
    expect(page.locator("#panel h2")).to_contain_text("Shaar")
    page = type_in("/reports/?lang=en", text)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/places/shaar/$"))


@pytest.mark.parametrize("days", ["to=2016-12-06", "on=2016-12-01&at=4&from=2016-12-01&to=2016-12-06"])
def test_a_place_found_beside_two_days_opens_on_the_later_one(type_in, days):
    page = type_in(f"/changed/?lang=en&{days}&known=2016-12-08", "shaar")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/places/shaar/\?on=2016-12-06&known=2016-12-08$"))


def test_a_report_is_found_by_its_text_and_reached_by_arrows(type_in, record):
    page = type_in("/method/?lang=en", "الشعار")
    found = page.locator("#search-found a")
    expect(found).to_have_count(2)
    expect(page.locator("#search").get_by_role("status")).to_have_text(re.compile("^2 found"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(found.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-field")).to_be_focused()
    found.nth(1).press("Enter")
    expect(page).to_have_url(re.compile(record.report.get_absolute_url()))


def test_nothing_and_a_failure_are_told(type_in, page):
    type_in("/?lang=en", "zzzz")
    expect(page.locator("#search-found")).to_contain_text("Nothing has this name")
    page.keyboard.press("Escape")
    expect(page.locator("#search-found li")).to_have_count(0)
    page.route("**/api/v1/search*", lambda route: route.abort())
    page.locator("#search-field").fill("shaar")
    expect(page.locator("#search-found")).to_contain_text("Try again")


class HeldSearch(Held):
    """What the search was asked, each to be answered when the test says so."""

    def answer(self):
        """Let the last one be answered, and the page take it in."""
        with self.page.expect_request_finished(lambda request: "/api/v1/search" in request.url):
            super().answer()
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _ask(page, text: str) -> None:
    """Type it, and wait until the server is asked."""
    with page.expect_request(SEARCH):
        page.locator("#search-field").fill(text)


def test_enter_opens_what_the_present_text_finds_and_not_what_the_last_one_found(type_in):
    page = type_in("/?lang=en", "sha")
    expect(page.locator("#search-found a").first).to_contain_text("Shaar")
    held = HeldSearch(page, SEARCH)
    _ask(page, "sukkari")
    page.keyboard.press("Enter")
    assert "place=" not in page.url
    held.answer()
    expect(page.locator("#panel h2")).to_contain_text("Sukkari")


def test_a_search_that_failed_is_asked_again_by_enter(type_in, page):
    page.route(SEARCH, lambda route: route.abort())
    type_in("/?lang=en", "shaar")
    expect(page.locator("#search-found")).to_contain_text("Try again")
    page.unroute(SEARCH)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_contain_text("Shaar")


def test_an_answer_that_comes_after_the_reader_has_left_opens_nothing(type_in):
    page = type_in("/?lang=en", "")
    held = HeldSearch(page, SEARCH)
    _ask(page, "shaar")
    page.keyboard.press("Tab")
    held.answer()
    expect(page.locator("#search-found li")).to_have_count(0)
    expect(page.locator("#search-found")).not_to_have_attribute("aria-busy", "true")
    page.locator("#search-field").press("Enter")  # and it can be asked for again
    held.answer()
    expect(page.locator("#panel h2")).to_contain_text("Shaar")


def test_escape_belongs_to_the_box_while_its_answer_is_awaited(type_in):
    page = type_in("/?lang=en&place=shaar", "")
    held = HeldSearch(page, SEARCH)
    _ask(page, "sukkari")
    page.keyboard.press("Escape")
    assert "place=shaar" in page.url
    held.answer()
    expect(page.locator("#search-found li")).to_have_count(0)


def test_the_key_rests_where_the_reader_has_switched_keys_off(open_page):
    page = open_page("/?lang=en")
    page.keyboard.press("?")
    expect(page.locator("#dock-help .keys")).to_contain_text("find a place, a report or a day")
    page.get_by_label("Use these keys outside of fields").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#search-field")).not_to_be_focused()
    page = open_page("/method/?lang=en")
    page.keyboard.press("/")
    expect(page.locator("#search-field")).not_to_be_focused()


def test_hostile_titles_stay_text(type_in, record):
    record.report.title = "<img src=x onerror=alert(1)>الشعار"
    record.report.save()
    page = type_in("/sources/?lang=en", "الشعار")
    expect(page.locator("#search-found")).to_contain_text("<img src=x")
    expect(page.locator("#search-found img")).to_have_count(0)


def test_without_scripts_the_box_asks_the_list_of_places(browser, live_server, record):
    with browser.new_context(java_script_enabled=False, locale="en") as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/method/?lang=en")
        page.locator("#search-field").fill("السكري")
        page.locator("#search-field").press("Enter")
        expect(page).to_have_url(re.compile("/places/"))
        expect(page.get_by_role("link", name="Sukkari")).to_be_visible()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_serious_findings(type_in, language, size):
    for path in ("/?", "/places/?"):
        page = type_in(f"{path}lang={language}", "الشعار", size)
        expect(page.locator("#search-found a").first).to_be_visible()
        violations = Axe().run(page).response["violations"]
        found = [(one["id"], one["nodes"][0]["html"]) for one in violations if one["impact"] in ("serious", "critical")]
        assert found == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
