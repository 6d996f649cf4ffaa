"""Which answers are compressed: those for readers that take gzip, and a weight of nought says that they do not."""

import gzip

import pytest

pytestmark = pytest.mark.django_db
ADDRESSES = ["/api/v1/timeline", "/still.svg", "/method/", "/api/v1/openapi.json"]
TAKEN = [
    ("gzip", True), ("gzip, br;q=0", True), ("GZIP ; Q=0.001", True), ("deflate;q=0, gzip;q=1.0", True), ("", False),
    ("identity", False), ("gzip;q=0", False), ("gzip; q=0.000, identity", False), ("deflate, GZIP;Q=0", False),
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("encodings", "is_taken"), TAKEN)
def test_gzip_comes_to_those_who_take_it(client, address, encodings, is_taken):
    answer = client.get(address, headers={"accept-encoding": encodings})
    assert (answer.status_code, answer.get("Content-Encoding") == "gzip") == (200, is_taken)
    assert "Accept-Encoding" in answer["Vary"]
    body = b"".join(answer)
    plain = gzip.decompress(body) if is_taken else body
    assert plain.lstrip()[:1] in (b"{", b"<")
