"""The pages answer, say what is so, and keep hostile text harmless."""

import re
from html import unescape

import pytest

from events import review
from events.models import Revision
from events.tests import factories
from gazetteer.models import Boundary

pytestmark = pytest.mark.django_db
HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)> "quoted" & \u202eleft'


@pytest.fixture
def held():
    factories.umbrellas()
    claim = factories.claim(report=factories.report(is_sample=True))
    review.accept(claim, by=factories.user())
    return claim


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    "page",
    [
        "",
        "places/",
        "places/shaar/",
        "reports/",
        "sources/",
        "sources/sana/",
        "compare/?a=sana&b=independent&silent=1",
        "method/",
        "data/",
    ],
)
def test_every_page_answers_in_both_languages(client, held, page, language):
    answer = client.get(f"/{page}{'&' if '?' in page else '?'}lang={language}")

    assert answer.status_code == 200
    html = answer.content.decode()
    assert f'lang="{language}"' in html
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in html


def test_an_address_that_is_told_can_be_typed_in_both_languages(client, held):
    for language in ("en", "ar"):
        assert re.search(
            r'<code dir="ltr">revision=[1-9]\d*</code>', client.get(f"/data/?lang={language}").text, re.ASCII
        )


def test_the_language_of_the_address_is_kept(client, held):
    client.get("/?lang=ar")
    assert 'lang="ar"' in client.get("/method/").content.decode()


def test_a_report_shows_its_text_with_its_claims(client, held):
    html = client.get(held.report.get_absolute_url()).content.decode()

    assert f'id="claim-{held.pk}"' in html
    assert "<mark" in html
    assert 'dir="auto"' in html


def test_a_hostile_text_stays_text(client):
    report = factories.report(text=HOSTILE, title=HOSTILE)
    factories.claim(report=report, source_text=HOSTILE)
    for page in (report.get_absolute_url(), "/reports/", "/places/shaar/"):
        html = client.get(page).content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html


@pytest.mark.parametrize("page", ["/", "/reports/", "/method/", "/admin/login/"])
def test_no_page_runs_scripts_from_elsewhere(client, page):
    policy = client.get(page)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_unknown_pages_are_not_found(client):
    assert client.get("/places/atlantis/").status_code == 404
    assert client.get("/reports/999999/").status_code == 404


@pytest.mark.parametrize(
    "query", ["on=yesterday", "on=2016-02-30", "on=%00", "page=x", "lang=xx", "on=9999-12-31", "q=%00", "kind=x"]
)
def test_bad_parameters_do_not_break_pages(client, held, query):
    refused = {"/places/"} if query in ("q=%00", "kind=x") else set()  # its own filters; others have none of these
    for page in ("/", "/places/", "/places/shaar/", "/reports/"):
        assert client.get(f"{page}?{query}").status_code == (400 if page in refused else 200)


def test_lists_do_not_ask_once_a_row(client, held, django_assert_max_num_queries):
    for _ in range(10):
        factories.claim(report=factories.report())
    with django_assert_max_num_queries(4):
        client.get("/reports/")
    with django_assert_max_num_queries(26):
        client.get("/places/shaar/")
    with django_assert_max_num_queries(10):
        client.get("/sources/")
    with django_assert_max_num_queries(13):
        client.get("/sources/sana/")


def test_a_claim_says_why_it_was_read_so(client):
    text = "أعلنت سانا سيطرة الجيش السوري على حي الشعار."
    spans = [["trigger", 11, 16], ["actor", 17, 29], ["place", 36, 42], ["source", 6, 10]]
    claim = factories.claim(report=factories.report(text), rule="a.rule.to.come", spans=spans)
    html = client.get(f"{claim.report.get_absolute_url()}?lang=en").content.decode()

    assert f'id="said-{claim.pk}"' in html and f'id="why-{claim.pk}"' in html
    assert '<q dir="auto" lang="ar">سيطرة</q>' in html
    assert '<code dir="ltr">a.rule.to.come</code>' in html
    assert "characters 11 to 16" in html
    assert f'data-roles="{claim.pk}:place "' in html


