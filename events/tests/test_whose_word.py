"""Lists of the record by who speaks: `sources=` gives the word of some alone, in claims, entries and derived events."""

from datetime import date, timedelta

import pytest

from events import control, review
from events.comparison import perspective
from events.evidence import testimonies_about
from events.models import Affiliation, Claim, ControlEvent, Source
from events.tests import factories
from events.whose_word import claims_of, entries_of
from gazetteer.models import Place

pytestmark = pytest.mark.django_db
DAY, NOON = factories.DAY, factories.NOON


def accepted(text, *, day=0, **fields):
    """A claim published so many days after 7 December."""
    published = NOON + day * DAY
    claim = factories.claim(
        report=factories.report(text, publisher=fields.pop("publisher", None), published_at=published), **fields
    )
    review.accept(claim, by=factories.user())
    return claim


@pytest.fixture
def turncoat():
    """A source that spoke for the government until 8 December, and is independent from then on."""
    made = Source.objects.create(slug="herald", name_ar="المنادي", name_en="Herald", kind="newspaper")
    made.affiliations.create(side="government", valid_until=date(2016, 12, 8), basis="its own words")
    made.affiliations.create(side="independent", valid_from=date(2016, 12, 8), basis="its own words")
    return made


@pytest.fixture
def record(turncoat):
    """SANA and the Herald say who took Shaar, a paper says it by itself, an editor and the Observatory have entries."""
    factories.umbrellas()
    sohr = factories.source("sohr", "opposition")
    opposition = factories.actor("opposition", "opposition")
    accepted("قالت سانا إن الجيش أخذ الحي")
    accepted("The Herald said so first, on the seventh", source=turncoat)
    accepted("The Herald again, when it was nobody's any more", source=turncoat, day=1)
    accepted("A paper in its own words", source=None, publisher=factories.source("paper", "independent"))
    accepted("Nobody knows who says this", source=None)
    seen = factories.entry(actor=opposition, source=sohr)
    judged = factories.entry(
        actor=opposition, status="assessed", event_start=NOON - 40 * DAY, event_end=NOON - 39 * DAY
    )
    control.enter([seen, judged], by=factories.user(), reason="What they tell")


@pytest.mark.parametrize(
    ("sources", "claims", "entries"),
    [
        ("sana", 1, 0), ("herald", 2, 0), ("paper", 1, 0), ("sohr", 0, 1), ("pro-government", 2, 0),
        ("independent", 2, 0), ("opposition", 0, 1), ("kurdish", 0, 0), ("sana,independent,sohr", 3, 1),
    ],
)  # fmt: skip
def test_each_origin_answers_for_its_own_word_as_the_rule_hears_it(client, record, sources, claims, entries):
    asked = perspective(sources)
    told = claims_of(asked, Claim.objects.all())
    entered = entries_of(asked, ControlEvent.objects.live().filter(origin="entered"))
    heard = testimonies_about(Place.objects.values_list("pk", flat=True), perspective=asked).values()

    assert {f"claim:{one.pk}" for one in told} | {f"entry:{one.pk}" for one in entered} == {
        one.key for said in heard for one in said
    }
    assert (told.count(), entered.count()) == (claims, entries)
    assert client.get(f"/api/v1/claims?sources={sources}").json()["count"] == claims
    assert client.get(f"/api/v1/events?origin=entered&sources={sources}").json()["count"] == entries


def test_derived_events_are_what_the_rule_makes_of_that_word_alone(client, record):
    def states(query):
        rows = client.get(f"/api/v1/events?origin=derived&place=shaar&{query}").json()["items"]
        return [(row["id"], row["actor"], row["status"]) for row in rows]

    assert states("sources=sana") == [(None, "government", "claimed")]
    assert states("sources=sohr") == [(None, "opposition", "claimed")]
    assert states("sources=kurdish") == []
    assert all(number for number, _, _ in states(""))


def test_with_a_day_of_publication_both_narrow(client, record):
    assert client.get("/api/v1/claims?sources=herald&known=2016-12-07").json()["count"] == 1
    assert client.get("/api/v1/events?sources=sohr&known=2016-11-01").json()["count"] == 0


@pytest.mark.parametrize("address", ["/api/v1/claims", "/api/v1/events"])
def test_who_is_no_source_is_named(client, record, address):
    answer = client.get(f"{address}?sources=nobody")
    assert answer.status_code == 400
    assert "nobody" in str(answer.json()["errors"]["sources"])
    assert client.get(f"{address}?sources=sana&revision=1").json()["errors"].keys() == {"sources"}


