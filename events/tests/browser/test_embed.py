"""The bare map in a frame of another origin, allowed and not, in a real browser."""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Foreign(BaseHTTPRequestHandler):
    """Another site, on a port of its own, whose only page has the map in a frame."""

    map_address = ""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f'<iframe width="800" height="600" src="{self.map_address}"></iframe>'.encode())

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def framed(page, live_server, record):
    """The origin of another site, and what its visitor sees in the frame."""
    handler = type("Site", (Foreign,), {"map_address": f"{live_server.url}/embed/?on=2016-12-07&amp;lang=en"})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://localhost:{server.server_port}"
    page.set_viewport_size(DESKTOP)

    def opened():
        page.goto(origin)
        return page.frame_locator("iframe")

    yield origin, opened
    server.shutdown()


def test_a_site_that_is_named_shows_the_map(framed, settings, page):
    origin, opened = framed
    settings.EMBED_ORIGINS = [origin]
    told = []
    page.on("console", lambda message: told.append(message.text))
    inside = opened()
    inside.locator("#map-page[data-ready]").wait_for()
    expect(inside.locator('[data-dock="words"]')).to_have_text("Wednesday, 7 December 2016")
    inside.get_by_role("button", name="Previous day").click()
    expect(inside.locator('[data-dock="words"]')).to_have_text("Tuesday, 6 December 2016")
    with page.context.expect_page() as opening:
        inside.get_by_role("link", name="Open the whole map").click()
    opening.value.locator("#map-page[data-ready]").wait_for()
    expect(opening.value).to_have_url(re.compile(r"/\?on=2016-12-06"))
    assert [text for text in told if "Content Security Policy" in text] == []


def test_a_site_that_is_not_named_shows_nothing(framed, settings, page):
    _origin, opened = framed
    settings.EMBED_ORIGINS = ["https://somebody.else"]
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        inside = opened()
    expect(inside.locator("#map-page")).to_have_count(0)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_serious_findings(open_page, settings, language, size):
    settings.EMBED_ORIGINS = ["https://news.example"]
    for path in ("/embed/?place=shaar&", "/data/?"):
        page = open_page(f"{path}lang={language}", size)
        page.wait_for_timeout(500)
        violations = Axe().run(page).response["violations"]
        found = [(one["id"], one["nodes"][0]["html"]) for one in violations if one["impact"] in ("serious", "critical")]
        assert found == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_line_is_copied(open_page, page, settings):
    settings.EMBED_ORIGINS = ["https://news.example"]
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = open_page("/data/?lang=en")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied: paste it into your page.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith('<iframe src="http') and "&amp;lang=en" in copied
