"""The demo replays the battle as its sources told it: known days of it, over HTTP, with all sides listed."""

import pytest
from django.core.management import call_command

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def demo(celery_processes, client):
    call_command("load_places", verbosity=0)
    celery_processes("worker", "--concurrency", "1", "--loglevel", "WARNING")
    call_command("load_demo")
    return client


def state(client, place: str, day: str) -> tuple:
    """(holder, status, the rule's line, who speaks for it, who against) of a place at the end of a day."""
    found = client.get(f"/api/v1/places/{place}/control", {"on": day}).json()
    period = found["period"]
    sides = [{said["source"] for said in found[side]} for side in ("for", "against")]
    return period["holder"], period["status"], period["line"].split("/")[-1], *sides


def test_the_demo_replays_what_the_chronology_tells(demo):
    _hanano_is_contested_until_the_monitor_admits_it(demo)
    _three_accounts_of_sheikh_said(demo)
    _two_armies_claim_bustan_al_basha(demo)
    _the_city_changes_hands(demo)


def _hanano_is_contested_until_the_monitor_admits_it(client):
    _, status, _, supports, denials = state(client, "masaken-hanano", "2016-11-26")
    assert status == "contested" and "sana" in supports and "sohr" in denials
    holder, status, line, supports, _ = state(client, "masaken-hanano", "2016-11-27")
    assert (holder, status, line) == ("government", "assessed", "strong-none")
    assert {"sana", "sohr"} <= supports


def _three_accounts_of_sheikh_said(client):
    _, status, _, supports, denials = state(client, "sheikh-said", "2016-11-30")
    assert status == "contested"
    assert {"syrian-army", "sohr", "fastaqim"} <= supports | denials


def _two_armies_claim_bustan_al_basha(client):
    holder, status, line, supports, denials = state(client, "bustan-al-basha", "2016-11-27")
    assert (holder, status, line) == ("ypg", "assessed", "strong-partisan")
    assert "sohr" in supports and "al-masdar" in denials


def _the_city_changes_hands(client):
    """On 7 December the Old City has fallen, on the 12th the south is falling, by the 22nd all of the east has."""
    held = {day: _holders(client, f"2016-12-{day}") for day in ("07", "12", "22")}
    assert {held["07"][place] for place in ("farafra", "bab-al-hadid", "shaar")} == {"government"}
    assert {held["07"][place] for place in ("sukkari", "mashhad", "salihin")} == {"opposition"}
    assert held["12"]["salihin"] == "government" and held["12"]["mashhad"] == "opposition"
    assert {held["22"][place] for place in ("sukkari", "mashhad", "salihin", "ansari")} == {"government"}
    assert {held[day]["sheikh-maqsoud"] for day in held} == {"ypg"}


def _holders(client, day: str) -> dict[str, str | None]:
    found = client.get("/api/v1/control", {"on": day}).json()
    return {feature["id"]: feature["properties"]["holder"] for feature in found["features"]}
