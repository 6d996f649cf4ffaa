"""Names, identifiers and shapes that other gazetteers add to places."""

from django.contrib.gis.geos import GEOSGeometry, MultiPolygon

from gazetteer.models import Boundary, Identifier, PlaceName
from gazetteer.readers.entry import Shape
from gazetteer.readers.words import usual_kind
from gazetteer.versions import put_in_place

from .matching import Known
from .places import Placed


def store_names(placed: Placed, known: Known) -> int:
    """Add names that are missing; a place that has a preferred name in a language keeps it."""
    held = {(pk, text, language) for pk, text, language, _, _ in known.names}
    preferred = {(pk, language) for pk, _, language, kind, _ in known.names if kind == PlaceName.Kind.PREFERRED}
    new = []
    for pk, entry in placed:
        for name in entry.names:
            if (pk, name.text, name.language) in held:
                continue
            held.add((pk, name.text, name.language))
            is_second = name.kind == PlaceName.Kind.PREFERRED and (pk, name.language) in preferred
            new.append(
                PlaceName(
                    place_id=pk,
                    text=name.text,
                    language=name.language,
                    kind=usual_kind(name.language, known.places[pk].kind) if is_second else name.kind,
                    source=name.source[:200],
                    used_from=name.used_from,
                    used_until=name.used_until,
                )
            )
    PlaceName.objects.bulk_create(new)
    return len(new)


def store_identifiers(placed: Placed) -> int:
    """Add identifiers that are missing."""
    held = set(Identifier.objects.values_list("place", "authority", "value"))
    new = {}
    for pk, entry in placed:
        for one in entry.identifiers:
            key = (pk, one.authority, one.value)
            if key not in held:
                new.setdefault(key, Identifier(place_id=pk, authority=key[1], value=key[2], match=one.match))
    Identifier.objects.bulk_create(new.values())
    return len(new)


def store_shapes(placed: Placed) -> int:
    """Give outlines to places that have none; outlines to replace others come by `load_places --boundaries`."""
    told = {pk: entry.shape for pk, entry in placed if entry.shape}
    outlined = set(Boundary.objects.live().filter(place__in=list(told)).values_list("place", flat=True))
    new = [_boundary(pk, shape) for pk, shape in told.items() if pk not in outlined]
    put_in_place(new)
    return len(new)


def _boundary(pk: int, shape: Shape) -> Boundary:
    area = GEOSGeometry(shape.geojson)
    return Boundary(
        place_id=pk,
        shape=area if isinstance(area, MultiPolygon) else MultiPolygon(area, srid=4326),
        method=shape.method,
        source=shape.source[:300],
        licence=shape.licence[:100],
        precision_m=shape.precision_m,
    )
