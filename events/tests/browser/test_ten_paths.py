"""The ten paths that an analyst walks every day, each in both languages, at a desk and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import DESKTOP, PHONE
from .surface import click_place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EVERYWHERE = pytest.mark.parametrize(
    ("language", "size"),
    [("en", DESKTOP), ("ar", DESKTOP), ("en", PHONE), ("ar", PHONE)],
    ids=["en-desktop", "ar-desktop", "en-phone", "ar-phone"],
)
NAMES = {"en": "Shaar", "ar": "الشعار"}
SHAAR = 'button[data-place="shaar"]'
SUKKARI = 'button[data-place="sukkari"]'
PANEL = "#panel"


def dock(page: Page, part: str):
    return page.locator(f'[data-dock="{part}"]')


def unfold(page: Page, size: dict):
    """What a phone keeps behind a button."""
    if size == PHONE:
        dock(page, "more").click()


@EVERYWHERE
def test_open(open_page, language, size):
    page = open_page(f"/?lang={language}", size)
    expect(dock(page, "words")).to_have_attribute("datetime", "2016-12-07")
    expect(page.locator(SHAAR)).to_have_attribute("data-look", re.compile("^(claimed|contested)-government"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@EVERYWHERE
def test_play(open_page, language, size):
    page = open_page(f"/?lang={language}&on=2016-11-17", size)
    dock(page, "play").click()
    expect(dock(page, "words")).to_have_attribute("datetime", "2016-12-07")
    expect(page.locator(SHAAR)).to_have_attribute("data-look", re.compile("government"))


@EVERYWHERE
def test_step(open_page, language, size):
    page = open_page(f"/?lang={language}", size)
    dock(page, "previous-day").click()
    expect(page).to_have_url(re.compile("on=2016-12-06"))
    expect(page.locator(SHAAR)).to_have_attribute("data-look", "assessed-opposition")
    dock(page, "next-change").click()
    expect(page).to_have_url(re.compile("on=2016-12-07"))


@EVERYWHERE
def test_type_a_date(open_page, language, size):
    page = open_page(f"/?lang={language}", size)
    unfold(page, size)
    dock(page, "date").fill("5/12/2016" if language == "en" else "٥/١٢/٢٠١٦")
    dock(page, "date").press("Enter")
    expect(page).to_have_url(re.compile("on=2016-12-05"))
    dock(page, "date").fill("soon")
    dock(page, "date").press("Enter")
    expect(dock(page, "date-error")).not_to_be_empty()


@EVERYWHERE
def test_open_a_place(open_page, language, size):
    page = open_page(f"/?lang={language}", size)
    click_place(page, "shaar")
    expect(page.locator(f"{PANEL} h2")).to_contain_text(NAMES[language])
    expect(page.locator(f"{PANEL} .state")).to_be_visible()
    expect(page).to_have_url(re.compile("place=shaar"))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("place="))


@EVERYWHERE
def test_read_a_quote(open_page, record, language, size):
    page = open_page(f"/?lang={language}&place=shaar", size)
    quote = page.locator(f"{PANEL} blockquote").first
    expect(quote).to_contain_text("الشعار")
    assert quote.evaluate("quote => getComputedStyle(quote).direction") == "rtl"
    page.locator(f'{PANEL} a[href*="#claim-"]').first.click()
    expect(page).to_have_url(re.compile(f"#claim-{record.pk}$"))
    expect(page.locator("article mark")).to_contain_text("الشعار")


@EVERYWHERE
def test_compare(open_page, language, size):
    page = open_page(f"/changed/?from=2016-12-06&to=2016-12-07&lang={language}", size)
    page.locator(".beside[data-ready]").wait_for()
    expect(page.locator("main")).to_contain_text(NAMES[language])
    expect(page.locator("path.differs")).to_have_count(2)  # the same place on both maps
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@EVERYWHERE
def test_perspective(open_page, language, size):
    page = open_page(f"/?lang={language}&sources=sana", size)
    expect(page.get_by_role("note")).to_be_visible()
    expect(page.locator(SHAAR)).to_have_attribute("data-look", "claimed-government")
    expect(page.locator(SUKKARI)).to_have_attribute("data-look", "none")  # SANA never spoke of it
    page.get_by_role("note").get_by_role("link").click()
    page.locator("#map-page[data-ready]").wait_for()
    expect(page.locator(SUKKARI)).to_have_attribute("data-look", "assessed-opposition")


@EVERYWHERE
def test_table(open_page, language, size):
    page = open_page(f"/table/?on=2016-12-07&lang={language}", size)
    expect(page.locator(".standings tbody tr")).to_have_count(2)
    page.locator(".standings").get_by_role("link", name=NAMES[language]).first.click()
    page.locator("#map-page[data-ready]").wait_for()
    expect(page.locator(f"{PANEL} h2")).to_contain_text(NAMES[language])


@EVERYWHERE
def test_export(open_page, language, size):
    page = open_page(f"/?on=2016-12-07&lang={language}", size)
    page.locator(".pictures summary").click()
    for form in ("PNG", "SVG"):
        with page.expect_download() as told:
            page.locator(".pictures").get_by_role("link", name=form).click()
        assert told.value.suggested_filename == f"aleppo-2016-12-07.{form.lower()}"
