"""Two accounts side by side, and the record of a source: over HTTP and as pages."""

from datetime import timedelta

import pytest

from events import review
from events.demo.editor import editors
from events.tests import factories
from gazetteer.models import Boundary

pytestmark = pytest.mark.django_db
DAY, START = factories.DAY, factories.DAY_START


def said(source, affiliation, day, place="masaken-hanano", **fields):
    """An accepted claim, of a day counted from 26 November."""
    start = START + timedelta(days=day - 11)
    report = factories.report(f"{source} {day} {place}", published_at=start + DAY / 2)
    claim = factories.claim(
        report=report, source=factories.source(source, affiliation), place=factories.place(place),
        event_start=start, event_end=start + DAY, **fields,
    )  # fmt: skip
    review.accept(claim, by=factories.user())
    return claim


@pytest.fixture
def hanano():
    """SANA: all of it on the 26th. The Observatory: 80 % of it, and the whole on the 27th."""
    factories.umbrellas()
    opposition = factories.actor("opposition", "opposition")
    said("sohr", "opposition", -6, kind="hold", actor=opposition)
    said("sana", "government", 0)
    said("sohr", "opposition", 0, is_partial=True)
    return said("sohr", "opposition", 1)


def compare(client, query="a=sana&b=sohr"):
    return client.get(f"/api/v1/compare?{query}")


def test_the_places_and_days_where_two_accounts_differ(client, hanano):
    body = compare(client).json()

    assert (body["a"], body["b"], body["from"], body["to"]) == ("sana", "sohr", "2016-11-20", "2016-11-27")
    (one,) = body["differences"]
    assert (one["place"], one["from"], one["until"]) == ("masaken-hanano", "2016-11-26", "2016-11-27")
    assert one["a"] == {"holder": "government", "challenger": None, "status": "claimed", "besieged": False}
    assert one["b"] == {"holder": "opposition", "challenger": "government", "status": "contested", "besieged": False}


def test_days_silence_surety_and_what_was_known_narrow_or_widen_it(client, hanano):
    for query, number in (
        ("from=2016-11-27", 0),
        ("to=2016-11-25", 0),
        ("silent=1", 2),
        ("surety=1", 2),
        ("surety=1&known=2016-11-26", 1),
        ("from=2016-11-26&to=2016-11-26", 1),
    ):
        found = compare(client, f"a=sana&b=opposition&{query}").json()["differences"]
        assert len(found) == number, query


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ("b=sohr", "a", "required"),
        ("a=sanna&b=sohr", "a", "“sanna”"),
        ("a=sana&b=%00", "b", "No source"),
        ("a=,&b=sohr", "a", "at least one"),
        ("a=sana&b=sohr&from=2016-12-02&to=2016-12-01", "to", "before the first"),
        ("a=sana&b=sohr&from=never", "from", "2016-12-07"),
    ],
)
def test_bad_parameters_are_named(client, hanano, query, field, message):
    answer = compare(client, query)
    assert answer.status_code == 400
    assert message in answer.json()["errors"][field][0]["message"]


def test_more_places_take_no_more_queries(client, hanano, django_assert_max_num_queries):
    with django_assert_max_num_queries(13) as few:
        compare(client)
    for number in range(6):
        said("sana", "government", 0, place=f"place-{number}")
        said("sohr", "opposition", 0, place=f"place-{number}", kind="hold", actor=factories.actor("opposition"))
    with django_assert_max_num_queries(len(few)):
        assert len(compare(client).json()["differences"]) == 7


def test_an_empty_record_is_compared_too(client):
    factories.source("sana"), factories.source("sohr")
    assert compare(client).json()["differences"] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_lists_them_in_words(client, hanano, language):
    page = client.get(f"/compare/?a=sana&b=sohr&lang={language}")
    words = {"en": "26 November 2016", "ar": "٢٦ تشرين الثاني ٢٠١٦"}[language]
    html = page.content.decode()

    assert [row.days for row in page.context["page_obj"]] == [1]
    assert html.count(words) == 2, "from and to"
    assert "/places/masaken-hanano/?on=2016-11-26" in html


@pytest.mark.parametrize(
    "query", ["a=sanna&b=sohr", "a=sana&b=sohr&from=x", "a=sana&b=sohr&from=9999-12-31", "a=%3Cb%3E"]
)
def test_the_page_says_what_is_wrong(client, hanano, query):
    page = client.get(f"/compare/?{query}")
    assert page.status_code == 400
    assert 'role="alert"' in page.content.decode()
    assert "<b>" not in page.content.decode()


