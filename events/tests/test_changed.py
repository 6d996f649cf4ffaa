"""What changed between two days: as figures, as a list and over the API, in the three times."""

from datetime import timedelta

import pytest

from events import answers, control, review
from events.balance import Amount, Balance, Ground, balances
from events.tests import factories
from gazetteer.models import Boundary

pytestmark = pytest.mark.django_db
DAY = factories.DAY
BOTH = "from=2016-12-06&to=2016-12-07"


@pytest.fixture
def taken():
    """Shaar, the opposition's and besieged on the eve, taken on the 7th; Sukkari stays; Sakhour nobody reported on."""
    factories.umbrellas()
    editor, holder = factories.user(), factories.actor("opposition", "opposition")
    places = [factories.place(), factories.place("sukkari", "السكري", "Sukkari"), factories.place("sakhour", "ص", "S")]
    for number, place in enumerate(places):
        Boundary.objects.create(place=place, shape=factories.shape(37.1 + number / 20), method="built")
    entries = [factories.entry(place=place, actor=holder, status="assessed") for place in places[:2]]
    control.enter(entries, by=editor, reason="The eve")
    claim = factories.claim(source=factories.source("sohr", "independent"))
    review.accept(claim, by=editor)
    return claim


def _body(client, query=BOTH) -> dict:
    answer = client.get(f"/api/v1/changed?{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_what_is_gained_by_one_is_lost_by_another():
    grounds = [
        Ground("neighbourhood", 2.0, "opposition", "government"), Ground("quarter", 1.0, "opposition", "opposition"),
        Ground("landmark", 0.5, None, "government"), Ground("quarter", 0.25, "opposition", None),
    ]  # fmt: skip
    assert balances(grounds, ["government", "opposition", "isil"]) == [
        Balance("government", Amount(), Amount(1, 2.5), Amount(), Amount(1, 2.5)),
        Balance("opposition", Amount(3, 3.25), Amount(), Amount(2, 2.25), Amount(1, 1.0)),
        Balance(None, Amount(0, 0.5), Amount(1, 0.25), Amount(0, 0.5), Amount(1, 0.25)),
    ]
    assert balances([], ["government"]) == []


def test_what_is_rounded_adds_up_all_the_same():
    """Four thousandths of a square kilometre are less than a hundredth, and three of them more."""
    grounds = [Ground("quarter", 1.0044, "opposition", "government") for _ in range(3)]
    grounds += [Ground("quarter", 1.0044, "opposition", "opposition") for _ in range(3)]
    for one in balances(grounds, ["government", "opposition"]):
        after = one.before.area + one.gained.area - one.lost.area
        assert after == pytest.approx(one.after.area, abs=1e-9)
        assert max(one.before.area, one.after.area) in (6.024, 3.012)


def test_a_place_that_was_taken_is_told_with_both_states(client, taken):
    body = _body(client)
    (place,) = body["places"]

    assert (place["place"], place["changed_hands"], place["name_ar"]) == ("shaar", True, "الشعار")
    assert (place["before"]["holder"], place["after"]["holder"]) == ("opposition", "government")
    sides = {row["side"]: row for row in body["sides"]}
    assert sides["government"]["gained"] == sides["opposition"]["lost"]
    assert sides["government"]["gained"]["neighbourhoods"] == 1 and 3.5 < place["km2"] < 4.5
    assert sides["government"]["gained"]["km2"] == place["km2"]
    assert sides[None]["before"] == sides[None]["after"]
    for row in sides.values():
        for unit in ("neighbourhoods", "km2"):
            after = row["before"][unit] + row["gained"][unit] - row["lost"][unit]
            assert after == pytest.approx(row["after"][unit], abs=1e-9)


def test_the_areas_are_those_of_the_ground(client, taken):
    shape = Boundary.objects.get(place=taken.place).shape.transform(32637, clone=True)
    assert _body(client)["places"][0]["km2"] == pytest.approx(shape.area / 1e6, abs=0.001)


def test_how_sure_it_is_changes_without_changing_hands(client, taken):
    claimed = factories.claim(
        place=factories.place("sakhour"), event_start=factories.DAY_START - 3 * DAY,
        event_end=factories.DAY_START - 2 * DAY, report=factories.report(published_at=factories.NOON - 3 * DAY),
    )  # fmt: skip
    review.accept(claimed, by=factories.user())
    confirmed = factories.claim(
        place=factories.place("sakhour"), source=factories.source("afp", "independent"), kind="capture"
    )
    review.accept(confirmed, by=factories.user())

    changed = {row["place"]: row for row in _body(client)["places"]}
    assert (changed["sakhour"]["before"]["status"], changed["sakhour"]["after"]["status"]) == ("claimed", "assessed")
    assert not changed["sakhour"]["changed_hands"]
    html = client.get(f"/changed/?{BOTH}&lang=en").content.decode()
    assert html.index("Changed hands") < html.index(">Shaar</bdi>") < html.index("Same holder, told otherwise")


def test_it_answers_in_the_three_times_and_for_some_sources(client, taken):
    def places(query):
        return [row["place"] for row in _body(client, f"{BOTH}&{query}")["places"]]

    assert places("known=2016-12-07") == ["shaar"] and places("known=2016-12-06") == []
    assert places("sources=sohr") == ["shaar"] and places("sources=independent&known=2016-12-06") == []
    assert places(f"revision={answers.latest_revision() - 1}") == []
    before = client.get(f"/api/v1/changed?{BOTH}&revision={answers.latest_revision()}").content
    review.reopen(taken, by=factories.user())
    assert places("") == []
    assert client.get(f"/api/v1/changed?{BOTH}&revision={answers.latest_revision() - 1}").content == before


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("to=2016-12-07", "from"), ("from=x&to=2016-12-07", "from"), ("from=2016-12-08&to=2016-12-07", "to"),
        (f"{BOTH}&known=x", "known"), (f"{BOTH}&revision=9999999", "revision"), (f"{BOTH}&sources=nobody", "sources"),
        (f"{BOTH}&revision=x", "revision"), (f"{BOTH}&revision=0&sources=sohr", "sources"),
    ],
)  # fmt: skip
def test_the_api_names_what_is_wrong(client, taken, query, field):
    answer = client.get(f"/api/v1/changed?{query}")
    assert answer.status_code == 400 and list(answer.json()["errors"]) == [field]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("from=2016-12-08&to=2016-12-07", "The last day lies before the first one."), ("from=x", "2016-12-07"),
        ("from=11/26/2016&to=2016-12-07", "Give the date as 2016-12-07."),
        (f"{BOTH}&known=x", "As known on"), (f"{BOTH}&revision=9999999", "no such revision"),
        ("from=0001-01-01&to=2016-12-07", "between 1900 and 2100"), ("to=1900-01-05", "between 1900 and 2100"),
        ("to=0001-01-05", "between 1900 and 2100"), ("to=9999-12-31", "between 1900 and 2100"),
    ],
)  # fmt: skip
def test_the_page_says_what_is_wrong(client, taken, query, told):
    page = client.get(f"/changed/?{query}&lang=en")
    assert page.status_code == 400 and told in page.content.decode()


