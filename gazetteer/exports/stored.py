"""The gazetteer as entries, which all formats are written from."""

from django.contrib.gis.db.models.functions import AsGeoJSON
from django.db.models import Prefetch

from gazetteer.features import DECIMALS
from gazetteer.models import Boundary, Membership, Place
from gazetteer.readers import entry as said


def entries() -> list[said.Entry]:
    """Every place with all that is known of it, by slug; five queries."""
    regions = Membership.objects.select_related("region").order_by("region__slug")
    places = Place.objects.select_related("within").order_by("slug")
    places = places.prefetch_related("names", "identifiers", Prefetch("regions", regions))
    shapes = Boundary.objects.current().annotate(geojson=AsGeoJSON("shape", precision=DECIMALS)).defer("shape")
    by_place = {row.place_id: row for row in shapes}
    return [_entry(place, by_place.get(place.pk)) for place in places]


def _entry(place: Place, boundary: Boundary | None) -> said.Entry:
    return said.Entry(
        where=place.slug,
        slug=place.slug,
        kind=place.kind,
        position=(round(place.position.x, DECIMALS), round(place.position.y, DECIMALS)),
        names=tuple(
            said.Name(row.text, row.language, row.kind, row.source, row.used_from, row.used_until)
            for row in place.names.all()
        ),
        identifiers=tuple(said.Identifier(row.authority, row.value, row.match) for row in place.identifiers.all()),
        parents=_parents(place),
        shape=boundary and _shape(boundary),
        source=place.position_source,
        confidence=place.position_confidence,
        side_of_city=place.side_of_city,
        in_old_city=place.in_old_city,
        notes=place.notes,
    )


def _parents(place: Place) -> tuple[said.Parent, ...]:
    within = [said.Parent(said.SLUG, place.within.slug, "within")] if place.within else []
    regions = [
        said.Parent(said.SLUG, row.region.slug, "member", row.valid_from, row.valid_until)
        for row in place.regions.all()
    ]
    return (*within, *regions)


def _shape(row: Boundary) -> said.Shape:
    return said.Shape(row.geojson, row.method, row.source, row.licence, row.precision_m)