def test_a_difference_in_a_siege_alone_is_told_in_words(client, hanano):
    said("sohr", "opposition", 2, kind="siege", actor=factories.actor("opposition"))
    page = client.get("/compare/?a=sana&b=sohr&surety=1&from=2016-11-28&to=2016-11-28&lang=en")
    (row,) = page.context["page_obj"]
    assert row.b.endswith("besieged") and row.a != row.b


def test_the_places_of_the_list_are_as_known_on_the_same_day(client, hanano):
    listed = client.get("/compare/?a=sana&b=sohr&known=2016-11-27&lang=en").text
    assert "/places/masaken-hanano/?on=2016-11-26&amp;known=2016-11-27" in listed


@pytest.mark.parametrize("days", ["to=2016-01-01", "from=2017-01-01"])
def test_one_day_outside_the_record_is_compared_by_page_and_api_alike(client, hanano, days):
    assert compare(client, f"a=sana&b=sohr&{days}").json()["differences"] == []
    page = client.get(f"/compare/?a=sana&b=sohr&{days}")
    assert page.status_code == 200 and len(page.context["page_obj"]) == 0


def test_the_maps_have_either_account_of_one_day(client, hanano):
    Boundary.objects.create(place=factories.place("masaken-hanano"), shape=factories.shape(), method="built")
    page = client.get("/compare/?a=sana&b=sohr&on=2016-11-26&lang=en")
    (drawn,) = page.context["beside"]["features"]

    told = drawn["properties"]
    assert (told["a"]["fill"], told["differs"]) == ("url(#look-claimed-government)", True)
    assert told["b"]["fill"] == "url(#look-contested-government-opposition)"
    assert told["a"]["words"].startswith("Claimed by")
    assert page.context["beside"]["b"] == "/?on=2016-11-26&sources=sohr&place=SLUG"
    assert "1 place differs" in page.text
    agreed = client.get("/compare/?a=sana&b=sohr&on=2016-11-27&lang=en")
    assert not agreed.context["beside"]["features"][0]["properties"]["differs"]
    surer = client.get("/compare/?a=sana&b=sohr&on=2016-11-27&surety=1&lang=en")
    assert surer.context["beside"]["features"][0]["properties"]["differs"]


def test_the_accounts_as_known_on_a_day(client, hanano):
    later = client.get("/compare/?a=sana&b=sohr&known=2016-11-27&lang=en")
    assert [row.days for row in later.context["page_obj"]] == [1]
    assert "As known on 27 November 2016." in later.text
    assert "known=2016-11-27" in later.context["beside"]["a"]
    early = client.get("/compare/?a=sana&b=sohr&known=2016-11-25&lang=en")
    assert len(early.context["page_obj"]) == 0
    wrong = client.get("/compare/?a=sana&b=sohr&known=soon&lang=en")
    assert wrong.status_code == 400 and 'id="error_known"' in wrong.text


def test_the_page_of_two_accounts_asks_no_more_for_more_places(client, hanano, django_assert_max_num_queries):
    address = "/compare/?a=sana&b=sohr&known=2016-12-20&surety=1"
    with django_assert_max_num_queries(17) as few:
        client.get(address)
    for number in range(5):
        said("sana", "government", number, place=f"place-{number}")
    with django_assert_max_num_queries(len(few)):
        client.get(address)


def test_the_record_of_a_source(client, hanano, django_assert_max_num_queries):
    said("sohr", "opposition", 1, place="shaar")
    with django_assert_max_num_queries(12):
        body = client.get("/api/v1/sources/sohr/record").json()

    assert body["affiliations"] == [{"side": "opposition", "from": None, "until": None, "basis": ""}]
    assert (body["claims"], body["judged"]) == (4, 3)
    assert body["assessed"] == {"n": 1, "of": 3, "share": 0.333, "few": True}
    assert body["lag_days"] == {"median": 0, "n": 1, "few": True}
    assert body["alone"]["n"] == 2
    sana = client.get("/api/v1/sources/sana/record").json()
    assert (sana["assessed"]["n"], sana["contested"]["n"], sana["lag_days"]["median"]) == (1, 1, -1)
    assert client.get("/api/v1/sources/nobody/record").status_code == 404


def test_a_claim_that_names_nobody_is_its_publisher_s(client):
    factories.umbrellas()
    report = factories.report(publisher=factories.source("paper", "independent"))
    review.accept(factories.claim(report=report, source=None), by=factories.user())
    body = client.get("/api/v1/sources/paper/record").json()
    assert (body["claims"], body["judged"], body["alone"]["n"]) == (1, 1, 1)


def test_the_page_of_a_source_marks_small_numbers_in_words(client, hanano):
    html = client.get("/sources/sohr/?lang=en").content.decode()

    assert "Be careful: fewer than 10 of its statements can be judged." in html
    assert "few cases" in html and "1 of 2" in html
    assert "حالات قليلة" in client.get("/sources/sohr/?lang=ar").content.decode()
    assert "few cases" in client.get("/sources/?lang=en").content.decode()


