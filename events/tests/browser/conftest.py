"""A browser, and a small record to look at: two neighbourhoods, one of which changed hands."""

from datetime import timedelta

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon
from django.db import connection

from conftest import wait_for
from events import control, review
from events.tests import factories
from gazetteer.models import Boundary

HOUR = timedelta(hours=1)
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
TEXT = "أعلنت سانا سيطرة الجيش السوري على حي الشعار."


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's chromium, which as root has no sandbox."""
    return {
        **browser_type_launch_args,
        "executable_path": "/usr/bin/chromium",
        "args": ["--no-sandbox", "--disable-dev-shm-usage"],
    }


BUSY = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
"""


@pytest.fixture(autouse=True)
def the_server_is_done(transactional_db):
    """The tables are emptied only once the server has answered what the closed page still asked of it."""
    yield
    wait_for(lambda: not _busy(), "the server has answered")


def _busy() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(BUSY)
        return cursor.fetchone()[0] > 0


@pytest.fixture
def record(transactional_db):
    """Shaar, held by the opposition until SANA's accepted claim of 7 December, and Sukkari beside it."""
    factories.umbrellas()
    holder = factories.actor("opposition", "opposition")
    places = [factories.place(), factories.place("sukkari", "السكري", "Sukkari")]
    for number, place in enumerate(places):
        west = 37.15 + number * 0.02
        shape = MultiPolygon(Polygon.from_bbox((west, 36.2, west + 0.02, 36.22)), srid=4326)
        Boundary.objects.create(place=place, shape=shape, method=Boundary.Method.BUILT, source="test", licence="test")
    entries = [factories.entry(place=place, actor=holder, status="assessed") for place in places]
    control.enter(entries, by=factories.user(), reason="Where it begins")
    claim = factories.claim(report=factories.report(TEXT), quote=TEXT, place=places[0])
    review.accept(claim, by=factories.user())
    return claim


class Held:
    """Questions to an address, whose answers stay away until the test gives them."""

    def __init__(self, page, address):
        self.page, self.routes = page, []
        page.route(address, lambda route: self.routes.append(route))

    def answer(self):
        """Let the last one be answered, which is asked within ten seconds."""
        for _ in range(500):
            if self.routes:
                return self.routes.pop().continue_()
            self.page.wait_for_timeout(20)
        raise AssertionError("nothing was asked")


@pytest.fixture
def open_page(page, live_server, record):
    """Open an address at a size; errors in the page's script fail the test."""
    failures = []
    page.on("pageerror", lambda error: failures.append(str(error)))

    def open_at(path: str, size: dict = DESKTOP):
        page.set_viewport_size(size)
        page.goto(live_server.url + path)
        if path.startswith(("/?", "/embed/?")):
            page.locator("#map-page[data-ready]").wait_for()
        return page

    yield open_at
    assert failures == []


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
