"""The API: what it answers, in how many queries, and what it says to bad input."""

import gzip

import pytest

from events import control, review
from events.tests import factories
from gazetteer.models import Place

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    factories.umbrellas()
    review.accept(factories.claim(), by=factories.user())


def test_control_is_geojson_with_one_feature_a_place_that_has_a_period(client, held, django_assert_num_queries):
    factories.place("sakhour", "الصاخور", "Sakhour")
    with django_assert_num_queries(6):
        answer = client.get("/api/v1/control?on=2016-12-07")

    assert answer["Content-Type"] == "application/geo+json"
    body = answer.json()
    assert (body["type"], len(body["features"])) == ("FeatureCollection", 1)
    feature = body["features"][0]
    assert (feature["type"], feature["id"]) == ("Feature", "shaar")
    assert feature["geometry"] == {"type": "Point", "coordinates": [37.19, 36.21]}
    assert feature["properties"] == {
        "place": "shaar", "name_ar": "الشعار", "name_en": "Shaar", "holder": "government", "challenger": None,
        "status": "claimed", "besieged": False, "since": "2016-12-07T00:00:00+02:00", "evidence": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "on"), ("on=", "on"), ("on=yesterday", "on"), ("on=2016-02-30", "on"), ("on=9999-12-31", "on"),
        ("on=2016-12-07%00", "on"), ("on=2016-12-07&revision=-1", "revision"), ("on=2016-12-07&known=x", "known"),
    ],
)  # fmt: skip
def test_bad_parameters_are_named(client, query, field):
    answer = client.get(f"/api/v1/control?{query}")

    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field]
    assert answer.json()["errors"][field][0]["message"]
    assert "Value error" not in answer.text


def test_the_timeline_tells_all_periods_in_columns(client, held, django_assert_num_queries):
    later = factories.claim(
        source=factories.source("activists", "opposition"),
        event_start=factories.DAY_START + 2 * factories.DAY,
        event_end=factories.DAY_START + 3 * factories.DAY,
    )
    review.accept(later, by=factories.user())
    with django_assert_num_queries(9):
        answer = client.get("/api/v1/timeline")

    body = answer.json()
    assert (body["t0"], body["unit"]) == ("2016-12-07", "day")
    assert (body["places"], body["n"], body["dt"], body["s"]) == (["shaar"], [2], [0, 2], [0, 1])
    assert [state["status"] for state in body["states"]] == ["claimed", "assessed"]
    assert (body["first"], body["last"]) == ("2016-12-07", "2016-12-09")


def test_the_timeline_leaves_out_places_of_which_there_is_nothing_to_draw(client, held):
    factories.place("far-village", "قرية بعيدة", "Far village")
    sent = {shape["id"] for shape in client.get("/api/v1/timeline").json()["shapes"]["features"]}
    assert "shaar" in sent and "far-village" not in sent


def test_the_timeline_is_sent_once_a_revision(client, held):
    etag = client.get("/api/v1/timeline")["ETag"]
    assert client.get("/api/v1/timeline", headers={"if-none-match": etag}).status_code == 304

    review.accept(factories.claim(source=factories.source("afp", "independent")), by=factories.user())
    assert client.get("/api/v1/timeline", headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize(
    "query", ["on=garbage", "on=0001-01-01", "known=x", "know=1", "revision=99999", "sources=nobody"]
)
def test_the_timeline_refuses_what_is_no_question_whatever_the_reader_has(client, held, query):
    etag = client.get("/api/v1/timeline")["ETag"]
    answer = client.get(f"/api/v1/timeline?{query}", headers={"if-none-match": etag})
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [query.split("=")[0]])
    assert client.get("/api/v1/timeline?on=2016-12-07", headers={"if-none-match": etag}).status_code == 304


