"""axe finds nothing serious on any page, in either language and theme."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = [
    "/?",
    "/?place=shaar&",
    "/table/?",
    "/table/changes/?",
    "/table/changes/?from=x&",
    "/places/?",
    "/places/shaar/?",
    "/reports/?",
    "REPORT?",
    "/sources/?",
    "/sources/sana/?",
    "/changed/?",
    "/compare/?a=sana&b=independent&silent=1&",
    "/compare/?a=nobody&b=sana&from=x&",
    "/method/?",
    "/counts/?",
    "/data/?",
    "/embed/?",
    "/none/?",
]


@pytest.mark.parametrize(
    ("language", "size", "theme"),
    [
        ("en", DESKTOP, "light"), ("en", PHONE, "light"), ("ar", DESKTOP, "light"), ("ar", PHONE, "light"),
        ("en", DESKTOP, "dark"), ("ar", PHONE, "dark"),
    ],
)  # fmt: skip
def test_no_serious_findings(open_page, page, record, language, size, theme):
    found = {}
    page.emulate_media(color_scheme=theme)
    for path in PAGES:
        page = open_page(path.replace("REPORT", record.report.get_absolute_url()) + f"lang={language}", size)
        page.wait_for_timeout(500)
        if serious := _serious(page):
            found[path] = serious
    assert found == {}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", ["/", "/embed/", "/changed/", "/compare/", "REPORT"])
def test_no_serious_findings_before_a_script_has_come(page, live_server, record, path, language):
    """On a slow line the page stands for seconds as the server sent it."""
    page.route("**/*.js", lambda route: route.abort())
    page.set_viewport_size(DESKTOP)
    page.goto(live_server.url + path.replace("REPORT", record.report.get_absolute_url()) + f"?lang={language}")
    assert _serious(page) == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", ["/", "/embed/"])
def test_no_serious_findings_while_only_the_colours_have_come(page, live_server, record, path, language):
    page.route("**/js/page.js", lambda _route: None)  # asked for, and never answered
    page.set_viewport_size(DESKTOP)
    page.goto(live_server.url + f"{path}?lang={language}", wait_until="commit")
    page.locator("#map-page[data-painted]").wait_for()
    assert _serious(page) == []
    assert page.locator("#dock").evaluate("dock => dock.inert"), "buttons that do nothing yet cannot be pressed"


def _serious(page) -> list[tuple[str, str]]:
    """What axe finds serious or critical: the rule, and the first element that breaks it."""
    violations = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in violations if one["impact"] in ("serious", "critical")]
