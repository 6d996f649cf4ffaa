"""The table in a real browser: ordered without scripts, copied with them, reached from the map."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from events import control
from events.tests import factories

from .conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_it_is_narrowed_and_ordered_without_scripts(browser, live_server, record):
    with browser.new_context(java_script_enabled=False, locale="en") as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/table/?lang=en")
        rows = page.locator(".standings tbody tr")
        expect(rows).to_have_count(2)
        page.get_by_role("link", name="Since").click()
        expect(page.get_by_role("columnheader", name="Since")).to_have_attribute("aria-sort", "ascending")
        expect(rows.first).to_contain_text("Sukkari")
        page.get_by_role("link", name="Since").click()
        expect(rows.first).to_contain_text("Shaar")
        page.get_by_label("Held by").select_option("opposition")
        page.get_by_role("button", name="Show").first.click()
        expect(rows).to_have_count(1)
        expect(page).to_have_url(re.compile("sort=-since"))
        expect(page.get_by_role("button", name="Copy")).to_be_hidden()


def test_the_day_of_the_map_is_the_day_of_the_table_and_back(open_page):
    page = open_page("/?lang=en&known=2016-12-07")
    page.get_by_role("button", name="Previous day").click()
    page.get_by_role("navigation").get_by_role("link", name="Table").click()
    expect(page).to_have_url(re.compile(r"/table/\?known=2016-12-07&on=2016-12-06"))
    expect(page.get_by_role("heading", name="2 places on 6 December 2016")).to_be_visible()
    page.get_by_role("link", name="Shaar").click()
    page.locator("#map-page[data-ready]").wait_for()
    expect(page).to_have_url(re.compile(r"(?=.*on=2016-12-06)(?=.*known=2016-12-07)(?=.*place=shaar)"))


@pytest.mark.parametrize(
    ("days", "numbers"),
    [("", (4, 3, 1)), ("on=2016-11-18&from=2016-11-10&to=2016-11-20&", (3, 2, 1)), ("from=2016-12-01&", (1, 1, 0))],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_the_map_counts_is_what_the_table_lists(open_page, record, language, days, numbers):
    region = factories.place("east", "شرق حلب", "East Aleppo", kind="region")
    opposition = factories.actor("opposition", "opposition")
    control.enter([factories.entry(place=region, actor=opposition)], by=factories.user(), reason="Of a region")
    for name, number in zip(("all", "shown", "unplaced"), numbers, strict=True):
        page = open_page(f"/?{days}lang={language}")
        link = page.locator(f'[data-tally="{name}"]')
        if language == "en":
            expect(link).to_contain_text(re.compile(rf"^{number} "))
        link.click()
        expect(page.locator(".standings tbody tr")).to_have_count(number)
        expect(page).to_have_url(re.compile(r"/table/changes/\?"))


def test_a_dragged_window_is_counted_at_once_and_kept_in_the_links(open_page, record):
    page = open_page("/?lang=en&on=2016-12-07")
    expect(page.locator('[data-tally="all"]')).to_have_text("3 changes in these days")
    page.locator('[data-brush="from"]').press("PageUp")
    expect(page.locator('[data-tally="all"]')).to_have_text("1 change in these days")
    expect(page.locator('[data-tally="all"]')).to_have_attribute("href", re.compile(r"from=2016-1[12]-\d\d"))


def test_it_is_copied_as_csv_by_keyboard(open_page, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page("/table/?lang=en&status=assessed")
    page.get_by_role("button", name="Copy").press("Enter")
    expect(page.locator("[data-copied]")).to_have_text("Copied: paste it into a spreadsheet.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[0].startswith("place,name_ar") and "sukkari,السكري" in copied
    assert "shaar" not in copied


def test_what_cannot_be_copied_is_told(open_page, page):
    page.context.grant_permissions(["clipboard-write"])
    page = open_page("/table/?lang=en")
    page.route("**/table.csv*", lambda route: route.abort())
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("[data-copied]")).to_contain_text("Take the CSV instead")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_serious_findings(open_page, language, size):
    for query in ("", "sort=-since&place=shaar&", "q=nowhere&", "revision=9999999&", "status=x&"):
        page = open_page(f"/table/?{query}lang={language}", size)
        violations = Axe().run(page).response["violations"]
        found = [(one["id"], one["nodes"][0]["html"]) for one in violations if one["impact"] in ("serious", "critical")]
        assert found == [], query
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_window_opens_on_its_last_day_on_the_map_as_in_the_table(open_page):
    page = open_page("/table/changes/?from=2016-11-20&to=2016-12-02&lang=en")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Map").click()
    page.locator("#map-page[data-ready]").wait_for()
    expect(page.locator("#dock")).to_contain_text("2 December 2016")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Table").click()
    expect(page).to_have_url(re.compile("from=2016-11-20&to=2016-12-02"))


def test_heads_stand_level_whether_they_order_or_not(open_page):
    page = open_page("/table/changes/?lang=en")
    heads = page.locator(".standings thead th > :is(a, span)")
    expect(heads).to_have_count(5)
    assert len(set(heads.evaluate_all("all => all.map((one) => one.getBoundingClientRect().bottom)"))) == 1


@pytest.mark.parametrize("width", [320, 360, 390])
def test_every_page_is_in_sight_in_the_navigation_of_a_phone(open_page, width):
    page = open_page("/table/?lang=en", {"width": width, "height": 740})
    links = page.get_by_role("navigation", name="Pages").get_by_role("link")
    for link in links.all():
        expect(link).to_be_in_viewport(ratio=1)
    rows = len(set(links.evaluate_all("all => all.map((one) => one.getBoundingClientRect().top)")))
    assert rows == (1 if width == 390 else 2)
