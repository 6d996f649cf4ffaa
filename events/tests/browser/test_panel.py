"""The panel beside the map while its evidence comes: focus, heading, the sheet on a phone, and what it cannot show."""

import pytest
from playwright.sync_api import Page, expect

from events import control
from events.tests import factories
from gazetteer.models import Boundary

from .conftest import PHONE, Held
from .dock import part
from .resting import box_at_rest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEADING = "#panel h2"


@pytest.fixture
def late(page) -> Held:
    """The questions for evidence."""
    return Held(page, "**/api/v1/places/*/control*")


def _answer(page: Page, late: Held):
    late.answer()
    expect(page.locator("#panel")).to_have_attribute("aria-busy", "false")


def test_evidence_that_comes_late_takes_the_focus_from_nobody(open_page, late):
    page = open_page("/?lang=en")
    page.locator('button[data-place="shaar"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator(HEADING)).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("suk")
    _answer(page, late)
    expect(page.locator("#search-field")).to_be_focused()
    expect(page.locator("#search-field")).to_have_value("suk")


def test_a_step_leaves_the_focus_in_the_panel(open_page):
    page = open_page("/?lang=en&on=2016-12-05&place=shaar")
    expect(page.locator("#panel .state")).to_be_visible()
    page.locator(HEADING).focus()
    page.keyboard.press("ArrowRight")
    expect(part(page, "words")).to_have_attribute("datetime", "2016-12-06")
    expect(page.locator(HEADING)).to_be_focused()
    page.get_by_role("link", name="All that is known of this place").focus()
    part(page, "next-day").evaluate("button => button.click()")  # without taking the focus, as playing does
    expect(page.locator("#panel .state")).to_contain_text("Claimed")
    expect(page.locator(HEADING)).to_be_focused()


def test_a_place_that_is_closed_while_its_evidence_comes_leaves_nothing_busy(open_page, late):
    page = open_page("/?lang=en&place=shaar")
    expect(page.locator("#panel")).to_have_attribute("aria-busy", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_have_attribute("aria-busy", "false")


def test_a_pull_that_spans_the_answer_is_not_lost(open_page, late):
    page = open_page("/?lang=en&place=shaar", PHONE)
    box = box_at_rest(page.locator(".handle"))
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    _answer(page, late)
    page.mouse.move(x, y - 150)
    page.mouse.up()
    expect(page.locator("#panel")).to_have_attribute("data-height", "full")


def test_a_press_that_began_elsewhere_moves_no_sheet(open_page):
    page = open_page("/?lang=en&place=shaar", PHONE)
    expect(page.locator("#panel .state")).to_be_visible()
    text, handle = (box_at_rest(page.locator(one)) for one in ("#panel .state", ".handle"))
    page.mouse.move(text["x"] + 20, text["y"] + 10)
    page.mouse.down()
    page.mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    page.mouse.up()
    expect(page.locator("#panel")).to_have_attribute("data-height", "half")


def test_the_head_of_the_sheet_stays_while_its_text_is_scrolled(open_page):
    page = open_page("/?lang=en&place=shaar", PHONE)
    expect(page.locator("#panel .state")).to_be_visible()
    page.locator(".handle").press("ArrowDown")
    page.locator("#panel").evaluate("panel => panel.scrollTo(0, 1000)")
    for one in (".handle", HEADING, "#panel .close"):
        expect(page.locator(one)).to_be_in_viewport()
        assert page.locator(one).evaluate(
            "part => { const { x, y, width, height } = part.getBoundingClientRect();"
            " return part.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"
        ), one


def test_the_sheet_does_not_lie_over_its_place(open_page, record):
    south = factories.place("sheikh-said", "الشيخ سعيد", "Sheikh Said")
    Boundary.objects.create(place=south, shape=factories.shape(37.15), method="built", source="test", licence="test")
    page = open_page("/?lang=en&place=sheikh-said", PHONE)
    expect(page.locator("#panel h2")).to_be_visible()
    page.wait_for_function(
        """() => {
            const { y } = document.querySelector('button[data-place="sheikh-said"]').getBoundingClientRect();
            const panel = document.getElementById("panel");
            return panel.ariaBusy === "false" && y + 12 < innerHeight - panel.offsetHeight;
        }"""
    )


def test_what_the_map_does_not_draw_says_so(open_page, record):
    road = factories.place("castello-road", "طريق الكاستيلو", "Castello Road", kind="road")
    entry = factories.entry(place=road, actor=factories.actor("opposition"), status="assessed")
    control.enter([entry], by=factories.user(), reason="A road")
    page = open_page("/?lang=en&place=castello-road")
    expect(page.locator("#panel")).to_contain_text("The map does not draw it")
    expect(page.locator("#panel .state")).to_contain_text("Held by")


@pytest.mark.parametrize(("language", "told"), [("en", "The map has no place “nope”."), ("ar", "ليس على الخريطة مكان")])
def test_a_place_that_is_none_is_named(open_page, language, told):
    page = open_page(f"/?lang={language}&place=nope")
    expect(page.locator("#map-message")).to_contain_text(told)
    part(page, "previous-day").click()
    expect(page.locator("#map-message")).to_be_hidden()


@pytest.mark.parametrize(("language", "names"), [("en", ["Shaar", "Sukkari"]), ("ar", ["السكري", "الشعار"])])
def test_the_changes_of_a_day_are_in_the_order_of_the_names_that_are_read(open_page, language, names):
    page = open_page(f"/?lang={language}&on=2016-11-17")
    expect(page.locator("#panel .changes bdi")).to_have_text(names)
