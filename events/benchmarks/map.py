"""The map of 180 places and 20,000 changes: what is sent, what a step and the first paint cost; and of 5,000 places."""

import gzip
import json
from collections.abc import Iterator
from statistics import median

from django.core.management import call_command

from events.api.columns import columns
from gazetteer.benchmarks import Row
from gazetteer.benchmarks.database import own_database

from . import made_war, painting, payload, serving

PLACES, CHANGES = (15, 12), 20_000
MANY_PLACES, MANY_CHANGES = (100, 50), 200_000
HALVINGS, FEW_HALVINGS = 5, 2  # of an edge: 128 and 16 corners a place
DAYS, ROUNDS, PAINTS = 40, 5, 7
FRAME_MS = 1000 / 60
MOST_SCRIPT_MS, MOST_FRAME, MOST_PAINT = 1.0, 1.25, 1.5


def run() -> list[Row]:
    """Ratios to what is measured beside them, in the same browser on the same machine."""
    with own_database():
        call_command("load_places", verbosity=0)
        rows = payload.built()
    with own_database():
        call_command("load_sources", verbosity=0)
        payload.store(*PLACES, HALVINGS, CHANGES)
        rows += payload.war()
        shapes = json.dumps(json.loads(gzip.decompress(payload.answer()))["shapes"])
        with serving.served() as address, serving.browser() as chromium:
            rows += _painting(chromium, address, shapes)
    return rows


def _painting(chromium, address: str, shapes: str) -> Iterator[Row]:
    """Of both wars; only the larger one is not stored, for that would take an hour."""
    few = painting.steps(chromium, address, DAYS, ROUNDS)
    yield Row("script of a step while dragging, 95th centile", few.script_at_95, "ms", at_most=MOST_SCRIPT_MS)
    yield Row("script of a step after a rest, 95th centile", few.rested_script_at_95, "ms", at_most=MOST_SCRIPT_MS)
    yield Row("frame of a step / empty frame, medians", few.frame_ratio, "", at_most=MOST_FRAME)
    yield Row("frame of a step / empty frame, 95th centiles", few.frame_at_95_ratio, "")
    yield Row(f"requests in {2 * DAYS * ROUNDS} steps", few.requests, "", at_most=0)
    paints = painting.first_paints(chromium, address, shapes, PAINTS)
    still, live, plain = (median(moments) for moments in (paints.still, paints.live, paints.plain))
    yield Row("page with Leaflet and the same shapes alone", plain, "ms")
    yield Row("coloured map stands after, as a picture", still, "ms")
    yield Row("coloured map as a picture / that page", still / plain, "", at_most=MOST_PAINT)
    yield Row("map in its place after", live, "ms")
    yield Row("map in its place / that page", live / plain, "", at_most=MOST_PAINT)
    many = painting.steps(chromium, address, DAYS, ROUNDS, timeline=json.dumps(_large()))
    yield Row("5,000 places: script of a step while dragging, 95th centile", many.script_at_95, "ms", at_most=FRAME_MS)
    yield Row(
        "5,000 places: script of a step after a rest, 95th centile", many.rested_script_at_95, "ms", at_most=FRAME_MS
    )
    yield Row("5,000 places: frame of a step / empty frame", many.frame_ratio, "", at_most=MOST_FRAME)


def _large() -> dict:
    """An answer of the timeline for 5,000 places and 200,000 changes, made by the product's own columns."""
    places = made_war.slugs(MANY_PLACES[0] * MANY_PLACES[1])
    rings = made_war.outlines(*MANY_PLACES, FEW_HALVINGS)
    shapes = [_feature(slug, ring) for slug, ring in zip(places, rings, strict=True)]
    body = json.loads(json.dumps(columns(made_war.course(places, MANY_CHANGES)), default=str))
    span = {"first": body["t0"], "last": str(made_war.FIRST + (made_war.DAYS - 1) * made_war.DAY)}
    return {**span, "stale_days": 90, "shapes": {"type": "FeatureCollection", "features": shapes}, **body}


def _feature(slug: str, ring: made_war.Ring) -> dict:
    corners = [[round(lon, 5), round(lat, 5)] for lon, lat in ring]
    names = {"name_ar": f"حي {slug[-4:]}", "name_en": f"Quarter {slug[-4:]}", "kind": "neighbourhood"}
    return {
        "type": "Feature", "id": slug, "geometry": {"type": "MultiPolygon", "coordinates": [[corners]]},
        "properties": {**names, "position": corners[0], "approximate": True},
    }  # fmt: skip
