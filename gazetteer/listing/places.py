"""The places of the project's list."""

from django.contrib.gis.geos import Point

from gazetteer.models import Place
from gazetteer.tables import number, pick

from . import memory

FIELDS = (
    "kind", "side_of_city", "in_old_city", "notes", "position", "position_source", "position_confidence",
)  # fmt: skip


def store(entries) -> tuple[int, set[str]]:
    """How many places are new or changed, and the slugs of the new ones."""
    listed = {row["slug"]: _place(where, row) for where, row in entries}
    now, before = {slug: _said(place) for slug, place in listed.items()}, memory.said("place")
    stored = {place.slug: place for place in Place.objects.filter(slug__in=listed)}
    new = [place for slug, place in listed.items() if slug not in stored]
    changed = [
        place for slug, place in stored.items() if _correct(place, listed[slug], now[slug], before.get(slug, {}))
    ]
    Place.objects.bulk_create(new)
    Place.objects.bulk_update(changed, FIELDS)
    memory.remember("place", now)
    return len(new) + len(changed), {place.slug for place in new}


def _place(where: str, row: dict[str, str]) -> Place:
    lon, lat = number(row["lon"], "lon", where, -180, 180), number(row["lat"], "lat", where, -90, 90)
    return Place(
        slug=row["slug"],
        kind=pick(dict(zip(Place.Kind.values, Place.Kind.values, strict=True)), row["kind"], "kind", where),
        side_of_city=row["side_of_city"],
        in_old_city=row["part_of_old_city"] == "yes",
        notes=row["notes"],
        position=Point(lon, lat, srid=4326),
        position_source=row["coord_source"],
        position_confidence=row["coord_confidence"],
    )


def _said(place: Place) -> dict:
    return {field: getattr(place, field) for field in FIELDS} | {"position": list(place.position.coords)}


def _correct(place: Place, listed: Place, now: dict, before: dict) -> bool:
    """Set what the list has changed and no editor has; whether there was anything."""
    fields = memory.changed(now, before, _said(place))
    for field in fields:
        setattr(place, field, getattr(listed, field))
    return bool(fields)


def kept() -> int:
    """How many fields stand otherwise than the list says."""
    said = memory.said("place")
    return sum(memory.differing(said[place.slug], _said(place)) for place in Place.objects.filter(slug__in=said))
