"""The map's canvas in a real browser: what it paints, what keyboards and screen readers reach, what a step repaints."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.gis.geos import MultiPolygon, Polygon
from playwright.sync_api import expect

from events import control, review
from events.tests import factories
from gazetteer.models import Boundary

from .conftest import PHONE
from .surface import click_place, colours_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHAAR, SUKKARI = ('button[data-place="shaar"]', 'button[data-place="sukkari"]')
GREEN, BRICK, DARK_GREEN = "#92c79f", "#9c3526", "#8cc29a"
DARK_PAGES = ["/?", "/?place=shaar&", "/places/?", "/places/shaar/?", "/compare/?", "/method/?", "/data/?"]
INKED = """(pane) => {
  const canvas = document.querySelector(`.leaflet-${pane}-pane canvas`);
  return Boolean(canvas?.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean));
}"""
COUNT_FILLS = """() => {
  window.fills = 0;
  const fill = CanvasRenderingContext2D.prototype.fill;
  CanvasRenderingContext2D.prototype.fill = function (...given) { window.fills += 1; return fill.apply(this, given); };
}"""


@pytest.fixture
def settled(record):
    """An independent voice settles that Shaar is the government's."""
    review.accept(factories.claim(source=factories.source("sohr", "independent")), by=factories.user())


@pytest.fixture
def far_away(record):
    """A third place, east of the others and not beside them, held by the opposition all the time."""
    place = factories.place("hanano", "هنانو", "Hanano")
    shape = MultiPolygon(Polygon.from_bbox((37.22, 36.2, 37.24, 36.22)), srid=4326)
    Boundary.objects.create(place=place, shape=shape, method=Boundary.Method.BUILT, source="test", licence="test")
    entry = factories.entry(place=place, actor=factories.actor("opposition"), status="assessed")
    control.enter([entry], by=factories.user(), reason="Where it begins")


def test_assessed_is_one_colour_and_doubt_is_a_pattern(open_page):
    page = open_page("/?lang=en")
    assert colours_of(page, "sukkari") == {GREEN}
    assert len(colours_of(page, "shaar")) > 1
    page.get_by_role("button", name="Previous day").click()
    assert colours_of(page, "shaar") == {GREEN}


@pytest.mark.parametrize("density", [1, 2])
def test_a_pattern_holds_the_sides_own_colours_on_screens_of_either_density(browser, live_server, record, density):
    with browser.new_context(device_scale_factor=density, locale="en") as context:
        page = context.new_page()
        page.goto(live_server.url + "/?lang=en")
        page.locator("#map-page[data-ready]").wait_for()
        width = page.evaluate("document.querySelector('.leaflet-overlay-pane canvas').width")
        shown = page.evaluate("document.querySelector('.leaflet-overlay-pane canvas').getBoundingClientRect().width")
        assert width == density * shown
        assert BRICK in colours_of(page, "shaar", 40)


def test_the_dark_theme_paints_the_canvas_anew(open_page):
    page = open_page("/?lang=en")
    page.emulate_media(color_scheme="dark")
    assert colours_of(page, "sukkari") == {DARK_GREEN}


def test_older_evidence_is_paler_and_says_so(open_page, settings):
    settings.CONTROL_STALE_DAYS = 5
    page = open_page("/?lang=en&on=2016-12-07")
    expect(page.locator(SUKKARI)).to_have_attribute("data-age", "2")
    expect(page.locator(SUKKARI)).to_have_attribute("aria-label", re.compile(r"; last evidence of 18 November 2016$"))
    expect(page.locator(".paler")).to_contain_text("paler: no evidence for 5 days")
    assert not colours_of(page, "sukkari") & {GREEN}


def test_without_a_span_nothing_grows_pale(open_page, settings):
    settings.CONTROL_STALE_DAYS = 0
    page = open_page("/?lang=en&on=2016-12-07")
    expect(page.locator(SUKKARI)).to_have_attribute("data-age", "0")
    expect(page.locator(".paler")).to_have_count(0)


def test_a_front_line_runs_where_two_sides_are_sure(open_page, settled):
    page = open_page("/?lang=en&on=2016-12-06")
    assert not page.evaluate(INKED, "front")
    page.get_by_role("button", name="Next day").click()
    page.wait_for_function(INKED, arg="front")


def test_the_legend_has_at_most_seven_looks_each_with_a_word(open_page):
    page = open_page("/?lang=en")
    looks = page.locator(".legend .statuses li")
    assert looks.count() <= 7
    assert all(re.match(r"[a-z ]+", words) for words in looks.all_inner_texts())


def test_pointing_at_a_place_names_it_and_its_state(open_page):
    page = open_page("/?lang=en")
    page.locator(SUKKARI).hover(force=True)
    expect(page.locator(".hint")).to_contain_text("Sukkari")
    expect(page.locator(".hint")).to_contain_text("held by")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_tab_passes_the_map_in_one_stop_and_arrows_move_within(open_page, far_away, language):
    page = open_page(f"/?lang={language}")
    assert page.locator('.reach button[tabindex="0"]').count() == 1
    page.locator(SHAAR).focus()
    page.wait_for_function(INKED, arg="rings")
    page.keyboard.press("ArrowRight")
    expect(page.locator(SUKKARI)).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator('button[data-place="hanano"]')).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(SUKKARI)).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.reach') === null")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(SUKKARI)).to_be_focused()


