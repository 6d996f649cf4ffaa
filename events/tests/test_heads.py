"""HEAD of the API: what GET answers, without the body."""

import pytest

from events import review
from events.tests import factories

pytestmark = pytest.mark.django_db
ADDRESSES = [
    "timeline", "control?on=2016-12-07", "places/shaar/control?on=2016-12-07", "sources/sana/record", "claims",
    "events", "counts", "gazetteer", "openapi.json", "docs", "control?on=x", "claims?limt=1", "nothing",
    "places/nobody/control?on=2016-12-07",
]  # fmt: skip


@pytest.fixture
def held():
    factories.umbrellas()
    review.accept(factories.claim(), by=factories.user())


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_head_and_get_agree_in_status_and_headers(client, held, address, encoding):
    headers = {"accept-encoding": encoding}
    got, head = (ask(f"/api/v1/{address}", headers=headers) for ask in (client.get, client.head))
    told = [dict(answer.headers) for answer in (got, head)]
    if encoding == "gzip":  # which some random bytes lengthen
        told = [{name: value for name, value in one.items() if name != "Content-Length"} for one in told]
    assert (head.status_code, told[1]) == (got.status_code, told[0])
    assert b"".join(head) == b""


def test_head_knows_what_a_reader_has(client, held):
    etag = client.head("/api/v1/timeline")["ETag"]
    assert client.head("/api/v1/timeline", headers={"if-none-match": etag}).status_code == 304


def test_what_the_api_does_not_do_it_still_refuses(client, held):
    assert [client.post("/api/v1/timeline").status_code, client.options("/api/v1/control").status_code] == [405, 405]
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert {method for methods in paths.values() for method in methods} == {"get"}
