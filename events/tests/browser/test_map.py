"""The main paths of the map, in a real browser, in both languages."""

import re

import pytest
from playwright.sync_api import expect

from events import control, review
from events.tests import factories
from events.translating import translate, translate_note

from .conftest import PHONE
from .resting import box_at_rest
from .surface import click_place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHAAR = 'button[data-place="shaar"]'


def test_the_map_opens_on_its_day_and_paints_what_is_claimed(open_page):
    page = open_page("/?lang=en")
    expect(page.locator('[data-dock="words"]')).to_have_text("Wednesday, 7 December 2016")
    expect(page.locator(SHAAR)).to_have_attribute("data-look", re.compile("^(claimed|contested)-government"))


def test_stepping_back_shows_the_day_before(open_page):
    page = open_page("/?lang=en")
    page.get_by_role("button", name="Previous day").click()
    expect(page.locator('[data-dock="words"]')).to_have_text("Tuesday, 6 December 2016")
    expect(page.locator(SHAAR)).to_have_attribute("data-look", "assessed-opposition")
    expect(page).to_have_url(re.compile("on=2016-12-06"))


def test_steps_lead_from_change_to_change(open_page):
    page = open_page("/?lang=en")
    page.get_by_role("button", name="Previous change").click()
    expect(page).to_have_url(re.compile("on=2016-11-17"))
    expect(page.get_by_role("button", name="Previous change")).to_be_disabled()


def test_play_moves_to_the_next_change_and_pauses(open_page):
    page = open_page("/?lang=en&on=2016-11-17")
    page.get_by_role("button", name="Play").click()
    expect(page).to_have_url(re.compile("on=2016-12-07"))
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_a_typed_date_is_followed_and_a_wrong_one_explained(open_page):
    page = open_page("/?lang=en")
    field = page.get_by_label("Go to")
    field.fill("5/12/2016")
    field.press("Enter")
    expect(page).to_have_url(re.compile("on=2016-12-05"))
    field.fill("soon")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Give a day from")


@pytest.mark.parametrize(("language", "name"), [("en", "Shaar"), ("ar", "الشعار")])
def test_a_place_opens_with_its_evidence_and_back_closes_it(open_page, language, name):
    page = open_page(f"/?lang={language}")
    click_place(page, "shaar")
    expect(page.locator("#panel h2")).to_contain_text(name)
    quote = page.locator("#panel blockquote").first
    expect(quote).to_have_attribute("dir", "auto")
    expect(quote).to_contain_text("الشعار")
    expect(page).to_have_url(re.compile("place=shaar"))
    page.go_back()
    expect(page.locator("#panel blockquote")).to_have_count(0)


def test_a_quote_leads_to_its_passage(open_page, record):
    page = open_page("/?lang=en&place=shaar")
    page.get_by_role("link", name="Read it in the report").first.click()
    expect(page).to_have_url(re.compile(f"#claim-{record.pk}$"))
    expect(page.locator("article mark")).to_contain_text("الشعار")


def test_places_are_reached_by_keyboard(open_page):
    page = open_page("/?lang=en")
    page.keyboard.press("/")
    page.keyboard.type("الشعار")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_contain_text("Shaar")
    page.keyboard.press("Escape")
    expect(page.locator(SHAAR)).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_contain_text("Sukkari")


def test_the_language_changes_and_the_view_stays(open_page):
    page = open_page("/?lang=en")
    page.get_by_role("button", name="Previous day").click()
    page.get_by_role("link", name="العربية").click()
    page.locator("#map-page[data-ready]").wait_for()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator('[data-dock="words"]')).to_contain_text("٦ كانون الأول ٢٠١٦")


def test_a_failure_says_so_and_can_be_retried(open_page):
    page = open_page("/?lang=en")
    page.route("**/places/shaar/control*", lambda route: route.abort())
    click_place(page, "shaar")
    expect(page.get_by_role("alert").filter(has_text="Nothing is lost")).to_be_visible()
    page.unroute("**/places/shaar/control*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#panel blockquote").first).to_be_visible()


