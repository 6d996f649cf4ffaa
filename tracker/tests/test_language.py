"""What a shared cache is told of languages: the cookie decides them, beside the browser's own wish."""

import pytest
from django.conf import settings

from events import review
from events.tests import factories

pytestmark = pytest.mark.django_db
SPOKEN = [
    "/export/map.svg?on=2016-12-07", "/export/map.png?on=2016-12-07", "/table.csv?on=2016-12-07", "/table/changes.csv",
    "/embed/", "/", "/table/", "/api/v1/places/shaar/control?on=2016-12-07", "/export/map.svg?on=x", "/places/outlines",
]  # fmt: skip
SILENT = ["/api/v1/timeline", "/still.svg?on=2016-12-07"]


@pytest.fixture(autouse=True)
def held():
    factories.umbrellas()
    review.accept(factories.claim(), by=factories.user())


def in_both(client, address, **headers) -> list:
    answers = []
    for language in ("en", "ar"):
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        answers.append(client.get(address, headers=headers))
    return answers


def varies_by(answer) -> set[str]:
    return set(answer["Vary"].lower().split(", "))


@pytest.mark.parametrize("address", SPOKEN)
def test_what_the_cookie_decides_a_cache_keeps_by_it(client, address):
    english, arabic = in_both(client, address)
    assert english.content != arabic.content
    for answer in (english, arabic):
        assert varies_by(answer) >= {"cookie", "accept-language"}


@pytest.mark.parametrize("address", SILENT)
def test_what_is_the_same_in_every_language_a_cache_keeps_once_for_all_cookies(client, address):
    english, arabic = in_both(client, address)
    assert english.content == arabic.content
    assert english["ETag"] == arabic["ETag"]
    known = in_both(client, address, **{"if-none-match": english["ETag"]})
    assert [answer.status_code for answer in known] == [304, 304]
    assert all("cookie" not in varies_by(answer) for answer in (english, arabic, *known))


def test_a_picture_in_the_other_language_is_not_what_a_reader_has(client):
    english, arabic = in_both(client, SPOKEN[0])
    mixed = in_both(client, SPOKEN[0], **{"if-none-match": english["ETag"]})
    assert [answer.status_code for answer in mixed] == [304, 200] and english["ETag"] != arabic["ETag"]
    assert all("cookie" in varies_by(answer) for answer in mixed)