def test_the_timeline_is_the_same_compressed_and_plain(client, held):
    packed = client.get("/api/v1/timeline", headers={"accept-encoding": "gzip, br"})
    plain = client.get("/api/v1/timeline")
    assert packed["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain
    assert gzip.decompress(packed.content) == plain.content and len(packed.content) < len(plain.content)
    assert packed["ETag"] == plain["ETag"] and plain["ETag"].startswith("W/")
    assert "Accept-Encoding" in packed["Vary"] and "Accept-Encoding" in plain["Vary"]


@pytest.mark.parametrize(
    "change",
    [
        lambda place: place.names.filter(language="ar").update(text="حي آخر"),
        lambda place: Place.objects.filter(pk=place.pk).update(kind="quarter"),
        lambda place: place.boundaries.update(retired_at=factories.NOON),
        lambda place: place.names.filter(language="en").delete(),
    ],
    ids=["a name", "a kind", "a shape", "a name less"],
)
def test_the_timeline_is_sent_again_when_a_place_has_changed(client, held, change):
    etag = client.get("/api/v1/timeline")["ETag"]
    change(factories.place())
    answer = client.get("/api/v1/timeline", headers={"if-none-match": etag})
    assert answer.status_code == 200
    assert answer["ETag"] != etag


def test_an_empty_record_is_answered_too(client):
    assert client.get("/api/v1/timeline").json()["places"] == []
    assert client.get("/api/v1/control?on=2016-12-07").json() == {"type": "FeatureCollection", "features": []}


def test_why_lists_what_speaks_for_and_against(client, held):
    denial = factories.claim(source=factories.source("opposition-sources", "opposition"), stance="denies")
    review.accept(denial, by=factories.user())
    body = client.get("/api/v1/places/shaar/control?on=2016-12-07").json()

    assert (body["period"]["status"], body["period"]["line"]) == ("contested", "control/5/partisan-partisan")
    assert [item["source"] for item in body["for"]] == ["sana"]
    assert [item["source"] for item in body["against"]] == ["opposition-sources"]
    assert body["against"][0]["report"].endswith(f"#claim-{denial.pk}")


def test_why_of_a_place_without_information(client):
    factories.place()
    body = client.get("/api/v1/places/shaar/control?on=2016-12-07").json()
    assert (body["period"], body["for"], body["against"]) == (None, [], [])


@pytest.mark.parametrize("name", ["actors", "sources", "reports", "claims", "events"])
def test_lists_take_two_queries(client, held, django_assert_num_queries, name):
    with django_assert_num_queries(2):
        body = client.get(f"/api/v1/{name}?limit=5").json()
    assert body["count"] >= 1
    assert len(body["items"]) >= 1


def test_places_by_name_in_either_script(client):
    factories.place()
    for query in ("الشعار", "SHAAR"):
        assert [row["slug"] for row in client.get("/api/v1/places", {"q": query}).json()["places"]] == ["shaar"]


def test_the_openapi_document(client):
    document = client.get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert "/api/v1/control" in document["paths"]


SLUGS = ["/api/v1/places/{slug}/control", "/api/v1/sources/{slug}/record"]


@pytest.mark.parametrize("address", SLUGS)
@pytest.mark.parametrize("slug", ["a%00b", "a b", "a%0Ab", "شعار", "nobody"])
def test_what_is_no_slug_is_not_found(client, address, slug):
    assert address in client.get("/api/v1/openapi.json").json()["paths"]
    query = "?on=2016-12-07" if "places" in address else ""
    answer = client.get(address.replace("{slug}", slug) + query)
    assert (answer.status_code, answer.json()) == (404, {"detail": "Not Found"})


def test_an_address_that_the_api_has_not_is_not_found_either(client):
    answer = client.get("/api/v1/nothing?on=2016-12-07")
    assert (answer.status_code, answer.json()) == (404, {"detail": "Not Found"})


def test_alive_and_ready(client):
    assert client.get("/healthz").json() == {"status": "alive"}
    assert client.get("/readyz").json() == {"status": "ready"}


def test_unknown_control_is_still_a_valid_state(client):
    factories.umbrellas()
    entry = factories.entry(status="unknown")
    control.enter([entry], by=factories.user(), reason="Looked, cannot tell")
    feature = client.get("/api/v1/control?on=2016-12-07").json()["features"][0]
    assert (feature["properties"]["holder"], feature["properties"]["status"]) == (None, "unknown")


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("claims?place=%00", "place"), ("events?place=%00", "place"), ("claims?limit=99999999999999999999", "limit"),
        ("events?offset=99999999999999999999", "offset"), ("actors?limit=0", "limit"), ("reports?limit=x", "limit"),
        ("reports?limit=5001", "limit"), ("claims?sources=sohr", "sources"), ("events?sources=sohr", "sources"),
        ("timeline?know=2016-12-07", "know"), ("places/shaar/control?on=2016-12-07&palce=1", "palce"),
    ],
)  # fmt: skip
def test_a_list_names_what_it_cannot_be_asked(client, address, field):
    answer = client.get(f"/api/v1/{address}")
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])


def test_what_a_parameter_should_have_been_called_is_told_and_the_language_is_asked_anywhere(client):
    answer = client.get("/api/v1/timeline?know=2016-12-07").json()
    told = "no such parameter here; it has known, on, revision, sources"
    assert answer == {"errors": {"know": [{"message": told}]}}
    assert client.get("/api/v1/actors?lang=ar").status_code == 200
