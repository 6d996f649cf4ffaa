"""Time on the map: the window, the shares, hours, what was known, the link, and the way back, by pointer and by key."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from events import answers, control, review
from events.tests import factories

from .conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOUR = timedelta(hours=1)
LOOK = "[data-dock='{}']"
CONTESTED = re.compile("^contested")


@pytest.fixture
def hours(record):
    """Sukkari is fought over from two in the afternoon of 7 December."""
    fight = factories.entry(
        place=factories.place("sukkari"), actor=factories.actor("opposition"), counterparty=factories.actor(),
        kind="clash", status="contested", event_start=factories.DAY_START + 14 * HOUR,
        event_end=factories.DAY_START + 15 * HOUR, known_at=factories.DAY_START + 15 * HOUR,
    )  # fmt: skip
    control.enter([fight], by=factories.user(), reason="With its hour")


@pytest.fixture
def corrected(record):
    """An independent voice, published a day later, settled who held Shaar."""
    report = factories.report(published_at=factories.NOON + timedelta(days=1))
    said = factories.claim(report=report, source=factories.source("sohr", "independent"))
    review.accept(said, by=factories.user())


def part(page: Page, name: str):
    return page.locator(LOOK.format(name))


def look_of(page: Page, slug: str) -> Locator:
    """The place, which says how it looks; what it says is written a moment after it is painted."""
    return page.locator(f'button[data-place="{slug}"]')


def expect_day(page: Page, day: str):
    expect(part(page, "words")).to_have_attribute("datetime", day)
    expect(page).to_have_url(re.compile(f"on={day}"))


def unfold(page: Page, size: dict):
    if size == PHONE:
        part(page, "more").click()


def box_of(page: Page, name: str) -> dict:
    return part(page, name).bounding_box()


def drag(page: Page, name: str, start: float, end: float):
    """Drag along the part, from one share of its width to another."""
    box = box_of(page, name)
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], middle)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], middle, steps=5)
    page.mouse.up()


BOTH = pytest.mark.parametrize(("language", "size"), [("en", DESKTOP), ("ar", DESKTOP), ("en", PHONE), ("ar", PHONE)])


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
    expect(page.locator('[data-group="between"]')).to_have_attribute("fill", "url(#shares-between)")


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
    expect_day(page, "2016-12-01")
    expect(part(page, "play")).to_have_attribute("aria-pressed", "false")


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


def test_hours_are_off_where_none_is_told(open_page):
    page = open_page("/?lang=en")
    expect(page.get_by_role("radio", name="By hour")).to_be_disabled()
    expect(page.get_by_text("no hours told")).to_be_visible()


@BOTH
def test_hours_of_a_day_are_stepped_where_evidence_has_them(open_page, hours, language, size):
    page = open_page(f"/?lang={language}", size)
    expect(look_of(page, "sukkari")).to_have_attribute("data-look", CONTESTED)
    unfold(page, size)
    page.locator('.unit input[value="hour"]').check()
    expect(page).to_have_url(re.compile("on=2016-12-07&at=0"))
    expect(look_of(page, "sukkari")).not_to_have_attribute("data-look", CONTESTED)
    expect(part(page, "previous-day")).to_be_disabled()
    part(page, "next-change").click()
    expect(page).to_have_url(re.compile("at=14"))
    expect(part(page, "words")).to_contain_text("14:00" if language == "en" else re.compile("١٤"))
    expect(look_of(page, "sukkari")).to_have_attribute("data-look", CONTESTED)
    part(page, "previous-day").click()
    expect(page).to_have_url(re.compile("at=13"))
    page.locator('.unit input[value="day"]').check()
    expect(page).not_to_have_url(re.compile("at="))
    page.go_back()
    expect(part(page, "slider")).to_have_attribute("max", "23")


def test_the_panel_tells_the_hour_too(open_page, hours):
    page = open_page("/?lang=en&on=2016-12-07&at=13&place=sukkari")
    expect(page.locator("#panel .state")).to_contain_text("Held by")
    part(page, "next-day").click()
    expect(page.locator("#panel .state")).to_contain_text("Contested")


def test_an_hour_stands_in_the_address_and_the_panel_tells_its_changes(open_page, hours):
    page = open_page("/?lang=en&on=2016-12-07&at=14")
    expect(page.locator("#panel h2")).to_have_text("1 place changed this hour")
    expect(part(page, "changes")).to_have_text("1 change this hour")
    part(page, "date").fill("2016-12-06")
    part(page, "date").press("Enter")
    expect_day(page, "2016-12-06")
    expect(page).not_to_have_url(re.compile("at="))


@BOTH
def test_the_second_handle_repaints_what_was_known_without_loading_the_page(open_page, corrected, language, size):
    page = open_page(f"/?lang={language}", size)
    page.evaluate("window.isSamePage = true")
    unfold(page, size)
    expect(look_of(page, "shaar")).to_have_attribute("data-look", re.compile("^assessed"))
    part(page, "known").focus()
    back = "ArrowLeft" if language == "en" else "ArrowRight"
    page.keyboard.press(back)  # from today to the last day of the record, on which the second voice had not spoken

    expect(page).to_have_url(re.compile("known=2016-12-07"))
    expect(look_of(page, "shaar")).not_to_have_attribute("data-look", re.compile("^assessed"))
    expect(page.get_by_role("note")).to_contain_text(
        "As known on 7 December 2016." if language == "en" else "كما كان معروفًا في ٧ كانون الأول ٢٠١٦"
    )
    expect(page.locator("#live")).to_contain_text("As known on" if language == "en" else "كما كان معروفًا")
    part(page, "known-today").click()
    expect(look_of(page, "shaar")).to_have_attribute("data-look", re.compile("^assessed"))
    expect(page.get_by_role("note")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("known="))
    assert page.evaluate("window.isSamePage")


def test_the_handle_works_in_an_embedded_map(open_page, corrected):
    page = open_page("/embed/?lang=en")
    page.locator("#map-page[data-ready]").wait_for()
    part(page, "known").press("ArrowLeft")
    expect(page).to_have_url(re.compile("/embed/.*known=2016-12-07"))
    expect(page.locator("#map-message")).to_be_hidden()


def test_back_and_forward_change_what_was_known(open_page, corrected):
    page = open_page("/?lang=en&place=shaar")
    expect(page.locator("#panel .evidence.for li")).to_have_count(2)
    part(page, "known").press("ArrowLeft")
    expect(page.locator("#panel .evidence.for li")).to_have_count(1)
    page.go_back()
    expect(page.locator("#panel .evidence.for li")).to_have_count(2)
    expect(page.get_by_role("note")).to_have_count(0)
    page.go_forward()
    expect(page.locator("#panel .evidence.for li")).to_have_count(1)
    expect(page.get_by_role("note")).to_contain_text("As known on")


def test_an_answer_that_comes_late_is_of_another_time_and_is_dropped(open_page, corrected):
    page = open_page("/?lang=en&place=shaar&known=2016-12-07")
    expect(page.locator("#panel .evidence.for li")).to_have_count(1)
    late = []
    page.route("**/places/shaar/control*known=2016-12-07", lambda route: late.append(route))
    part(page, "previous-day").click()
    expect(page.locator("#panel")).to_have_attribute("aria-busy", "true")
    part(page, "next-day").click()
    part(page, "known-today").click()
    expect(page.locator("#panel .evidence.for li")).to_have_count(2)
    for route in late:
        route.continue_()
    page.unroute("**/places/shaar/control*known=2016-12-07")
    page.wait_for_load_state("networkidle")
    expect(page.locator("#panel .evidence.for li")).to_have_count(2)


def test_places_that_the_page_did_not_have_come_with_it(open_page, record):
    gate = factories.place("gate", "باب الحديد", "Iron Gate", kind="landmark")  # without a shape
    review.accept(factories.claim(place=gate), by=factories.user())
    page = open_page("/?lang=en&known=2016-12-06&on=2016-12-07")
    page.evaluate("document.documentElement.dataset.old = 'yes'")
    part(page, "known-today").click()
    expect(page).not_to_have_url(re.compile("known="))
    expect(page.locator("html")).not_to_have_attribute("data-old", "yes")
    page.locator("#map-page[data-ready]").wait_for()


def test_only_the_last_question_of_what_was_known_is_answered(open_page, corrected):
    page = open_page("/?lang=en")
    held = []
    page.route(
        "**/timeline?known=2016-12-07", lambda route: held.append(route)
    )  # its answer stays away until the next one is there
    part(page, "known").press("ArrowLeft")
    expect(page.locator("#map-message")).to_contain_text("Asking")
    part(page, "known").press("ArrowLeft")
    expect(page).to_have_url(re.compile("known=2016-12-06"))
    assert len(held) == 1
    expect(page.get_by_role("note")).to_contain_text("As known on 6 December 2016")


def test_a_failure_leaves_the_handle_where_the_map_is(open_page, corrected):
    page = open_page("/?lang=en")
    page.route("**/timeline?known=*", lambda route: route.abort())
    part(page, "known").press("ArrowLeft")
    expect(page.locator("#map-message")).to_contain_text("could not be fetched")
    expect(part(page, "known-words")).to_have_text("All that is known today")
    assert "known=" not in page.url


def test_before_anything_was_known_the_map_says_so(open_page, corrected):
    page = open_page("/?lang=en")
    part(page, "known").press("Home")
    expect(page).to_have_url(re.compile("known=2016-11-17"))
    expect(page.locator("#map-message")).to_contain_text("Nothing was on record by then")
    part(page, "known-today").click()
    expect(page.locator("#map-message")).to_be_hidden()


def test_a_revision_has_no_second_handle(open_page, corrected):
    page = open_page(f"/?lang=en&revision={answers.latest_revision()}")
    expect(part(page, "known")).to_be_disabled()
    expect(part(page, "known-words")).to_have_text("A revision answers as it did; it has no other time.")
    part(page, "previous-day").click()
    expect(page).to_have_url(re.compile(rf"(?=.*revision={answers.latest_revision()})(?=.*on=2016-12-06)"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_permalink_pins_the_revision_and_is_copied(open_page, context, language):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page(f"/?lang={language}&on=2016-12-06")
    part(page, "link").click()
    field = page.locator("#dock-link [data-link='field']")
    pinned = rf"lang={language}.*on=2016-12-06.*&revision={answers.latest_revision()}$"
    expect(field).to_have_value(re.compile(pinned))
    expect(page.locator("#dock-link [data-link='result']")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == field.input_value()
    page.goto(copied)
    page.locator("#map-page[data-ready]").wait_for()
    expect(part(page, "words")).to_have_attribute("datetime", "2016-12-06")
    expect(page.get_by_role("note")).to_be_visible()


def test_the_permalink_says_when_it_cannot_pin(open_page, corrected):
    page = open_page("/?lang=en&known=2016-12-07")
    part(page, "link").click()
    expect(page.locator("#dock-link")).to_contain_text("cannot name a revision")
    expect(page.locator("#dock-link [data-link='field']")).to_have_value(re.compile(r"known=2016-12-07(?!.*revision)"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


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


@pytest.mark.parametrize("path", ["/?", "/places/shaar/?", "/data/?"])
def test_enter_in_the_field_asks_what_was_known(open_page, corrected, path):
    page = open_page(f"{path}lang=en")
    page.locator(".times summary").click()
    field = page.get_by_label("As known on")
    field.fill("2016-12-07")
    field.press("Enter")
    page.wait_for_url("**known=2016-12-07**")
    expect(page.get_by_role("note")).to_contain_text("As known on 7 December 2016")


@pytest.mark.parametrize(("language", "name"), [("en", "Syrian Arab News Agency"), ("ar", "سانا")])
def test_whose_account_it_is_is_told_by_name(open_page, record, language, name):
    record.source.name_en, record.source.name_ar = "Syrian Arab News Agency", "سانا"
    record.source.save()
    page = open_page(f"/?lang={language}&sources=sana")
    expect(page.get_by_role("note")).to_contain_text(name)


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
