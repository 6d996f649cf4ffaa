"""The dock of time, as a test takes hold of it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import DESKTOP, PHONE
from .resting import box_at_rest

LOOK = "[data-dock='{}']"
CONTESTED = re.compile("^contested")


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
    return box_at_rest(part(page, name))


def drag(page: Page, name: str, start: float, end: float):
    """Drag along the part, from one share of its width to another."""
    box = box_of(page, name)
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], middle)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], middle, steps=5)
    page.mouse.up()


BOTH = pytest.mark.parametrize(("language", "size"), [("en", DESKTOP), ("ar", DESKTOP), ("en", PHONE), ("ar", PHONE)])
