"""Every module that the map's script imports is named at the head of its page."""

import re

import pytest
from django.templatetags.static import static

from events.templatetags.modules import modules_of


def test_modules_are_found_through_those_that_import_them():
    found = modules_of("events/js/main.js")
    assert found[0] == "events/js/main.js"
    assert {"events/js/layer.js", "events/js/surface.js", "events/js/grid.js", "events/js/dates.js"} <= set(found)
    assert len(found) == len(set(found))


@pytest.mark.django_db
def test_the_map_page_names_them_and_the_timeline(client):
    page = client.get("/?lang=en").content.decode()
    named = set(re.findall(r'<link rel="modulepreload" href="([^"]+)">', page))
    assert named == {static(path) for path in modules_of("events/js/main.js")}
    later = set(re.findall(r'<link rel="modulepreload" fetchpriority="low" href="([^"]+)">', page))
    assert named | later == {static(path) for name in ("main", "page") for path in modules_of(f"events/js/{name}.js")}
    assert not named & later
    assert re.search(r'<link rel="preload" as="fetch" crossorigin href="/api/v1/timeline\?">', page)
