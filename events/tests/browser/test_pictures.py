"""Pictures of the map, taken from its page and from the table in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import DESKTOP, PHONE
from .dock import part

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
    expect(link).to_have_attribute("href", "/export/map.svg?on=2016-12-06&sources=sana&lang=en")


def test_the_film_follows_the_window_and_says_so(open_page):
    page = open_page("/?lang=en")
    page.locator(".pictures summary").click()
    film = page.locator(".pictures a", has_text="GIF")
    expect(page.get_by_text("the thirty days before")).to_be_visible()
    page.get_by_role("slider", name="The window begins").press("PageUp")
    expect(film).to_have_attribute("href", re.compile(r"map\.gif\?(?=.*from=2016-12-01)(?=.*to=2016-12-07)"))
    expect(page.get_by_text("from the first to the last day")).to_be_visible()
    expect(page.get_by_text("the thirty days before")).to_be_hidden()
    page.get_by_role("button", name="Show the whole war").click()
    expect(film).not_to_have_attribute("href", re.compile("from="))
    page.locator(".pictures summary").click()
    expect(page.get_by_text("the thirty days before")).to_be_visible()


def test_the_menu_closes_by_escape_and_by_a_press_elsewhere_and_the_place_stays(open_page):
    page = open_page("/?lang=en&place=shaar")
    menu, opener = page.locator(".pictures ul"), page.locator(".pictures summary")
    opener.press("Enter")
    page.locator(".pictures a").first.press("Escape")
    expect(menu).to_be_hidden()
    expect(opener).to_be_focused()
    expect(page.locator("#panel h2")).to_contain_text("Shaar")
    opener.click()
    expect(menu).to_be_visible()
    page.locator("#panel").click()
    expect(menu).to_be_hidden()
    known = page.locator(".times summary")
    known.press("Enter")
    page.get_by_label("As known on").press("Escape")
    expect(page.get_by_label("As known on")).to_be_hidden()
    expect(known).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).not_to_contain_text("Shaar")


def test_every_link_of_the_map_follows_what_is_shown(open_page, hours):
    """Day and hour, window, what was known; what only the server knows of the address, as whose word counts, stays."""
    page = open_page("/?lang=en&sources=sana&on=2016-12-05")
    page.get_by_role("slider", name="The window begins").press("PageUp")
    part(page, "known").press("ArrowLeft")
    expect(page).to_have_url(re.compile("known=2016-12-07"))
    part(page, "date").fill("2016-12-06")
    part(page, "date").press("Enter")
    links = page.locator("a[data-keeps-view='']:visible, .pictures a")
    kept = re.compile(r"(?=.*on=2016-12-06)(?=.*from=2016-12-01)(?=.*known=2016-12-07)(?=.*sources=sana)")
    assert links.count() >= 7
    for link in links.all():
        expect(link).to_have_attribute("href", kept)
    compare = page.get_by_role("navigation").get_by_role("link", name="Compare")
    expect(compare).to_have_attribute(
        "href", re.compile("/compare/[?]on=2016-12-06&from=2016-12-01&to=.*&known=2016-12-07$")
    )


def test_a_picture_and_the_table_show_the_hour_and_the_language_of_the_page(open_page, live_server, hours):
    page = open_page("/?lang=ar&on=2016-12-07&at=13")
    part(page, "next-day").click()
    page.context.clear_cookies()
    for kind in ("PNG", "SVG", "GIF"):
        link = page.locator(".pictures a", has_text=kind)
        expect(link).to_have_attribute("href", re.compile(r"(?=.*on=2016-12-07)(?=.*at=14)(?=.*lang=ar)"))
    page.context.add_cookies([{"name": "django_language", "value": "en", "url": live_server.url}])
    page.get_by_role("link", name="الجدول").click()
    expect(page.locator("#rows")).to_have_text("2 places on 7 December 2016, 14:00")


def test_a_link_that_is_pressed_says_what_is_shown_at_that_moment(open_page):
    """Also where no click follows, as when its address is copied or it is opened in another tab."""
    page = open_page("/?lang=en")
    page.evaluate("""() => { addEventListener("pointerdown", (event) => { window.told = event.target.href; }); }""")
    table = page.get_by_role("navigation").get_by_role("link", name="Table")
    part(page, "previous-day").focus()
    page.evaluate("document.activeElement.click()")
    table.dispatch_event("pointerdown", {"button": 2})
    assert "on=2016-12-06" in page.evaluate("window.told")


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
