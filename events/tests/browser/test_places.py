"""The list of places with its map, and the page of one place, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import PHONE
from .surface import click_place, colours_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHAAR = 'button[data-place="shaar"]'


def test_the_listed_places_stand_out_on_the_map(open_page):
    page = open_page("/places/?lang=en&q=Shaar")
    page.locator("[data-ready]").wait_for()
    expect(page.locator(".reach button")).to_have_count(1)
    expect(page.locator("[data-outlines-drawn]")).to_have_attribute("data-outlines-drawn", "2")
    page.locator("[data-slug=shaar] a").focus()
    expect(page.locator(SHAAR)).to_have_attribute("aria-current", "true")


def test_a_place_is_opened_from_the_map_by_keyboard(open_page):
    page = open_page("/places/?lang=ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.locator(SHAAR).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/places/shaar/$"))


def test_the_page_of_a_place_shows_it_among_its_neighbours(open_page):
    page = open_page("/places/shaar/?lang=en&on=2016-12-07&known=2016-12-08")
    expect(page.locator(SHAAR)).to_have_attribute("aria-current", "true")
    click_place(page, "sukkari")
    expect(page).to_have_url(re.compile(r"/places/sukkari/\?lang=en&on=2016-12-07&known=2016-12-08$"))


@pytest.mark.parametrize(
    ("language", "zoom", "scale"),
    [("en", ("Zoom in", "Zoom out"), r"^\d+ k?m$"), ("ar", ("تكبير", "تصغير"), "^[٠-٩]+ ك?م$")],
)
@pytest.mark.parametrize("path", ["/", "/places/shaar/"])
def test_the_words_of_the_map_itself_are_the_reader_s(open_page, path, language, zoom, scale):
    page = open_page(f"{path}?lang={language}")
    for name in zoom:
        expect(page.get_by_role("button", name=name)).to_be_visible()
    expect(page.locator(".leaflet-control-scale-line")).to_have_text(re.compile(scale))


def test_the_list_works_without_javascript(browser, live_server, record):
    with browser.new_context(java_script_enabled=False, locale="en") as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/places/?lang=en")
        page.get_by_label("Name").fill("السكري")
        page.get_by_role("button", name="Find").click()
        page.get_by_role("link", name="Sukkari").click()
        expect(page.locator("h1")).to_contain_text("السكري")


@pytest.mark.parametrize("path", ["/places/", "/places/shaar/"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_wider_than_a_phone(open_page, path, language):
    page = open_page(f"{path}?lang={language}", PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", ["/places/?lang=en", "/places/shaar/?lang=en"])
def test_another_theme_is_taken_up_at_once(open_page, path):
    page = open_page(path)
    page.locator("[data-ready]").wait_for()
    page.emulate_media(color_scheme="dark")
    taken_up = {slug: colours_of(page, slug, 4) for slug in ("shaar", "sukkari")}
    page.reload()
    page.locator("[data-ready]").wait_for()
    assert taken_up == {slug: colours_of(page, slug, 4) for slug in ("shaar", "sukkari")}