def test_ten_statements_are_given_in_per_cent(client):
    factories.umbrellas()
    for number in range(10):
        said("sana", "government", 0, place=f"place-{number}")
        said("afp", "independent", 0, place=f"place-{number}")
    html = client.get("/sources/sana/?lang=en").content.decode()
    assert "100 %" in html and "Be careful" not in html
    assert "١٠٠٪" in client.get("/sources/sana/?lang=ar").content.decode()


def test_all_records_take_the_same_number_of_queries(client, hanano, django_assert_max_num_queries):
    with django_assert_max_num_queries(12) as few:
        client.get("/sources/")
    for number in range(5):
        said(f"source-{number}", "independent", number, place=f"place-{number}")
    with django_assert_max_num_queries(len(few)):
        client.get("/sources/")


def test_a_new_source_is_added_at_the_desk(client):
    editor = factories.user()
    editor.groups.add(editors())
    client.force_login(editor)
    row = {"affiliations-TOTAL_FORMS": 1, "affiliations-INITIAL_FORMS": 0, "affiliations-0-side": "independent"}
    posted = {"slug": "new", "name_ar": "جديد", "name_en": "New", "kind": "news-site", **row}
    assert client.post("/admin/events/source/add/", posted).status_code == 302
    assert client.get("/api/v1/sources?limit=100").json()["items"][0]["affiliation"] == "independent"


def holders(client, **asked) -> dict[str, tuple]:
    found = client.get("/api/v1/control", {"on": "2016-11-26", **asked}).json()["features"]
    return {one["id"]: (one["properties"]["holder"], one["properties"]["status"]) for one in found}


def test_the_map_as_one_source_tells_it(client, hanano):
    assert holders(client) == {"masaken-hanano": ("opposition", "contested")}
    assert holders(client, sources="sana") == {"masaken-hanano": ("government", "claimed")}
    assert holders(client, sources="sohr") == {"masaken-hanano": ("opposition", "contested")}
    assert holders(client, sources="pro-government,sohr") == holders(client)
    assert holders(client, sources="independent") == {}


def test_every_read_takes_the_sources(client, hanano):
    timeline = client.get("/api/v1/timeline", {"sources": "sana"}).json()
    why = client.get("/api/v1/places/masaken-hanano/control", {"on": "2016-11-26", "sources": "sana"}).json()

    assert (timeline["sources"], timeline["revision"], timeline["places"]) == ("sana", None, ["masaken-hanano"])
    assert [one["source"] for one in why["for"]] == ["sana"] and why["against"] == []
    assert why["period"]["line"].endswith("partisan-none")
    page = client.get("/", {"sources": "sana"}).text
    assert "As told by <bdi>sana</bdi>." in page and "timeline?sources=sana" in page


@pytest.mark.parametrize(
    ("asked", "message"), [("nobody", "nobody"), (",", "at least one"), ("sana&revision=1", "not for both")]
)
def test_a_wrong_perspective_is_named(client, hanano, asked, message):
    answer = client.get(f"/api/v1/control?on=2016-11-26&sources={asked}")
    assert answer.status_code == 400 and message in answer.json()["errors"]["sources"][0]["message"]
    assert client.get("/?sources=nobody").status_code == 400


def test_an_account_of_a_revision_is_refused_for_what_it_is(client, hanano):
    for page in ("/", "/table/", "/changed/", "/counts/"):
        answer = client.get(f"{page}?revision=1&sources=sana&lang=en")
        assert answer.status_code == 400
        assert "not for both" in answer.text and "No such source" not in answer.text


@pytest.mark.parametrize("wrong", ["revision=1", "known=12/07/2016", "from=12/07/2016", "to=7.12.2016", "known=x"])
def test_what_the_api_refuses_of_a_comparison_the_page_refuses_too(client, hanano, wrong):
    assert compare(client, f"a=sana&b=sohr&{wrong}").status_code == 400
    told = {
        "en": "not as of a revision" if "revision" in wrong else "Give the date",
        "ar": "مراجعة" if "revision" in wrong else "",
    }
    for language, words in told.items():
        page = client.get(f"/compare/?a=sana&b=sohr&{wrong}&lang={language}")
        assert page.status_code == 400 and words in page.text and "beside" not in page.context
    assert client.get("/compare/?a=sana&b=sohr&revision=").status_code == 200


def test_days_left_empty_are_those_of_the_record(client, hanano):
    assert compare(client, "a=sana&b=sohr&from=&to=&known=").json() == compare(client).json()
