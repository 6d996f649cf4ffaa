"""Pictures of the map, taken from its page and from the table in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("language", "word"), [("en", "Picture"), ("ar", "صورة")])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_picture_of_the_day_shown_is_taken_by_keyboard(open_page, language, word, size):
    page = open_page(f"/?lang={language}&known=2016-12-08", size)
    page.locator('[data-dock="previous-day"]').click()
    page.locator(".pictures summary").press("Enter")
    expect(page.locator(".pictures summary")).to_have_text(word)
    link = page.locator(".pictures").get_by_role("link", name="PNG")
    expect(link).to_be_visible()
    with page.expect_download() as told:
        link.press("Enter")
    assert told.value.suggested_filename == "aleppo-2016-12-06.png"
    assert "on=2016-12-06" in told.value.url and "known=2016-12-08" in told.value.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_table_offers_the_same_day(open_page, live_server):
    page = open_page("/table/?lang=en&on=2016-12-06&sources=sana")
    page.locator(".pictures summary").click()
    link = page.locator(".pictures").get_by_role("link", name="SVG")
    expect(link).to_have_attribute("href", "/export/map.svg?on=2016-12-06&sources=sana")


def test_the_svg_is_shown_without_breaking_the_policy(page, live_server, record):
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{live_server.url}/export/map.svg?on=2016-12-07&lang=ar")
    expect(page.locator("text", has_text="كانون الأول").first).to_be_visible()
    assert [text for text in told if "Content Security Policy" in text] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_menu_has_no_serious_findings(open_page, language):
    for path in ("/?", "/table/?"):
        page = open_page(f"{path}lang={language}", DESKTOP)
        page.locator(".pictures summary").click()
        page.wait_for_timeout(300)
        violations = Axe().run(page).response["violations"]
        assert [one["id"] for one in violations if one["impact"] in ("serious", "critical")] == []
