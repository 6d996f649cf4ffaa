"""Two accounts compared, and a source's record read, in a real browser."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from events import review
from events.tests import factories

from .conftest import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def two_accounts(record):
    """SANA has Shaar in the army's hands; activists say that the opposition still holds it."""
    activists = factories.source("activists", "opposition", name_en="Activists", name_ar="ناشطون")
    report = factories.report("ما زال الشعار بيد المعارضة", published_at=factories.NOON + timedelta(hours=1))
    claim = factories.claim(
        report=report, place=record.place, source=activists, kind="hold", actor=factories.actor("opposition")
    )
    review.accept(claim, by=factories.user())


def test_two_accounts_are_chosen_by_keyboard(open_page, two_accounts):
    page = open_page("/compare/?lang=en")
    expect(page.get_by_text("Choose two accounts")).to_be_visible()
    page.get_by_label("First account").focus()
    page.keyboard.type("sana")
    page.keyboard.press("Tab")
    page.keyboard.type("opposition sources")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Compare").press("Enter")

    expect(page).to_have_url(re.compile("a=sana&b=opposition"))
    row = page.locator(".differences tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("7 December 2016")
    expect(row.locator("td").nth(3)).to_contain_text("Claimed by government")
    expect(row.locator("td").nth(4)).to_contain_text("opposition")
    row.get_by_role("link", name="Shaar").click()
    expect(page).to_have_url(re.compile("/places/shaar/"))


def test_two_accounts_are_drawn_side_by_side(open_page, two_accounts):
    page = open_page("/compare/?a=sana&b=opposition&on=2016-12-07&lang=en")
    page.locator(".beside[data-ready]").wait_for()
    expect(page.locator("#beside-a path.differs")).to_have_attribute("fill", "url(#look-claimed-government)")
    expect(page.locator("#beside-b path.differs")).to_have_attribute("fill", re.compile("opposition"))
    page.locator(".differences").get_by_role("link", name="Shaar").focus()
    expect(page.locator("path.chosen")).to_have_count(2)
    page.locator("#beside-b path.differs").click()
    page.locator("#map-page[data-ready]").wait_for()
    expect(page.get_by_role("note")).to_contain_text("As told by opposition")


def test_from_a_source_to_its_record_and_to_a_comparison(open_page, two_accounts):
    page = open_page("/sources/?lang=en")
    page.get_by_role("link", name="Activists", exact=True).click()
    expect(page.locator(".caution")).to_contain_text("fewer than 10")
    page.locator("summary").press("Enter")
    expect(page.get_by_text("Nobody is confirmed by own word alone.")).to_be_visible()
    page.get_by_role("link", name="Compare with another").click()
    expect(page.get_by_label("First account")).to_have_value("activists")


@pytest.mark.parametrize("path", ["/compare/?a=sana&b=activists&", "/sources/?", "/sources/activists/?", "/method/?"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_wider_than_a_phone(open_page, two_accounts, path, language):
    page = open_page(f"{path}lang={language}", PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_copy_is_told_in_the_panel_beside_what_counts(open_page, record):
    text = "سيطرت وحدات الجيش السوري اليوم على كامل حي الشعار شرقي المدينة بعد اشتباكات عنيفة استمرت منذ ساعات الفجر"
    for hours, slug in enumerate(("paper-1", "paper-2")):
        publisher = factories.source(slug, "independent")
        report = factories.report(text, publisher=publisher, published_at=factories.NOON + timedelta(hours=hours))
        review.accept(factories.claim(report=report, source=None), by=factories.user())
    page = open_page("/?place=shaar&on=2016-12-07&lang=en")
    copies = page.locator("ul.copies")

    expect(page.get_by_text("The same text, counted once, is also in:")).to_be_visible()
    expect(copies.get_by_role("link", name="paper-2")).to_be_visible()