def test_on_a_phone_the_panel_is_a_sheet(open_page):
    page = open_page("/?lang=ar", PHONE)
    expect(page.locator("#panel")).not_to_be_visible()
    click_place(page, "shaar")
    expect(page.locator("#panel h2")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_comes_from_elsewhere(open_page, live_server, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    open_page("/?lang=ar")
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []


def test_on_a_phone_the_panel_is_a_sheet_of_three_heights(open_page):
    page = open_page("/?lang=en&place=shaar", PHONE)
    panel, handle, slider = page.locator("#panel"), page.locator(".handle"), page.locator('[data-dock="slider"]')
    expect(panel).to_contain_text("Shaar")
    half = box_at_rest(panel)
    handle.click()
    expect(handle).to_have_attribute("aria-label", "Show only the head")
    assert panel.bounding_box()["height"] > 1.3 * half["height"]
    handle.press("ArrowDown")
    handle.press("ArrowDown")
    expect(panel).to_have_attribute("data-height", "low")
    expect(panel.get_by_role("heading", name="Shaar")).to_be_in_viewport()
    low = box_at_rest(panel)
    assert low["y"] + low["height"] <= slider.bounding_box()["y"], "the slider stays under the thumb"
    box = box_at_rest(handle)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] - 120)
    page.mouse.up()
    expect(panel).to_have_attribute("data-height", "half")


def test_a_quote_has_its_translation_for_whoever_does_not_read_it(open_page, record):
    translate(record.report.claims.get(), "SANA: the army took Shaar.", by=factories.user())
    page = open_page("/?lang=en&place=shaar")
    expect(page.locator(".panel .translation")).to_have_text("Translation: SANA: the army took Shaar.")
    assert page.locator(".panel .translation").get_attribute("lang") == "en"
    page = open_page("/?lang=ar&place=shaar")
    expect(page.locator(".panel blockquote").first).to_be_visible()
    expect(page.locator(".panel .translation")).to_have_count(0)


def test_a_note_is_told_in_the_readers_language(open_page, record):
    note, in_arabic = "Held since the first summer.", "بيد المعارضة منذ الصيف الأول."
    entry = factories.entry(
        place=factories.place("sakhour"), actor=factories.actor("opposition"), status="assessed", note=note
    )
    control.enter([entry], by=factories.user(), reason="Where it begins")
    translate_note(note, in_arabic, by=factories.user())
    for language, told in (("en", note), ("ar", in_arabic)):
        page = open_page(f"/?lang={language}&place=sakhour")
        expect(page.locator("#panel blockquote")).to_have_text([told])


@pytest.mark.parametrize(
    ("on", "shown", "told"),
    [
        ("2016-11-31", "2016-12-07", "Give a day from 17 November 2016 to 7 December 2016, as 2016-12-07."),
        ("2020-01-01", "2016-12-07", "The record runs from 17 November 2016 to 7 December 2016."),
        ("2013-01-01", "2016-11-17", "The record runs from 17 November 2016 to 7 December 2016."),
    ],
)
def test_another_day_than_the_one_asked_for_is_told(open_page, on, shown, told):
    page = open_page(f"/?lang=en&on={on}")
    expect(page.locator("#map-message")).to_contain_text(told)
    expect(page).to_have_url(re.compile(f"on={shown}"))
    expect(page.locator("a.to-changes")).to_have_attribute("href", re.compile(f"on={shown}"))
    page.get_by_role("button", name="Previous day" if shown == "2016-12-07" else "Next day").click()
    expect(page.locator("#map-message")).to_be_hidden()


def test_the_day_asked_for_is_shown_without_a_word(open_page):
    page = open_page("/?lang=en&on=2016-12-06")
    expect(page.locator('[data-dock="words"]')).to_have_text("Tuesday, 6 December 2016")
    expect(page.locator("#map-message")).to_be_hidden()


@pytest.mark.parametrize(("language", "separator"), [("en", "; "), ("ar", "؛ ")])
def test_changes_are_told_aloud_with_the_separator_of_the_language(open_page, language, separator):
    review.accept(factories.claim(place=factories.place("sukkari")), by=factories.user())
    live = open_page(f"/?lang={language}&on=2016-12-07").locator("#live")
    expect(live).to_have_text(re.compile(f"{separator}(Shaar|Sukkari|الشعار|السكري): "))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("state", ["", "&known=2016-12-08", "more"])
def test_on_a_phone_the_open_legend_lies_under_nothing(open_page, language, state):
    page = open_page(f"/?lang={language}&on=2016-12-07{state if state != 'more' else ''}", PHONE)
    if state == "more":
        page.locator("[data-dock='more']").click()
    page.locator("#legend summary").click()
    expect(page.locator("#legend .statuses")).to_be_visible()
    legend, times = (box_at_rest(page.locator(name)) for name in ("#legend", ".map-frame .times"))
    apart = legend["x"] + legend["width"] <= times["x"] or times["x"] + times["width"] <= legend["x"]
    assert apart or legend["y"] + legend["height"] <= times["y"]
    assert legend["height"] > 100