@pytest.mark.parametrize("address", ["/api/v1/claims", "/api/v1/events"])
def test_the_number_of_queries_is_the_same_for_few_and_many(client, record, address, django_assert_max_num_queries):
    for day in range(12):
        accepted(f"قالت سانا مرة أخرى {day}", day=day)
    with django_assert_max_num_queries(16 if "events" in address else 6):
        client.get(f"{address}?sources=sana")


def test_a_last_day_is_not_counted_and_days_are_of_damascus(turncoat):
    late = factories.DAY_START + DAY  # midnight, as the 8th begins
    for moment, side in ((late - timedelta(seconds=1), "government"), (late, "independent")):
        day = (moment + timedelta(hours=2)).date()
        assert Affiliation.objects.on(day).get(source=turncoat).side == side
        factories.claim(report=factories.report(f"{side} it is", published_at=moment), source=turncoat)
    assert [one.quote for one in claims_of(perspective("pro-government"), Claim.objects.all())] == ["government it is"]
    assert [one.quote for one in claims_of(perspective("independent"), Claim.objects.all())] == ["independent it is"]


NAMED = [
    ("المرصد السوري لحقوق الإنسان", "sohr"),
    ("المرصد السوري لحقوق الانسان ، سانا", "sohr,sana"),
    ("syrian observatory for human rights", "sohr"),
    ("SANA, The Observatory of nobody", None),
    ("SANA,herald", "sana,herald"),
    ("sana،sohr", "sana,sohr"),
    ("مصادر معارضة", "opposition"),
    ("Opposition sources،Herald", "opposition,herald"),
    ("Twin", None),
    ("،", None),
]


@pytest.fixture
def named(record):
    known = {"sohr": ("المرصد السوري لحقوق الإنسان", "Syrian Observatory for Human Rights"), "sana": ("سانا", "SANA")}
    for slug, (name_ar, name_en) in known.items():
        Source.objects.filter(slug=slug).update(name_ar=name_ar, name_en=name_en)
    for slug in ("twin-1", "twin-2"):
        factories.source(slug, name_ar=slug, name_en="Twin")


@pytest.mark.parametrize("path", ["/", "/table/", "/places/shaar/", "/changed/", "/counts/", "/data/", "/embed/"])
def test_sources_given_by_name_lead_to_the_address_with_their_slugs(client, named, path):
    for text, slugs in NAMED:
        answer = client.get(path, {"on": "2016-12-07", "sources": text, "known": "2016-12-08"})
        if slugs is None:
            assert answer.status_code == 400
            continue
        assert (answer.status_code, answer.url) == (302, f"{path}?on=2016-12-07&sources={slugs}&known=2016-12-08")
        assert client.get(answer.url).status_code == 200


def test_those_whose_word_may_count_are_in_the_order_of_the_names_that_are_read(client, record):
    for slug, name in [("a", "الوكالة"), ("b", "أورينت"), ("c", "الإخبارية"), ("d", "تلفزيون")]:
        Source.objects.create(slug=slug, name_ar=name, name_en=slug, kind="agency")

    def told(language):
        listed = [slug for slug, _ in client.get("/data/", {"lang": language}).context["times"]["perspectives"]]
        assert listed[:5] == ["pro-government", "opposition", "kurdish", "pro-isil", "independent"]
        return [slug for slug in listed if slug in ("a", "b", "c", "d")]

    assert told("ar") == ["c", "b", "d", "a"]
    assert told("en") == ["a", "b", "c", "d"]


def test_names_are_typed_in_their_own_direction_and_the_choice_has_slugs(client, named):
    for page in ("/", "/changed/"):
        html = client.get(page, {"lang": "en"}).text
        assert 'name="sources"' in html and '<option value="sohr">Syrian Observatory for Human Rights</option>' in html
        field = html.split('name="sources"')[1].split(">")[0]
        assert 'dir="auto"' in field and 'list="perspectives"' in field


@pytest.mark.parametrize("query", ["", "&known=2016-12-07"])
@pytest.mark.parametrize("sources", ["sana", "herald", "paper", "independent", "kurdish"])
def test_a_place_lists_the_claims_of_those_whose_word_counts(client, record, sources, query):
    rows = client.get(f"/api/v1/claims?place=shaar&sources={sources}{query}").json()["items"]
    page = client.get(f"/places/shaar/?on=2016-12-09&sources={sources}{query}")
    assert {claim.pk for claim in page.context["claims"]} == {row["id"] for row in rows}
