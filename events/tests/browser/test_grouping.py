"""Statements grouped at the desk by keyboard, and what the map then says of it."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from events import review
from events.demo.editor import editors
from events.models import ControlEvent
from events.tests import factories

from .conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)


@pytest.fixture
def desk(open_page, client, context, live_server):
    """The page of the event that SANA and, a week later, the monitor speak of."""
    start = factories.DAY_START + 7 * DAY
    later = factories.claim(
        report=factories.report(published_at=start + DAY), source=factories.source("sohr", "opposition"),
        event_start=start, event_end=start + DAY,
    )  # fmt: skip
    review.accept(later, by=factories.user())
    editor = factories.user()
    editor.groups.add(editors())
    client.force_login(editor)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    event = ControlEvent.objects.live().derived().order_by("event_start").last()
    address = reverse("admin:events_controlevent_group", args=[event.pk])
    return lambda language="en", size=DESKTOP: open_page(f"{address}?lang={language}", size)


def test_two_statements_are_put_together_and_the_map_says_why(desk, open_page):
    page = desk()
    boxes = page.get_by_role("checkbox")
    for number in range(boxes.count()):
        boxes.nth(number).focus()
        if boxes.nth(number).is_checked() != (
            "capture" in boxes.nth(number).locator("xpath=ancestor::li").inner_text()
        ):
            page.keyboard.press("Space")
    page.get_by_label("speak of one change").focus()
    page.keyboard.press("Space")
    page.get_by_label("reason").fill("The same assault")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist .success")).to_be_visible()

    page = open_page("/?lang=en&on=2016-12-20&place=shaar")
    panel = page.locator("#panel")
    expect(panel.locator(".dating")).to_contain_text("between 7 December 2016 and 14 December 2016")
    expect(panel.locator(".given li")).to_have_count(2)
    expect(panel.locator(".decision q")).to_have_text("The same assault")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_serious(desk, language, size):
    page = desk(language, size)
    answer = Axe().run(page, context={"include": "#content"}).response
    assert answer["passes"]
    assert [one["id"] for one in answer["violations"] if one["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
