"""Places as GeoJSON features; geometry is made JSON by the database."""

import json
from datetime import datetime

from django.contrib.gis.db.models.functions import Area, AsGeoJSON, Transform
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from .models import Boundary, Place
from .past import as_they_were
from .spatial import METRES

DECIMALS = 5  # about a metre
AREA_DECIMALS = 3  # a thousand square metres
SHAPES = {"street": "shape", "city": "shape_city", "overview": "shape_overview"}  # by zoom


def features(places: QuerySet | None = None, zoom: str = "city", *, at: datetime | None = None) -> list[dict]:
    """Each place, or each of these, with its current shape for the zoom (null without one), names and point.

    `at` gives the shapes, names, kinds and points of that moment.
    """
    chosen = with_shape_as_json(Place.objects.order_by("slug") if places is None else places, zoom, at=at)
    return [feature_of(place) for place in as_they_were(chosen.with_names(), at)]


def with_shape_as_json(places: QuerySet, zoom: str = "city", *, at: datetime | None = None) -> QuerySet:
    """Each place with its current shape, or the one of that moment, as `json`, its `method` and its `area`."""
    current = Boundary.objects.current(at).filter(place=OuterRef("pk"))
    shape = AsGeoJSON(Coalesce(SHAPES[zoom], "shape"), precision=DECIMALS)
    return places.annotate(
        json=Subquery(current.annotate(json=shape).values("json")[:1]),
        method=Subquery(current.values("method")[:1]),
        area=Subquery(current.annotate(area=Area(Transform("shape", METRES))).values("area")[:1]),
    )


def feature_of(place: Place) -> dict:
    """The feature of a place that `with_shape_as_json` gave, with its names."""
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
            "area_km2": round(place.area.sq_km, AREA_DECIMALS) if place.area else None,
        },
    }
