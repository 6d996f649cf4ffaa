"""The map as it was known on a day and as a revision recorded it: chosen, told, and left again."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from events import answers, review
from events.tests import factories

from .conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHAAR = 'button[data-place="shaar"]'
CLAIMED = re.compile("^(claimed|contested)-government")
ASSESSED = "assessed-government"


@pytest.fixture
def corrected(record) -> int:
    """Revision and day before an independent voice, published a day later, settled it; the number of the revision."""
    before = answers.latest_revision()
    report = factories.report(published_at=factories.NOON + timedelta(days=1))
    said = factories.claim(report=report, source=factories.source("sohr", "independent"))
    review.accept(said, by=factories.user())
    return before


def test_what_was_known_is_chosen_by_keyboard_and_kept_in_the_address(open_page, corrected):
    page = open_page("/?lang=en&place=shaar")
    expect(page.locator(SHAAR)).to_have_attribute("data-look", ASSESSED)
    page.get_by_text("Known and recorded").focus()
    page.keyboard.press("Enter")
    page.get_by_label("As known on").fill("2016-12-07")
    page.get_by_label("As known on").press("Enter")

    page.wait_for_url("**known=2016-12-07**")
    page.locator("#map-page[data-ready]").wait_for()
    expect(page).to_have_url(re.compile(r"(?=.*known=2016-12-07)(?=.*on=2016-12-07)(?=.*place=shaar)"))
    expect(page.get_by_role("note")).to_contain_text("As known on 7 December 2016")
    expect(page.locator(SHAAR)).to_have_attribute("data-look", CLAIMED)
    expect(page.locator("#panel .evidence.for li")).to_have_count(1)


def test_back_to_today_keeps_the_day_and_the_place(open_page, corrected):
    page = open_page("/?lang=en&known=2016-12-07&place=shaar")
    page.get_by_role("button", name="Previous day").click()
    page.get_by_role("link", name="Back to what is known today").click()
    page.locator("#map-page[data-ready]").wait_for()

    expect(page).to_have_url(re.compile(r"on=2016-12-06.*place=shaar"))
    expect(page.get_by_role("note")).to_have_count(0)
    page.get_by_role("button", name="Next day").click()
    expect(page.locator(SHAAR)).to_have_attribute("data-look", ASSESSED)


@pytest.mark.parametrize(
    ("language", "summary", "label", "told"),
    [
        ("en", "Known and recorded", "As recorded in revision", "As recorded in revision"),
        ("ar", "المعروف والمسجّل", "كما سُجّل في الإصدار رقم", "كما سُجّل في الإصدار"),
    ],
)
def test_what_a_revision_recorded(open_page, corrected, language, summary, label, told):
    page = open_page(f"/?lang={language}")
    page.get_by_text(summary).click()
    page.get_by_label(label).fill(str(corrected))
    page.get_by_label(label).press("Enter")
    page.locator("#map-page[data-ready]").wait_for()

    expect(page).to_have_url(re.compile(f"revision={corrected}"))
    expect(page.get_by_role("note")).to_contain_text(told)
    expect(page.locator(SHAAR)).to_have_attribute("data-look", CLAIMED)


def test_the_language_changes_and_the_times_stay(open_page, corrected):
    page = open_page("/?lang=en&known=2016-12-07")
    page.get_by_role("link", name="العربية").click()
    page.locator("#map-page[data-ready]").wait_for()
    expect(page).to_have_url(re.compile("known=2016-12-07"))
    expect(page.get_by_role("note")).to_contain_text("كما كان معروفًا في ٧ كانون الأول ٢٠١٦")


def test_a_revision_that_is_not_there_is_told_and_shows_nothing(open_page, live_server, page, corrected):
    page.goto(f"{live_server.url}/?lang=en&revision=9999999")
    expect(page.get_by_role("alert").first).to_contain_text("There is no such revision")
    expect(page.locator(SHAAR)).to_have_count(0)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_serious_findings(open_page, corrected, language, size):
    for path in ("/?known=2016-12-07&", f"/?revision={corrected}&", "/places/shaar/?known=2016-12-07&", "/data/?"):
        page = open_page(f"{path}lang={language}", size)
        page.locator(".times summary").click()
        page.wait_for_timeout(300)
        violations = Axe().run(page).response["violations"]
        serious = [
            (one["id"], one["nodes"][0]["html"]) for one in violations if one["impact"] in ("serious", "critical")
        ]
        assert serious == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
