"""Time on the map: the window, the shares, keys, play, typed days, and the way back."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from events import control
from events.tests import factories

from .conftest import DESKTOP, PHONE
from .dock import BOTH, box_of, drag, expect_day, part, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@BOTH
def test_a_window_is_drawn_by_pointer_and_time_runs_with_the_reading_direction(open_page, language, size):
    page = open_page(f"/?lang={language}&on=2016-11-20", size)
    unfold(page, size)
    drag(page, "overview", *((0.5, 0.96) if language == "en" else (0.5, 0.04)))  # from the middle to the end

    slider = part(page, "slider")
    expect(page).to_have_url(re.compile(r"from=2016-11-27&to=2016-12-0[67]"))
    assert int(slider.get_attribute("min")) == 10
    expect_day(page, "2016-11-27")  # the day shown is one of the window's
    part(page, "whole").click()
    expect(page).not_to_have_url(re.compile("from="))
    assert slider.get_attribute("min") == "0"
    expect(part(page, "whole")).to_be_hidden()


def test_a_window_is_set_by_keyboard_alone(open_page):
    page = open_page("/?lang=en")
    page.get_by_role("slider", name="The window begins").press("PageUp")
    expect(page).to_have_url(re.compile("from=2016-12-01&to=2016-12-07"))
    band = page.get_by_role("slider", name="Move the window")
    band.press("ArrowLeft")
    expect(page).to_have_url(re.compile("from=2016-11-30&to=2016-12-06"))
    expect(band).to_have_attribute("aria-valuetext", "30 November 2016 – 6 December 2016")
    expect_day(page, "2016-12-06")
    page.get_by_role("slider", name="The window ends").press("End")
    expect(page).to_have_url(re.compile("to=2016-12-07"))


def test_the_window_of_the_address_is_shown_and_back_undoes_one(open_page):
    page = open_page("/?lang=en&on=2016-12-03&from=2016-11-30&to=2016-12-06")
    expect(part(page, "slider")).to_have_attribute("min", "13")
    part(page, "whole").click()
    expect(part(page, "slider")).to_have_attribute("min", "0")
    page.go_back()
    expect(part(page, "slider")).to_have_attribute("min", "13")
    page.go_forward()
    expect(part(page, "slider")).to_have_attribute("min", "0")


def test_a_click_on_the_strip_goes_to_that_day(open_page):
    page = open_page("/?lang=en")
    box = box_of(page, "overview")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect_day(page, "2016-11-27")


def test_a_step_draws_no_bar_and_no_area_again(open_page):
    page = open_page("/?lang=en")
    page.evaluate("""() => {
        for (const path of document.querySelectorAll(".dock .histogram path, .shares path")) path.kept = true;
    }""")
    page.get_by_role("button", name="Previous day").click()
    expect_day(page, "2016-12-06")
    kept = '[...document.querySelectorAll(".dock .histogram path, .shares path")].every((path) => path.kept)'
    assert page.evaluate(kept)


@pytest.mark.parametrize(
    ("language", "held", "claimed"),
    [("en", "opposition 50%", "government, claimed 50%"), ("ar", "المعارضة", "الحكومة، مُدَّعى")],
)
def test_the_shares_of_the_day_are_told_in_words(open_page, language, held, claimed):
    page = open_page(f"/?lang={language}")
    words = part(page, "shares-words")
    expect(words).to_contain_text(held)
    expect(words).to_contain_text(claimed)
    part(page, "previous-day").click()
    expect(words).not_to_contain_text(claimed, use_inner_text=True)
    expect(words).to_contain_text("100%" if language == "en" else re.compile("١٠٠"), use_inner_text=True)


def test_the_shares_are_weighed_by_area_and_say_so(open_page):
    page = open_page("/?lang=en")
    expect(part(page, "shares-label")).to_have_text("Share of the city’s area:")


def test_another_day_is_read_from_the_chart_without_going_there(open_page):
    page = open_page("/?lang=en")
    chart = page.get_by_role("slider", name="Share of the city by side")
    chart.focus()
    chart.press("ArrowLeft")
    expect(part(page, "shares-day")).to_have_text("6 December 2016")
    expect(chart).to_have_attribute("aria-valuetext", "6 December 2016: opposition 100%")
    assert "on=2016-12-06" not in page.url
    box = box_of(page, "shares")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 5)
    expect(part(page, "shares-day")).to_have_text("27 November 2016")
    chart.press("Enter")
    expect_day(page, "2016-11-27")


def test_what_is_between_two_sides_has_a_pattern(open_page, hours):
    page = open_page("/?lang=en")
    expect(part(page, "shares-words")).to_contain_text("contested or shared 50%")
    expect(page.locator('[data-group="between"]')).to_have_attribute("fill", "url(#look-between)")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_keys_step_with_the_reading_direction_and_space_plays(open_page, language):
    page = open_page(f"/?lang={language}")
    back, on = ("ArrowLeft", "ArrowRight") if language == "en" else ("ArrowRight", "ArrowLeft")
    page.keyboard.press(back)
    expect_day(page, "2016-12-06")
    page.keyboard.press(f"Shift+{back}")
    expect_day(page, "2016-11-17")
    page.keyboard.press(on)
    expect_day(page, "2016-11-18")
    page.keyboard.press("End")
    expect_day(page, "2016-12-07")
    page.keyboard.press("Home")
    expect_day(page, "2016-11-17")
    page.keyboard.press("Space")
    expect(part(page, "play")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Space")
    expect(part(page, "play")).to_have_attribute("aria-pressed", "false")


def test_keys_rest_in_fields_and_can_be_put_off(open_page):
    page = open_page("/?lang=en")
    page.keyboard.press("g")
    expect(part(page, "date")).to_be_focused()
    page.keyboard.type("g ?")
    expect(part(page, "play")).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("dialog")).to_have_count(0)
    part(page, "date").blur()
    page.keyboard.press("?")
    page.get_by_role("dialog").get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert "on=2016-11-17" not in page.url


def test_play_goes_day_by_day_to_the_end_and_stops(open_page):
    page = open_page("/?lang=en&on=2016-11-17")
    part(page, "speed").select_option(index=3)
    part(page, "play").click()
    expect_day(page, "2016-12-07")  # three weeks on would be the eighth, of which nothing is known
    expect(part(page, "play")).to_have_attribute("aria-pressed", "false")


def test_play_stays_in_the_window_and_begins_anew_at_its_end(open_page):
    page = open_page("/?lang=en&on=2016-11-20&from=2016-11-18&to=2016-11-25")
    part(page, "speed").select_option(index=3)
    part(page, "play").click()
    expect_day(page, "2016-11-25")
    expect(part(page, "play")).to_have_attribute("aria-pressed", "false")
    expect(page).to_have_url(re.compile("from=2016-11-18&to=2016-11-25"))

    part(page, "speed").select_option(index=1)
    part(page, "play").click()
    expect(part(page, "words")).to_have_attribute("datetime", re.compile("2016-11-(18|19|2[0-4])"))


def test_whoever_asks_for_a_day_stays_there(open_page):
    page = open_page("/?lang=en&on=2016-11-17")
    part(page, "speed").select_option(index=1)
    for asked, day in ((_typed, "2016-12-05"), (_found, "2016-12-04")):
        part(page, "play").click()
        asked(page, day)
        expect(part(page, "play")).to_have_attribute("aria-pressed", "false")
        expect_day(page, day)


def _typed(page: Page, day: str):
    part(page, "date").fill(day)
    part(page, "date").press("Enter")


def _found(page: Page, day: str):
    page.locator("#search-field").fill(day)
    page.locator("#search-found a").first.wait_for()
    page.keyboard.press("Enter")


def test_a_day_that_is_looked_for_outside_of_the_record_is_not_replaced_by_another(open_page):
    page = open_page("/?lang=en&on=2016-11-20")
    _found(page, "2019-12-07")
    expect(page.locator("#map-message")).to_contain_text("The record runs from 17 November 2016")
    expect_day(page, "2016-11-20")
    part(page, "next-day").click()
    expect(page.locator("#map-message")).to_be_hidden()


def test_an_error_goes_once_the_reader_goes_on(open_page):
    page = open_page("/?lang=en&on=2016-11-20")
    _typed(page, "foo")
    expect(part(page, "date")).to_have_attribute("aria-invalid", "true")
    part(page, "next-day").click()
    expect(part(page, "date")).to_have_value("2016-11-21")
    expect(part(page, "date")).to_have_attribute("aria-invalid", "false")
    expect(part(page, "date-error")).to_be_empty()


@pytest.mark.parametrize(
    ("language", "typed"), [("en", "5/12/2016"), ("en", "20161205"), ("ar", "٥/١٢/٢٠١٦"), ("ar", "٢٠١٦-١٢-٠٥")]
)
def test_a_day_is_typed_as_the_reader_writes_it_and_back_returns(open_page, language, typed):
    page = open_page(f"/?lang={language}")
    part(page, "date").fill(typed)
    part(page, "date").press("Enter")
    expect_day(page, "2016-12-05")
    page.go_back()
    expect(part(page, "words")).to_have_attribute("datetime", "2016-12-07")


def test_a_day_outside_of_the_record_is_told_apart_from_none(open_page):
    page = open_page("/?lang=en")
    part(page, "date").fill("2020-01-01")
    part(page, "date").press("Enter")
    expect(part(page, "date-error")).to_have_text(
        "The record runs from 17 November 2016 to 7 December 2016. Give a day between them."
    )
    expect(part(page, "date")).to_have_attribute("aria-invalid", "true")


def test_reset_shows_it_as_it_was_opened(open_page):
    page = open_page("/?lang=en&on=2016-11-20&from=2016-11-17&to=2016-11-27")
    part(page, "reset").click()
    expect_day(page, "2016-12-07")
    expect(page).not_to_have_url(re.compile("from="))


def test_a_link_followed_at_once_takes_the_step_along(open_page):
    page = open_page("/?lang=en")
    page.evaluate("""() => {
        document.querySelector("[data-dock='previous-day']").click();
        document.querySelector("a[hreflang='ar']").click();
    }""")
    page.wait_for_url("**lang=ar**")
    expect(page).to_have_url(re.compile("on=2016-12-06"))


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_serious_is_found_and_the_dock_leaves_room(open_page, hours, language, size):
    page = open_page(f"/?lang={language}&on=2016-12-07&at=14&from=2016-11-27&to=2016-12-07&known=2016-12-07", size)
    unfold(page, size)
    for dialog in (None, "help", "link"):
        if dialog:
            part(page, dialog).click()
        page.wait_for_timeout(200)
        assert _serious(page) == []
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if size == PHONE:
        assert page.locator("#dock").bounding_box()["height"] <= 0.4 * PHONE["height"]


def _serious(page: Page) -> list:
    violations = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in violations if one["impact"] in ("serious", "critical")]


@pytest.fixture
def long_record(record):
    """A record of more than a year, of which a tenth is more than 30 days."""
    begin = factories.DAY_START - 400 * factories.DAY
    first = factories.entry(
        place=factories.place("sukkari"), actor=factories.actor("opposition"), status="assessed", event_start=begin,
        event_end=begin + factories.DAY, known_at=begin + factories.DAY,
    )  # fmt: skip
    control.enter([first], by=factories.user(), reason="Long before")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_of_the_sliders_are_thirty_days(open_page, long_record, language):
    page = open_page(f"/?lang={language}&on=2016-12-07")
    part(page, "slider").press("PageDown")
    expect_day(page, "2016-11-07")
    part(page, "slider").press("PageDown")
    expect_day(page, "2016-10-08")
    part(page, "slider").press("PageUp")
    expect_day(page, "2016-11-07")
    part(page, "known").press("ArrowDown")
    expect(page).to_have_url(re.compile("known=2016-12-07"))
    part(page, "known").press("PageDown")
    expect(page).to_have_url(re.compile("known=2016-11-07"))


def test_pages_of_hours_stay_within_the_day(open_page, hours):
    page = open_page("/?lang=en&on=2016-12-07&at=13")
    part(page, "slider").press("PageUp")
    expect(page).to_have_url(re.compile("on=2016-12-07&at=1[4-9]"))
