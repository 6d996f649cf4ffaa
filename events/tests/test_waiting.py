"""The first page of the desk: what waits, for whom, and where it leads."""

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.urls import reverse

from events import control, review
from events.demo.editor import editors
from events.models import Claim
from events.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()


@pytest.fixture
def editor(client):
    factories.umbrellas()
    user = factories.user()
    user.groups.add(editors())
    client.force_login(user)
    return user


@pytest.fixture
def desk(editor):
    """Two claims wait, of which one names two places; one is decided; a report failed and one waits to be read."""
    factories.claim()
    factories.claim(place=None, candidates=["tishreen", "tishreen-2"])
    review.reject(factories.claim(place=None, candidates=["tishreen", "tishreen-2"]), by=editor)
    factories.report("", state="failed", error="Empty", read_at=None)
    factories.report("", state="waiting", read_at=None)


def _waiting(client) -> dict:
    page = client.get("/admin/?lang=en")
    assert page.status_code == 200
    return {one.name: one for one in page.context["waiting"]}


def test_the_desk_says_what_waits_and_leads_to_it(client, desk):
    waiting = _waiting(client)
    assert {name: one.count for name, one in waiting.items()} == {
        "Claims to review": 2, "Names that mean several places": 1, "Reports that could not be read": 1,
        "Reports not read yet": 1,
    }  # fmt: skip
    for one in waiting.values():
        listed = client.get(one.url).context["cl"]
        if one.name != "Reports not read yet":
            assert listed.result_count == one.count, one.name
    html = client.get("/admin/?lang=ar").content.decode()
    assert "٢" in html and 'dir="rtl"' in html


def test_findings_of_the_checks_are_counted_by_kind_and_anew_after_an_act(client, editor):
    tomorrow = {"event_start": factories.NOON + factories.DAY, "event_end": factories.NOON + 2 * factories.DAY}
    late = factories.claim(**tomorrow)
    Claim.objects.filter(pk=late.pk).update(status="accepted", reviewed_by=editor, reviewed_at=factories.NOON)
    found = _waiting(client)["Findings of the checks"]
    ((name, number, url),) = found.parts
    assert (found.count, number) == (1, 1)
    assert len(client.get(url).context["rows"]) == 1

    Claim.objects.filter(pk=late.pk).update(status="pending", reviewed_by=None, reviewed_at=None)
    entry = factories.entry(actor=factories.actor("opposition", "opposition"), status="assessed")
    control.enter([entry], by=editor, reason="Another act")
    again = _waiting(client).get("Findings of the checks")
    assert again is None or name not in [part[0] for part in again.parts]


def test_each_sees_only_what_the_rights_allow(client, desk):
    reader = factories.user()
    client.force_login(reader)
    assert _waiting(client) == {}
    reader.user_permissions.add(Permission.objects.get(codename="view_report"))
    assert set(_waiting(client)) == {"Reports that could not be read", "Reports not read yet"}


def test_an_empty_desk_says_so(client, editor):
    assert "Nothing waits for you." in client.get("/admin/?lang=en").content.decode()
    assert client.get("/admin/").context["waiting"] == []


def test_more_claims_ask_no_more(client, desk, settings, django_assert_max_num_queries):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "waiting"}}
    with django_assert_max_num_queries(25) as few:
        client.get("/admin/")
    cache.clear()
    for number in range(6):
        factories.claim(place=factories.place(f"place-{number}"))
    with django_assert_max_num_queries(len(few)):
        client.get("/admin/")
    with django_assert_max_num_queries(len(few) - 5):
        client.get("/admin/")


def test_the_queue_is_narrowed_to_names_that_mean_several_places(client, desk):
    listed = client.get(reverse("admin:events_claim_changelist"), {"named": "decided"}).context["cl"]
    assert listed.result_count == 1