def test_the_place_in_focus_is_brought_into_sight(open_page, far_away):
    page = open_page("/?lang=en")
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_timeout(400)
    page.locator('button[data-place="hanano"]').focus()
    page.wait_for_function(
        """() => {
            const place = document.querySelector('button[data-place="hanano"]').getBoundingClientRect();
            const frame = document.getElementById("map").getBoundingClientRect();
            return frame.left < place.left && place.left < frame.right;
        }"""
    )


def test_a_step_repaints_only_what_changed(open_page, far_away):
    page = open_page("/?lang=en&on=2016-12-06")
    page.evaluate(COUNT_FILLS)
    page.get_by_role("button", name="Next day").click()
    expect(page.locator(SHAAR)).to_have_attribute("data-look", re.compile("^claimed"))
    colours_of(page, "shaar")  # two frames later
    assert page.evaluate("window.fills") == 1  # Shaar; Sukkari beside it stays as it is


def test_a_day_without_changes_repaints_nothing(open_page, far_away):
    page = open_page("/?lang=en&on=2016-12-05")
    page.evaluate(COUNT_FILLS)
    page.get_by_role("button", name="Next day").click()
    expect(page.locator('[data-dock="words"]')).to_contain_text("6 December")
    colours_of(page, "shaar")
    assert page.evaluate("window.fills") == 0


def test_a_step_asks_the_server_nothing(open_page):
    page = open_page("/?lang=en&on=2016-12-06")
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Next day").click()
    expect(page.locator(SHAAR)).to_have_attribute("data-look", re.compile("^claimed"))
    page.wait_for_timeout(500)
    assert [url for url in asked if not url.endswith("icon.svg")] == []  # which the browser fetches when it likes


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_serious_in_the_dark(open_page, record, language):
    found = {}
    for path in (*DARK_PAGES, f"{record.report.get_absolute_url()}?"):
        page = open_page(f"{path}lang={language}")
        page.emulate_media(color_scheme="dark")
        page.wait_for_timeout(300)
        violations = Axe().run(page).response["violations"]
        serious = [
            (item["id"], item["nodes"][0]["html"]) for item in violations if item["impact"] in ("serious", "critical")
        ]
        if serious:
            found[path] = serious
    assert found == {}


def test_a_click_on_the_canvas_opens_the_place(open_page):
    page = open_page("/?lang=en")
    click_place(page, "sukkari")
    expect(page.locator("#panel h2")).to_contain_text("Sukkari")
    expect(page.locator(SUKKARI)).to_have_attribute("aria-current", "true")


PATHS = """() => {
    window.traced = new Map();
    for (const name of ["moveTo", "lineTo", "closePath"]) {
        const drawn = Path2D.prototype[name];
        Path2D.prototype[name] = function (...at) {
            window.traced.set(this, (window.traced.get(this) ?? "") + name[0]);
            return drawn.apply(this, at);
        };
    }
}"""
RIVER = {"type": "LineString", "coordinates": [[37.15, 36.2], [37.17, 36.21], [37.19, 36.2]]}


def test_a_river_ends_where_it_ends(page, live_server, record):
    river = {"type": "Feature", "properties": {"kind": "river"}, "geometry": RIVER}
    only = {"type": "FeatureCollection", "features": [river]}
    page.add_init_script(f"({PATHS})()")
    page.route("**/context.geojson", lambda route: route.fulfill(json=only))
    page.goto(f"{live_server.url}/?lang=en")
    page.locator("#map-page[data-ready]").wait_for()
    page.wait_for_function("() => [...window.traced.values()].includes('mll')")
    assert page.evaluate("[...window.traced.values()].includes('mllc')") is False


def test_a_slow_ground_keeps_nobody_waiting(page, live_server, record):
    page.route("**/context.geojson", lambda _route: None)  # asked for, and never answered
    page.goto(f"{live_server.url}/?lang=en")
    page.get_by_role("button", name="Previous day").click()
    expect(page.locator('[data-dock="words"]')).to_have_attribute("datetime", "2016-12-06")
    expect(page.locator("#legend [data-count-side='opposition']")).to_have_text("2")


def test_what_is_told_under_a_resting_pointer_is_of_the_day_shown(open_page):
    page = open_page("/?lang=en&on=2016-12-06")
    page.locator(SHAAR).hover(force=True)
    expect(page.locator(".hint")).to_contain_text("held by")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".hint")).to_contain_text("claimed by")


@pytest.mark.parametrize("size", [{"width": 1024, "height": 768}, {"width": 1366, "height": 768}])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_legend_stays_on_the_map(open_page, corrected, language, size):
    page = open_page(f"/?lang={language}&known=2016-12-07", size)
    legend, frame = (page.locator(one).bounding_box() for one in ("#legend", ".map-frame"))
    assert legend["y"] >= frame["y"]
    assert legend["y"] + legend["height"] <= frame["y"] + frame["height"]


def test_the_legend_folds_when_the_window_becomes_narrow(open_page):
    page = open_page("/?lang=en")
    expect(page.locator("#legend")).to_have_attribute("open", "")
    page.set_viewport_size(PHONE)
    expect(page.locator("#legend")).not_to_have_attribute("open", "")
