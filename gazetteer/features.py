"""All places as GeoJSON features; geometry is made JSON by the database."""

import json

from django.contrib.gis.db.models.functions import AsGeoJSON
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from .models import Boundary, Place

DECIMALS = 5  # about a metre
SHAPES = {"street": "shape", "city": "shape_city", "overview": "shape_overview"}  # by zoom


def features(zoom: str = "city") -> list[dict]:
    """Each place with its current shape for the zoom (null without one), names in both languages and its point."""
    current = Boundary.objects.current().filter(place=OuterRef("pk"))
    shape = AsGeoJSON(Coalesce(SHAPES[zoom], "shape"), precision=DECIMALS)
    places = (
        Place.objects.with_names()
        .annotate(
            json=Subquery(current.annotate(json=shape).values("json")[:1]),
            method=Subquery(current.values("method")[:1]),
        )
        .order_by("slug")
    )
    return [_feature(place) for place in places]


def _feature(place: Place) -> dict:
    return {
        "type": "Feature",
        "id": place.slug,
        "geometry": json.loads(place.json) if place.json else None,
        "properties": {
            "name_ar": place.name_ar,
            "name_en": place.name_en,
            "kind": place.kind,
            "position": [round(place.position.x, DECIMALS), round(place.position.y, DECIMALS)],
            "approximate": place.method == Boundary.Method.BUILT,
        },
    }
