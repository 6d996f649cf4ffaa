"""The editors' desk in a real browser: maps in inlines, a point typed and clicked, a name that means two places."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from events.demo.editor import editors
from events.models import ControlEvent
from events.tests import factories
from gazetteer.models import Place

from .conftest import DESKTOP
from .resting import box_at_rest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TALL = {**DESKTOP, "height": 2400}


@pytest.fixture
def desk(client, context, open_page, live_server):
    """Opens pages of the desk as an editor."""
    editor = factories.user()
    editor.groups.add(editors())
    client.force_login(editor)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    return lambda path: open_page(path, TALL)


@pytest.fixture
def form_of_shaar(desk, record):
    return desk(reverse("admin:gazetteer_place_change", args=[record.place_id]))


def test_a_new_corner_in_an_inline_map_is_a_new_version(form_of_shaar, record):
    page, built = form_of_shaar, record.place.boundaries.get()
    form = page.locator("#boundaries-0")
    expect(form.locator(".leaflet-container")).to_have_attribute("data-outlined", "true")
    form.locator(".leaflet-draw-edit-edit").click()
    corner = form.locator(".leaflet-editing-icon").first
    start = box_at_rest(corner)
    corner.hover()
    page.mouse.down()
    page.mouse.move(start["x"] + 30, start["y"] + 30, steps=4)
    page.mouse.up()
    form.locator(".leaflet-draw-actions a").first.click()
    page.locator("[name=_save]").first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    now = record.place.boundaries.current().get()
    built.refresh_from_db()
    assert now.method == "drawn"
    assert built.retired_at is not None and not now.shape.equals(built.shape)


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "left open and closed when saved"])
def test_a_shape_is_drawn_on_the_empty_inline_map(desk, closed):
    place = factories.place("empty", "فارغ", "Empty")
    page = desk(reverse("admin:gazetteer_place_change", args=[place.pk]))
    form = page.locator("#boundaries-0")
    expect(form.locator(".leaflet-container")).to_have_attribute("data-outlined", "true")
    form.locator(".leaflet-draw-draw-polygon").click()
    box = box_at_rest(form.locator(".leaflet-container"))
    corners = form.locator(".leaflet-marker-pane .leaflet-editing-icon")
    for number, (across, down) in enumerate(((0.4, 0.3), (0.6, 0.3), (0.5, 0.6)), start=1):
        page.mouse.click(box["x"] + box["width"] * across, box["y"] + box["height"] * down)
        expect(corners).to_have_count(number)
        page.wait_for_timeout(250)  # two clicks in quick succession are one double click
    if closed:
        corners.first.click()
        expect(form.locator("path.leaflet-interactive")).to_have_count(1)
        expect(corners).to_have_count(0)
    page.locator("[name=_save]").first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    drawn = place.boundaries.get()
    assert (drawn.method, drawn.shape.num_points) == ("drawn", 4)


def test_a_clicked_point_is_written_and_a_typed_one_drawn(form_of_shaar, record):
    page = form_of_shaar
    expect(page.locator("#id_lon")).to_have_value(re.compile(r"37\.19"))
    field = page.locator("#id_position-map")
    box = box_at_rest(field)
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.5)
    expect(page.locator("#id_lon")).not_to_have_value(re.compile(r"^37\.19(0+)?$"))

    page.locator("#id_lon").fill("37.2")
    page.locator("#id_lat").fill("36.25")
    page.locator("#id_lat").blur()
    expect(page.locator("#id_position")).to_have_value(re.compile(r"\[37\.2,36\.25\]"))
    page.locator("[name=_save]").first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Place.objects.get(pk=record.place_id).position.coords == (37.2, 36.25)


def test_a_name_of_two_places_is_chosen_before_the_event_is_saved(desk):
    factories.place("tishreen-hamdaniya", "تشرين", "Tishreen (Hamdaniya)")
    north = factories.place("tishreen-north", "حي تشرين", "Tishreen (north-west)")
    page = desk(reverse("admin:events_controlevent_add"))
    page.locator("#id_place_name").fill("تشرين")
    page.locator("#id_kind").select_option("hold")
    page.locator("#id_status").select_option("unknown")
    for name, day in (("event_start", "2016-11-14"), ("event_end", "2016-11-15"), ("known_at", "2016-11-15")):
        page.locator(f"#id_{name}_0").fill(day)
        page.locator(f"#id_{name}_1").fill("00:00")
    page.locator("#id_reason").fill("The state on the eve")
    page.locator("[name=_save]").click()
    error = page.locator(".field-place .errorlist")
    expect(error).to_contain_text("Tishreen (Hamdaniya)")
    expect(error).to_contain_text("Tishreen (north-west)")
    assert not ControlEvent.objects.filter(place__slug__startswith="tishreen").exists()

    page.get_by_label("Tishreen (north-west)").check()
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert ControlEvent.objects.filter(origin="entered", place=north).count() == 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_desk_opens_with_what_waits_and_leads_to_it(desk, record, language):
    factories.claim(place=None, candidates=["shaar", "sukkari"])
    page = desk(f"/admin/?lang={language}")
    expect(page.locator(".waiting > ul > li > a strong").first).to_have_text({"en": "1", "ar": "١"}[language])
    violations = Axe().run(page, ".waiting").response["violations"]
    assert [one["id"] for one in violations if one["impact"] in ("serious", "critical")] == []
    page.locator(".waiting a").nth(1).press("Enter")
    expect(page).to_have_url(re.compile("named=undecided"))
    expect(page.locator("#result_list tbody tr")).to_have_count(1)


def test_the_tools_that_draw_speak_arabic(desk):
    place = factories.place("empty", "فارغ", "Empty")
    page = desk(f"{reverse('admin:gazetteer_place_change', args=[place.pk])}?lang=ar")
    form = page.locator("#boundaries-0")
    expect(form.locator(".leaflet-container")).to_have_attribute("data-outlined", "true")
    expect(form.locator(".leaflet-draw-draw-polygon")).to_have_attribute("title", "ارسم مضلّعًا")
    form.locator(".leaflet-draw-draw-polygon").click()
    expect(form.locator(".leaflet-draw-actions a:visible")).to_have_text(["إنهاء", "حذف آخر نقطة", "إلغاء"])
    expect(form.locator(".leaflet-control-zoom-in")).to_have_attribute("title", "تكبير")