def test_an_explanation_keeps_hostile_words_harmless(client):
    report = factories.report(text=HOSTILE)
    spans = [["place", 0, 8], ['"><script>alert(3)</script>', 4, 20]]
    factories.claim(report=report, spans=spans, source=None, source_text=HOSTILE, rule="<script>alert(4)</script>")
    html = client.get(report.get_absolute_url()).content.decode()

    assert "<script>alert" not in html and "<img src=x" not in html
    assert "&lt;script&gt;" in html


def test_a_report_with_many_claims_asks_no_more_than_one_with_few(client, django_assert_num_queries):
    for number in (1, 12):
        report = factories.report()
        for one in range(number):
            place = factories.place(f"place-{report.pk}-{one}")
            factories.claim(report=report, place=place, spans=[["place", 24, 31]])
        with django_assert_num_queries(5):  # two of them for the map of its places
            client.get(report.get_absolute_url())


@pytest.mark.parametrize("wrong", ["on=2016-02-30", "on=2016-02-30&at=14", "on=x&known=2016-12-08"])
def test_a_day_that_is_none_is_not_handed_on_to_pictures(client, held, wrong):
    page = client.get(f"/?{wrong}&lang=en").content.decode()
    still = unescape(re.search(r'src="(/still[^"]+)"', page)[1])
    assert "on=" not in still
    assert client.get(still).status_code == 200
    assert ("known=2016-12-08" in still) == ("known" in wrong)


def test_the_table_and_the_map_open_a_window_on_its_last_day(client, held):
    window = "from=2016-12-01&to=2016-12-05"
    assert 'value="2016-12-05"' in client.get(f"/table/?{window}&lang=en").content.decode()
    map_page = client.get(f"/?{window}&lang=en")
    assert "The map on 5 December 2016" in map_page.content.decode()
    config = map_page.context["config"]
    assert (str(config["from"]), str(config["to"])) == ("2016-12-01", "2016-12-05")


def test_a_report_that_speaks_of_what_cannot_be_drawn_has_no_map(client, held):
    region = factories.place("east-aleppo", "حلب الشرقية", "East Aleppo", kind="region")
    report = factories.report()
    factories.claim(report=report, place=region)
    assert "places-map" not in client.get(report.get_absolute_url()).content.decode()
    factories.claim(report=report, place=factories.place())
    assert "places-map" in client.get(report.get_absolute_url()).content.decode()


def test_of_a_revision_without_an_act_whole_sentences_are_told(client, held):
    page = client.get("/?revision=0&lang=en").content.decode()
    assert "Later corrections are left out." in page
    assert "later corrections are left out." not in page
    assert (
        "later corrections are left out."
        in client.get(f"/?revision={Revision.objects.last_number()}&lang=en").content.decode()
    )


@pytest.mark.parametrize(
    ("path", "address"),
    [("/changed/", "/counts/"), ("/compare/", "/counts/"), ("/sources/", "/counts/"), ("/data/", "/table/changes.csv")],
)
def test_pages_lead_to_what_stands_beside_them(client, held, path, address):
    assert f'href="{address}"' in client.get(path).content.decode()


@pytest.mark.parametrize(("language", "score", "quantity"), [("en", "0.80 of 1", "10.5"), ("ar", "٠٫٨٠", "١٠٫٥")])
def test_a_report_has_the_decimal_sign_of_the_language(client, language, score, quantity):
    spans = [["trigger", 0, 4], ["quantity", 5, 9]]
    claim = factories.claim(score=0.8, kind="count", quantity=10.5, unit="percent", spans=spans)
    html = client.get(f"{claim.report.get_absolute_url()}?lang={language}").text
    assert score in html and f"<bdi>{quantity}" in html
    assert not re.search("[٠-٩],[٠-٩]", html)


def test_unknown_is_one_word_in_arabic(client, held):
    Boundary.objects.create(place=held.place, shape=factories.shape(), method="built")
    html = client.get("/changed/?from=2016-12-06&to=2016-12-07&lang=ar").text
    assert "أو غير معروف لا يُحسب لأحد" in html and "مجهول" not in html
