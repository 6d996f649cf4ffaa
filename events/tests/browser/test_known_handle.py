"""What was known on a day, asked on the time line; the link that pins what is shown; whose account it is."""

import re

import pytest
from playwright.sync_api import expect

from events import answers, review
from events.tests import factories

from .conftest import PHONE, Held
from .dock import BOTH, look_of, part, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


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


def test_back_and_forward_in_quick_succession_end_where_the_address_does(open_page, corrected):
    page = open_page("/?lang=en")
    part(page, "known").press("ArrowLeft")
    expect(page).to_have_url(re.compile("known=2016-12-07"))
    page.go_back()
    page.go_forward()
    expect(page.get_by_role("note")).to_contain_text("As known on 7 December 2016")
    expect(page).to_have_url(re.compile("known=2016-12-07"))


def test_a_step_while_the_answer_is_awaited_keeps_what_was_asked(open_page, corrected):
    page = open_page("/?lang=en&known=2016-12-07")
    held = Held(page, re.compile(r"/timeline\??$"))
    part(page, "known-today").click()
    part(page, "previous-day").click()
    expect(page).to_have_url(re.compile("on=2016-12-06"))
    assert "known=" not in page.url
    held.answer()
    expect(part(page, "known-words")).to_have_text("All that is known today")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_a_phone_the_banner_lies_above_the_map(open_page, corrected, language):
    page = open_page(f"/?lang={language}&known=2016-12-07", PHONE)
    banner, frame = (page.locator(one).bounding_box() for one in (".times-banner", ".map-frame"))
    assert banner["y"] + banner["height"] <= frame["y"] + 1
    assert banner["height"] < frame["height"] / 2


def test_a_failure_leaves_the_handle_where_the_map_is(open_page, corrected):
    page = open_page("/?lang=en")
    page.route("**/timeline?known=*", lambda route: route.abort())
    part(page, "known").press("ArrowLeft")
    expect(page.locator("#map-message")).to_contain_text("could not be fetched")
    expect(part(page, "known-words")).to_have_text("All that is known today")
    assert "known=" not in page.url
    part(page, "previous-day").click()
    expect(page.locator("#map-message")).to_be_hidden()


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


def test_the_permalink_names_the_language_that_is_read_where_the_address_does_not(open_page, context, live_server):
    context.add_cookies([{"name": "django_language", "value": "ar", "url": live_server.url}])
    page = open_page("/?on=2016-12-06")
    page.get_by_role("button", name="رابط دائم").click()
    expect(page.locator("#dock-link [data-link='field']")).to_have_value(
        re.compile("[?]on=2016-12-06.*&lang=ar&revision=")
    )


def test_the_permalink_says_when_it_cannot_pin(open_page, corrected):
    page = open_page("/?lang=en&known=2016-12-07")
    part(page, "link").click()
    expect(page.locator("#dock-link")).to_contain_text("cannot name a revision")
    expect(page.locator("#dock-link [data-link='field']")).to_have_value(re.compile(r"known=2016-12-07(?!.*revision)"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


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
