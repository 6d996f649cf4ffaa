"""Why a claim was read so, in a real browser: by pointer, by keyboard, by touch and without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from events.demo.editor import editors
from events.tests import factories

from .conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = "سيطر الجيش السوري على حي الشعار وحي السكري.\nثم قال <script>alert(1)</script> ناشطون إن الهلك بيد المعارضة."
FIRST = TEXT.index("\n")
SERIOUS = ("serious", "critical")
WORDS = {"trigger": "سيطر", "actor": "الجيش السوري", "place": "الشعار"}


def spans(**words):
    return [[role, TEXT.index(text), TEXT.index(text) + len(text)] for role, text in words.items()]


@pytest.fixture
def report(record):
    """Two claims on one sentence, a third on the next."""
    report = factories.report(TEXT)
    second = {**WORDS, "place": "السكري"}
    third = {"trigger": "بيد", "actor": "المعارضة", "source": "<script>alert(1)</script> ناشطون"}
    factories.claim(report=report, end=FIRST, quote=TEXT[:FIRST], spans=spans(**WORDS))
    sukkari = factories.place("sukkari")
    factories.claim(report=report, end=FIRST, quote=TEXT[:FIRST], place=sukkari, spans=spans(**second))
    factories.claim(
        report=report, start=FIRST + 1, end=len(TEXT), quote=TEXT[FIRST + 1 :], kind="hold", spans=spans(**third)
    )
    return report


@pytest.fixture
def numbers(report):
    """The ids of its claims, in order."""
    return list(report.claims.order_by("start", "pk").values_list("pk", flat=True))


def labels(page):
    """What is labelled now: words and label."""
    marks = page.locator(".marked-text mark[data-label]").evaluate_all(
        "marks => marks.filter(mark => getComputedStyle(mark, '::after').content !== 'none')"
        ".map(mark => [mark.textContent, mark.dataset.label])"
    )
    return {words: label for words, label in marks}


def card(page):
    return page.locator(".why-card")


def test_by_keyboard_a_claim_shows_its_words_and_why_and_escape_closes(open_page, report, numbers):
    page = open_page(report.get_absolute_url() + "?lang=en")
    page.locator("main").focus()
    page.keyboard.press("Tab")
    expect(page.locator(f"#said-{numbers[0]}")).to_be_focused()
    expect(card(page)).to_contain_text("somebody took it")
    expect(card(page)).to_contain_text("الشعار")
    assert labels(page) == {"سيطر": "event", "الجيش السوري": "actor", "الشعار": "place"}

    page.keyboard.press("Tab")
    expect(page.locator(f"#said-{numbers[1]}")).to_be_focused()
    assert labels(page) == {"سيطر": "event", "الجيش السوري": "actor", "السكري": "place"}
    expect(page.locator(f"#claim-{numbers[1]}")).to_have_class(re.compile("lit"))

    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(page.locator(f"#said-{numbers[1]}")).to_be_focused()
    page.mouse.move(5, 500)
    expect(card(page)).to_be_hidden()
    assert labels(page) == {}


def test_a_screen_reader_hears_why_at_the_number(open_page, report, numbers):
    page = open_page(report.get_absolute_url() + "?lang=en")
    number = page.locator(f"#said-{numbers[0]}")

    expect(number).to_have_accessible_name("Claim 1")
    expect(number).to_have_accessible_description(re.compile("somebody took it.*الشعار"))


def test_enter_goes_to_the_entry_and_back(open_page, report, numbers):
    page = open_page(report.get_absolute_url() + "?lang=en")
    page.locator(f"#said-{numbers[2]}").press("Enter")
    expect(page.locator(f"#why-{numbers[2]}")).to_be_visible()
    page.locator(f"#claim-{numbers[2]} .ref").press("Enter")
    expect(page).to_have_url(re.compile(f"#said-{numbers[2]}$"))


def test_pointing_shows_and_the_card_may_be_entered(open_page, report, numbers):
    page = open_page(report.get_absolute_url() + "?lang=en")
    page.locator(f"#said-{numbers[0]}").hover()
    expect(card(page)).to_be_visible()
    card(page).hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_visible()
    page.locator("h1").hover()
    expect(card(page)).to_be_hidden()

    page.locator(".marked-text mark", has_text="المعارضة").hover()
    assert labels(page) == {"<script>alert(1)</script> ناشطون": "source", "بيد": "event", "المعارضة": "actor"}
    page.locator(f"#claim-{numbers[1]} .gist").first.hover()
    assert labels(page)["السكري"] == "place"
    expect(card(page)).to_be_hidden()


def test_words_of_two_claims_say_their_role_when_pointed_at(open_page, report):
    page = open_page(report.get_absolute_url() + "?lang=en")
    page.locator(".marked-text mark", has_text="الجيش السوري").hover()

    assert labels(page) == {"الجيش السوري": "actor"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_touch_shows_the_card_and_leaves_the_sentence_in_sight(browser, live_server, report, numbers, language):
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto(f"{live_server.url}{report.get_absolute_url()}?lang={language}")
    number = page.locator(f"#said-{numbers[2]}")
    number.tap()
    expect(card(page)).to_be_visible()
    assert number.bounding_box()["y"] + number.bounding_box()["height"] <= card(page).bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    number.tap()
    expect(page.locator(f"#why-{numbers[2]}")).to_be_visible()
    context.close()


def test_without_scripts_it_is_a_list_that_opens(browser, live_server, report, numbers):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{report.get_absolute_url()}?lang=en")
    page.locator(f"#claim-{numbers[0]} summary").click()
    expect(page.locator(f"#why-{numbers[0]}")).to_contain_text("read as")
    context.close()


def serious(page, **where):
    """What axe finds that matters; it has to have looked at something."""
    answer = Axe().run(page, **where).response
    assert answer["passes"]
    return [(one["id"], one["nodes"][0]["html"]) for one in answer["violations"] if one["impact"] in SERIOUS]


BOTH_SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
BOTH_LANGUAGES = pytest.mark.parametrize("language", ["en", "ar"])


@BOTH_SIZES
@BOTH_LANGUAGES
def test_axe_finds_nothing_serious_with_a_card_and_with_all_entries_open(open_page, report, numbers, language, size):
    page = open_page(f"{report.get_absolute_url()}?lang={language}", size)
    page.locator(f"#said-{numbers[0]}").focus()
    expect(card(page)).to_be_visible()
    assert serious(page) == []

    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    assert serious(page) == []


@BOTH_SIZES
@BOTH_LANGUAGES
def test_axe_finds_nothing_serious_at_the_desk(
    open_page, client, context, live_server, report, numbers, language, size
):
    editor = factories.user()
    editor.groups.add(editors())
    client.force_login(editor)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    for name, pk in (("report", report.pk), ("claim", numbers[0])):
        address = reverse(f"admin:events_{name}_change", args=[pk])
        page = open_page(f"{address}?lang={language}", size)
        page.locator(f"#said-{numbers[0]}").focus()
        assert "الشعار" in labels(page)
        assert serious(page, context={"include": ".in-its-text"}) == []


def test_the_places_of_a_report_stand_on_a_map_beside_it_and_lead_to_their_sentence(open_page, report, numbers):
    page = open_page(f"{report.get_absolute_url()}?lang=en")
    page.locator(".report[data-ready]").wait_for()
    place = page.locator('.places-map button[data-place="sukkari"]')
    expect(place).to_have_attribute("aria-label", re.compile("^Sukkari"))
    expect(page.locator(".places-map button[data-place]")).to_have_count(2)
    page.locator(f"#claim-{numbers[1]}").hover()
    expect(place).to_have_attribute("aria-current", "true")
    place.press("Enter")
    expect(page).to_have_url(re.compile(f"#said-{numbers[1]}$"))


@pytest.fixture
def long_report(record):
    """Nine sentences with a claim each, whose entries do not fit on a screen."""
    line = f"{TEXT[:FIRST]}\n"
    report = factories.report(line * 9)
    for start in range(0, len(report.text), len(line)):
        factories.claim(report=report, start=start, end=start + FIRST, quote=TEXT[:FIRST])
    return report


@pytest.mark.parametrize("size", [DESKTOP, {"width": 1280, "height": 720}, {"width": 1280, "height": 640}, PHONE])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_number_leads_to_an_entry_that_nothing_covers(open_page, long_report, language, size):
    page = open_page(f"{long_report.get_absolute_url()}?lang={language}", size)
    page.locator(".report[data-ready]").wait_for()
    for pk in long_report.claims.order_by("start", "pk").values_list("pk", flat=True):
        page.locator(f"#said-{pk}").press("Enter")
        expect(page.locator(f"#claim-{pk}")).to_be_in_viewport()
        who = page.locator(f"#claim-{pk} .who strong")
        assert who.evaluate(
            """one => {
              const { x, y, width, height } = one.getBoundingClientRect();
              return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
            }"""
        ), pk


def test_an_entry_behind_the_map_is_not_in_view(open_page, long_report):
    page = open_page(f"{long_report.get_absolute_url()}?lang=en")
    page.locator(".report[data-ready]").wait_for()
    first = long_report.claims.order_by("pk").first().pk
    page.locator(f"#claim-{first} summary").click()
    page.evaluate("pk => scrollBy(0, document.getElementById(`why-${pk}`).getBoundingClientRect().bottom - 200)", first)
    page.locator(f"#said-{first}").evaluate("one => one.focus({ preventScroll: true })")
    expect(card(page)).to_be_visible()


def test_a_report_that_speaks_of_no_place_has_no_map(open_page, transactional_db):
    page = open_page(f"{factories.report('لا شيء').get_absolute_url()}?lang=en")
    expect(page.locator(".places-map")).to_have_count(0)
