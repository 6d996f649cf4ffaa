"""axe finds nothing serious on any page, in either language."""

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


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_serious_findings(open_page, record, language, size):
    found = {}
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
