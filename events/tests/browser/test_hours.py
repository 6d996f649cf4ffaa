"""Hour by hour, where evidence has hours."""

import re

import pytest
from playwright.sync_api import expect

from .dock import BOTH, CONTESTED, expect_day, look_of, part, unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


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


def test_a_key_leads_out_of_the_hours_of_a_day_that_has_none(open_page, hours):
    page = open_page("/?lang=en&on=2016-12-01&at=5")
    page.keyboard.press("h")
    expect(page).not_to_have_url(re.compile("at="))
    expect_day(page, "2016-12-01")
