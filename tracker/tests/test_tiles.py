"""Tiles from outside: none unless the settings name them, and then from their origin alone."""

import os
import subprocess
import sys

import pytest

from tracker import tiles

URL = "https://{s}.tiles.example.org/{z}/{x}/{y}.png"
PRINT = """
from django.conf import settings
print(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"], settings.LEAFLET_CONFIG["TILES"])
"""


def printed(**environment: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tracker.settings", **environment}
    return subprocess.run([sys.executable, "-c", PRINT], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        (URL, "https://*.tiles.example.org"),
        ("https://tiles.example.org:8443/a/{z}/{x}/{y}.png", "https://tiles.example.org:8443"),
        ("http://localhost:9000/{z}/{x}/{y}.png", "http://localhost:9000"),
    ],
)
def test_pages_may_ask_the_origin_of_the_tiles(url, origin):
    assert tiles.origin(url) == origin


@pytest.mark.parametrize(
    "url",
    [
        "tiles.example.org/{z}",
        "javascript:alert(1)",
        "https://",
        "https://user:key@host/{z}",
        "https://tiles-{s}.example.org/{z}",
        "https://tiles.{s}.example.org/{z}",
    ],
)
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(tiles.BadTiles):
        tiles.layers(url, "Example")


def test_who_draws_the_tiles_has_to_be_named():
    with pytest.raises(tiles.BadTiles, match="TRACKER_TILE_ATTRIBUTION"):
        tiles.layers(URL, "")


def test_without_a_setting_nothing_comes_from_outside(client):
    assert "img-src 'self' data:;" in client.get("/healthz")["Content-Security-Policy"] + ";"
    assert printed(TRACKER_TILE_URL="").stdout.split() == ["[\"'self'\",", "'data:']", "[]"]


def test_with_it_that_origin_is_opened_and_no_other():
    found = printed(TRACKER_TILE_URL=URL, TRACKER_TILE_ATTRIBUTION="© Example").stdout
    assert "'data:', 'https://*.tiles.example.org']" in found
    assert "'attribution': '© Example'" in found


def test_a_mistake_stops_the_start():
    assert "TRACKER_TILE_ATTRIBUTION" in printed(TRACKER_TILE_URL=URL).stderr
