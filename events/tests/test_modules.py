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
def test_the_map_page_names_first_what_the_map_needs_and_in_its_template_what_comes_later(client):
    page = client.get("/?lang=en").content.decode()
    first, later = page.split('<template id="later">')
    later = later.split("</template>")[0]
    named, afterwards = (set(re.findall(r'<link rel="modulepreload" href="([^"]+)">', part)) for part in (first, later))
    assert named == {static(path) for path in modules_of("events/js/main.js")}
    rest = ("page", "context", "instead", "find", "menus", "times_form")
    assert named | afterwards == {
        static(path) for name in ("main", *rest) for path in modules_of(f"events/js/{name}.js")
    }
    assert not named & afterwards
    assert re.search(r'<link rel="preload" as="fetch" crossorigin href="/api/v1/timeline\?">', first)
