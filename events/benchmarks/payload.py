"""How much the timeline sends, beside what it could not send less of, and beside one day sent without thought."""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log2

from django.contrib.auth.models import User
from django.contrib.gis.geos import MultiPolygon, Point, Polygon
from django.core.serializers import serialize
from django.test import Client

from events import control
from events.models import Actor, ControlEvent
from gazetteer.benchmarks import Row
from gazetteer.models import Boundary, Place, PlaceName
from gazetteer.versions import put_in_place

from . import made_war

MOST_TO_ENTROPY, MOST_SHAPES, MOST_TO_NAIVE = 1.6, 45.0, 0.22
LEVEL = 6  # as the server compresses


def answer() -> bytes:
    """The timeline as the server sends it, compressed."""
    client = Client(SERVER_NAME="localhost", headers={"accept-encoding": "gzip"})
    found = client.get("/api/v1/timeline")
    assert found["Content-Encoding"] == "gzip", "the server does not compress"
    return found.content


def built() -> list[Row]:
    """Of the built gazetteer, which is loaded: its shapes, with names."""
    shapes = json.loads(gzip.decompress(answer()))["shapes"]
    return [Row("shapes of the built gazetteer, compressed", kilobytes(shapes), "kB", at_most=MOST_SHAPES)]


def war() -> list[Row]:
    """Of a made war, which is stored: changes beside their entropy, all beside one naive day."""
    sent = answer()
    body = json.loads(gzip.decompress(sent))
    changes = {name: value for name, value in body.items() if name != "shapes"}
    naive = gzip.compress(serialize("geojson", Boundary.objects.current(), fields=["shape", "place"]).encode(), LEVEL)
    found, least = kilobytes(changes), entropy(body) / 1000
    return [
        Row(f"{sum(body['n']):,} changes, compressed", found, "kB"),
        Row("their entropy", least, "kB"),
        Row("changes / entropy", found / least, "", at_most=MOST_TO_ENTROPY),
        Row(f"shapes of {len(body['shapes']['features'])} places, compressed", kilobytes(body["shapes"]), "kB"),
        Row("shapes and changes as sent", len(sent) / 1000, "kB"),
        Row("one day's naive GeoJSON, compressed", len(naive) / 1000, "kB"),
        Row("shapes and changes / one naive day", len(sent) / len(naive), "", at_most=MOST_TO_NAIVE),
    ]


def kilobytes(value: object) -> float:
    return len(gzip.compress(json.dumps(value, separators=(",", ":")).encode(), LEVEL)) / 1000


def entropy(body: dict) -> float:
    """Bytes that the columns need at least, each by itself; of a state, given the one before it."""
    columns = [body["dt"], body["h"], body["e"], body["p"], *body["again"].values()]
    following, row = defaultdict(list), 0
    for number in body["n"]:
        states = body["s"][row : row + number]
        for before, state in zip([None, *states], states, strict=False):
            following[before].append(state)
        row += number
    return sum(map(_entropy, [*columns, *following.values()]))


def _entropy(values: Sequence) -> float:
    total = len(values)
    return sum(-count * log2(count / total) for count in Counter(values).values()) / 8


def store(across: int, down: int, halvings: int, number: int) -> None:
    """Put a made war on record as editors would: places, outlines, entries, and what the rule derives."""
    places = made_war.slugs(across * down)
    _store_places(places, made_war.outlines(across, down, halvings))
    control.enter(_entries(places, number), by=User.objects.create_user("bench"), reason="A made war")


def _store_places(slugs: Iterable[str], rings: Iterable[made_war.Ring]) -> None:
    rows = list(zip(slugs, rings, strict=True))
    places = Place.objects.bulk_create(
        Place(slug=slug, kind="neighbourhood", position=Point(*ring[0], srid=4326)) for slug, ring in rows
    )
    PlaceName.objects.bulk_create(
        PlaceName(place=place, text=f"{word} {place.slug[-4:]}", language=language, kind="preferred")
        for place in places
        for language, word in (("ar", "حي"), ("en", "Quarter"))
    )
    facts = {"method": Boundary.Method.IMPORTED, "source": "made", "licence": "made"}
    put_in_place(
        Boundary(place=place, shape=MultiPolygon(Polygon(ring), srid=4326), **facts)
        for place, (_, ring) in zip(places, rows, strict=True)
    )


def _entries(places: list[str], number: int) -> Iterable[ControlEvent]:
    actors, by_slug = Actor.objects.in_bulk(field_name="slug"), Place.objects.in_bulk(places, field_name="slug")
    for slug, start, (holder, status, challenger, besieged), days in made_war.changes(places, number):
        yield ControlEvent(
            place=by_slug[slug], kind="hold", actor=actors.get(holder), counterparty=actors.get(challenger),
            status=status, is_besieged=besieged, event_start=start, event_end=start + made_war.DAY,
            known_at=start + days * made_war.DAY,
        )  # fmt: skip
