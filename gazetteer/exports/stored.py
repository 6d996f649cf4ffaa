"""The gazetteer as entries, which all formats are written from."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.gis.db.models.functions import AsGeoJSON

from gazetteer.features import DECIMALS
from gazetteer.models import Boundary, Identifier, Membership, Place, PlaceName
from gazetteer.readers import entry as said


def entries() -> list[said.Entry]:
    """Every place with all that is known of it, by slug; five queries.

    Rows are read as tuples: with prefetched objects a country takes several times as long.
    """
    names = _by_place(
        PlaceName.objects.order_by("place", "language", "id").values_list(
            "place", "text", "language", "kind", "source", "used_from", "used_until"
        ),
        said.Name,
    )
    identifiers = _by_place(
        Identifier.objects.order_by("authority", "value").values_list("place", "authority", "value", "match"),
        said.Identifier,
    )
    regions = _by_place(
        Membership.objects.order_by("region__slug").values_list("member", "region__slug", "valid_from", "valid_until"),
        _region,
    )
    shapes = _by_place(
        Boundary.objects.current()
        .annotate(geojson=AsGeoJSON("shape", precision=DECIMALS))
        .order_by("place")
        .values_list("place", "geojson", "method", "source", "licence", "precision_m"),
        said.Shape,
    )
    places = Place.objects.select_related("within").order_by("slug")
    return [
        _entry(place, names[place.pk], identifiers[place.pk], regions[place.pk], shapes[place.pk]) for place in places
    ]


def _by_place(rows: Iterable[tuple], make) -> dict[int, list]:
    """What each row tells, under the key of its place, which comes first in it."""
    found = defaultdict(list)
    for place, *values in rows:
        found[place].append(make(*values))
    return found


def _region(slug: str, valid_from, valid_until) -> said.Parent:
    return said.Parent(said.SLUG, slug, "member", valid_from, valid_until)


def _entry(place: Place, names: list, identifiers: list, regions: list, shapes: list) -> said.Entry:
    within = [said.Parent(said.SLUG, place.within.slug, "within")] if place.within else []
    return said.Entry(
        where=place.slug,
        slug=place.slug,
        kind=place.kind,
        position=(round(place.position.x, DECIMALS), round(place.position.y, DECIMALS)),
        names=tuple(names),
        identifiers=tuple(identifiers),
        parents=(*within, *regions),
        shape=next(iter(shapes), None),
        source=place.position_source,
        confidence=place.position_confidence,
        side_of_city=place.side_of_city,
        in_old_city=place.in_old_city,
        notes=place.notes,
    )
