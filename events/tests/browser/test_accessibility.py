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
        violations = Axe().run(page).response["violations"]
        serious = [
            (item["id"], item["nodes"][0]["html"]) for item in violations if item["impact"] in ("serious", "critical")
        ]
        if serious:
            found[path] = serious
    assert found == {}
