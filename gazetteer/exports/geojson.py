"""The gazetteer as GeoJSON (RFC 7946): the outline of each place, or its point; licence and citation beside. Pure."""

import json
from collections.abc import Iterable
from datetime import date

from gazetteer.readers.entry import Entry, Name, Parent

from .terms import Terms

MEDIA_TYPE = "application/geo+json"


def write(entries: Iterable[Entry], terms: Terms) -> str:
    """A FeatureCollection; licence and citation are members of it that GeoJSON does not know and readers pass over."""
    collection = {
        "type": "FeatureCollection",
        "licence": terms.licence,
        "citation": terms.citation,
        "features": [_feature(entry) for entry in entries],
    }
    return json.dumps(collection, ensure_ascii=False)


def _feature(entry: Entry) -> dict:
    shape = entry.shape
    point = {"type": "Point", "coordinates": list(entry.position)}
    return {
        "type": "Feature",
        "id": entry.slug,
        "geometry": json.loads(shape.geojson) if shape else point,
        "properties": {
            "slug": entry.slug,
            "kind": entry.kind,
            "name_ar": entry.name("ar"),
            "name_en": entry.name("en"),
            "names": [_name(name) for name in entry.names],
            "identifiers": [
                {"authority": one.authority, "value": one.value, "match": one.match} for one in entry.identifiers
            ],
            "within": next((parent.value for parent in entry.parents if parent.role == "within"), None),
            "regions": [_region(parent) for parent in entry.parents if parent.role == "member"],
            "lon": entry.position[0],
            "lat": entry.position[1],
            "position_source": entry.source,
            "position_confidence": entry.confidence,
            "side_of_city": entry.side_of_city,
            "in_old_city": entry.in_old_city,
            "notes": entry.notes,
            "shape_method": shape.method if shape else None,
            "shape_source": shape.source if shape else None,
            "shape_licence": shape.licence if shape else None,
            "shape_precision_m": shape.precision_m if shape else None,
        },
    }


def _name(name: Name) -> dict:
    return {
        "text": name.text,
        "language": name.language,
        "kind": name.kind,
        "source": name.source,
        "used_from": _iso(name.used_from),
        "used_until": _iso(name.used_until),
    }


def _region(parent: Parent) -> dict:
    return {
        "slug": parent.value,
        "valid_from": _iso(parent.valid_from),
        "valid_until": _iso(parent.valid_until),
    }


def _iso(day: date | None) -> str | None:
    return day and day.isoformat()
