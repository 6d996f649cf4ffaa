"""The map in other people's pages: nobody's, unless a setting names them, and then that page alone."""

import pytest

from events.embedding import allowed_origins, check_origins

pytestmark = pytest.mark.django_db


def _policy(answer) -> list[str]:
    parts = answer["Content-Security-Policy"].split(";")
    return [part.strip() for part in parts if part.strip().startswith("frame-ancestors")]


def test_nobody_may_frame_anything_unless_named(client, settings):
    settings.EMBED_ORIGINS = []
    for page in ("/embed/", "/", "/table/"):
        answer = client.get(page)
        assert (answer.status_code, answer["X-Frame-Options"]) == (200, "DENY")
        assert _policy(answer) == ["frame-ancestors 'none'"]


def test_those_named_may_frame_that_page_alone(client, settings):
    settings.EMBED_ORIGINS = ["https://news.example", "https://*.example.org"]
    answer = client.get("/embed/?on=2016-12-07")
    assert _policy(answer) == ["frame-ancestors https://news.example https://*.example.org"]
    assert "X-Frame-Options" not in answer
    assert "default-src 'none'" in answer["Content-Security-Policy"] and "'nonce-" in answer["Content-Security-Policy"]
    for page in ("/", "/data/", "/admin/login/"):
        other = client.get(page)
        assert (other["X-Frame-Options"], _policy(other)) == ("DENY", ["frame-ancestors 'none'"])


WRONG = ["*", "news.example", "https://news.example/page", "https://a.example; script-src *", "'self'", "https://", ""]


def test_what_is_no_origin_lets_nobody_in_and_is_told(settings):
    settings.EMBED_ORIGINS = [*WRONG, "http://localhost:8080"]
    assert allowed_origins() == ["http://localhost:8080"]
    assert [error.id for error in check_origins()] == ["events.E004"] * len(WRONG)
    settings.EMBED_ORIGINS = ["https://news.example:8443"]
    assert check_origins() == []


def test_the_page_is_the_map_without_menus_and_keeps_what_was_asked(client):
    html = client.get("/embed/?on=2016-12-07&known=2016-12-08&lang=ar").content.decode()
    assert 'id="map-page"' in html and "known=2016-12-08" in html and '<base target="_blank">' in html
    assert "<nav" not in html and 'id="search"' not in html and 'name="sources"' not in html
    assert 'href="/?on=2016-12-07&amp;known=2016-12-08"' in html
    assert client.get("/embed/?revision=9999999").status_code == 400


def test_the_data_page_has_a_line_to_copy_only_where_it_works(client, settings):
    settings.EMBED_ORIGINS = []
    assert "&lt;iframe" not in client.get("/data/?lang=en").content.decode()
    settings.EMBED_ORIGINS = ["https://news.example"]
    html = client.get("/data/?lang=en&on=2016-12-06&sources=").content.decode()
    assert '&lt;iframe src="http://testserver/embed/?on=2016-12-06&amp;amp;lang=en"' in html