@pytest.mark.parametrize(("language", "words"), [("en", "7 December 2016"), ("ar", "٧ كانون الأول ٢٠١٦")])
def test_the_page_tells_both_states_in_words_and_leads_to_the_place(client, taken, language, words):
    html = client.get(f"/changed/?{BOTH}&known=2016-12-08&lang={language}").content.decode()
    assert words in html
    assert "/?on=2016-12-07&amp;known=2016-12-08&amp;place=shaar" in html
    assert {"en": "Held by", "ar": "تحت سيطرة"}[language] in html


def test_nothing_changed_and_nothing_known_are_told_apart(client, taken):
    same = client.get("/changed/?from=2016-12-08&to=2016-12-09&lang=en").content.decode()
    assert "Nothing changed between" in same
    Boundary.objects.all().delete()
    none = client.get("/changed/?from=2013-12-08&to=2013-12-09&lang=en").content.decode()
    assert "Nothing is on record for these days." in none


@pytest.mark.parametrize(("query", "number"), [("", 15), ("known=2016-12-08", 25), ("sources=sohr", 26)])
def test_more_places_ask_no_more(client, taken, django_assert_max_num_queries, query, number):
    editor = factories.user()
    for one in range(5):
        place = factories.place(f"place-{one}")
        report = factories.report(published_at=factories.NOON - timedelta(hours=1))
        review.accept(factories.claim(place=place, report=report), by=editor)
    with django_assert_max_num_queries(number):
        assert len(_body(client, f"{BOTH}&{query}")["places"]) > (0 if query else 5)
    with django_assert_max_num_queries(number + 5):
        client.get(f"/changed/?{BOTH}&{query}")


def test_the_api_is_described(client):
    described = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/changed"]["get"]
    assert [one["name"] for one in described["parameters"]] == ["from", "to", "known", "revision", "sources"]


def test_the_day_of_the_map_is_the_last_day_when_none_is_given(client, taken):
    page = client.get("/changed/?on=2016-12-07&lang=en")
    assert page.context["days"] == {"first": "2016-11-07", "last": "2016-12-07"}
    assert client.get("/changed/?on=2016-12-07&to=2016-12-06").context["days"]["last"] == "2016-12-06"


DAYS = "from=2016-12-06&to=2016-12-07"
TABS = [
    ("/changed/", f"{DAYS}&known=2016-12-08&sources=sana", {
        "compare": f"{DAYS}&known=2016-12-08", "changed": f"{DAYS}&known=2016-12-08&sources=sana",
        "counts": "known=2016-12-08&sources=sana",
    }),
    ("/changed/", f"{DAYS}&revision=0", {"compare": DAYS, "changed": f"{DAYS}&revision=0", "counts": "revision=0"}),
    ("/counts/", "on=2016-12-07&known=never", {"compare": "on=2016-12-07", "changed": "on=2016-12-07", "counts": ""}),
    ("/compare/", f"on=2016-12-07&{DAYS}&a=sana&b=opposition&known=2016-12-08", {
        "compare": f"on=2016-12-07&{DAYS}&known=2016-12-08", "changed": f"on=2016-12-07&{DAYS}&known=2016-12-08",
        "counts": "known=2016-12-08",
    }),
    ("/compare/", "from=never&to=2016-12-07", {"compare": "to=2016-12-07", "changed": "to=2016-12-07", "counts": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("page", "query", "led"), TABS)
def test_each_way_to_compare_is_led_to_with_what_it_takes(client, taken, page, query, led):
    factories.source()
    html = client.get(f"{page}?{query}").content.decode()
    tabs = html.split('<nav class="tabs"')[1].split("</nav>")[0]
    for name, kept in led.items():
        address = f"/{name}/?{kept}" if kept else f"/{name}/"
        assert f'href="{address.replace("&", "&amp;")}"' in tabs
        assert client.get(address).status_code == 200


def test_the_head_leads_to_compare_on_the_days_of_the_page(client, taken):
    html = client.get("/table/?on=2016-12-07&known=2016-12-08&sources=sohr").content.decode()
    assert 'href="/compare/?on=2016-12-07&amp;known=2016-12-08"' in html
