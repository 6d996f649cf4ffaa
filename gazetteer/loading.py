"""The gazetteer's own data files, loaded: all or nothing, and again without effect."""

import json
from collections import defaultdict
from pathlib import Path

from django.contrib.gis.geos import GEOSGeometry, Point
from django.db import transaction
from django.db.models import F, OuterRef, Subquery

from . import shapes
from .features import SHAPES
from .folding import fold_name
from .models import Ambiguity, Boundary, Membership, Place, PlaceName, Redirect
from .tables import number, pick, rows, split
from .versions import put_in_place

DATA = Path(__file__).resolve().parent / "data"
CONTEXT = Path(__file__).resolve().parent / "static" / "gazetteer" / "context.geojson"
CITADEL = "aleppo-citadel"
SOURCE = "Built from sample points (gazetteer/data/sample_points.csv)"
SOURCE_OF_NAMES = "gazetteer/data/SOURCES.md"


@transaction.atomic
def load(folder: Path = DATA) -> dict[str, int]:
    """Store places, names, members and built shapes; how many of each are new or changed."""
    merged = dict(Redirect.objects.values_list("slug", "place__slug"))
    entries = [(where, row) for where, row in rows("places.csv", folder) if row["slug"] not in merged]
    return {
        "places": _store_places({where: _place(where, row) for where, row in entries}),
        "names": _store_names(entries),
        "members": _store_members(_since_merged(rows("memberships.csv", folder), merged)),
        "ambiguities": _store_ambiguities(rows("ambiguities.csv", folder), merged),
        "shapes": _store_shapes(_since_merged(rows("sample_points.csv", folder), merged)),
        "landmarks tied": _tie_landmarks(),
    }


def _since_merged(table, merged: dict[str, str]):
    """The rows with the slugs that places have since editors merged some; a region is no member of itself."""
    for where, row in table:
        row.update(
            {field: merged.get(row[field], row[field]) for field in ("slug", "region", "member") if field in row}
        )
        if "region" not in row or row["region"] != row["member"]:
            yield where, row


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


FIELDS = (
    "kind", "side_of_city", "in_old_city", "notes", "position", "position_source", "position_confidence",
)  # fmt: skip


def _store_places(places: dict[str, Place]) -> int:
    stored = {place.slug: place for place in Place.objects.all()}
    new = [place for place in places.values() if place.slug not in stored]
    changed = [place for place in places.values() if place.slug in stored and _differs(place, stored[place.slug])]
    for place in changed:
        place.pk = stored[place.slug].pk
    Place.objects.bulk_create(new)
    Place.objects.bulk_update(changed, FIELDS)
    return len(new) + len(changed)


def _differs(place: Place, stored: Place) -> bool:
    return any(getattr(place, field) != getattr(stored, field) for field in FIELDS)


def _store_names(table) -> int:
    """Add names that are missing; names that editors added stay."""
    ids = dict(Place.objects.values_list("slug", "pk"))
    known = set(PlaceName.objects.values_list("place", "text", "language"))
    named = set(PlaceName.objects.filter(kind=PlaceName.Kind.PREFERRED).values_list("place", "language"))
    new = {}
    for _, row in table:
        for language in ("ar", "en"):
            texts = [row[f"name_{language}"].strip(), *split(row[f"alt_{language}"])]
            for text in filter(None, texts):
                key = (ids[row["slug"]], text, language)
                if key not in known and fold_name(text):
                    is_preferred = text == texts[0] and key[::2] not in named
                    new.setdefault(key, _kind(is_preferred, language, row["kind"]))
    names = [
        PlaceName(place_id=place, text=text, language=language, kind=kind, source=SOURCE_OF_NAMES)
        for (place, text, language), kind in new.items()
    ]
    PlaceName.objects.bulk_create(names)
    return len(names)


def _kind(is_preferred: bool, language: str, of: str) -> str:
    if is_preferred:
        return PlaceName.Kind.PREFERRED
    if of == Place.Kind.REGION:
        return PlaceName.Kind.COLLECTIVE
    return PlaceName.Kind.ALIAS if language == "ar" else PlaceName.Kind.TRANSLITERATION


def _store_members(table) -> int:
    ids = dict(Place.objects.values_list("slug", "pk"))
    known = set(Membership.objects.values_list("region", "member"))
    pairs = {
        (pick(ids, row["region"], "region", where), pick(ids, row["member"], "member", where)) for where, row in table
    }
    new = [Membership(region_id=region, member_id=member) for region, member in sorted(pairs - known)]
    Membership.objects.bulk_create(new)
    return len(new)


def _store_ambiguities(table, merged: dict[str, str]) -> int:
    """Record names that may mean several places; a note that an editor rewrote stays."""
    ids = dict(Place.objects.values_list("slug", "pk"))
    new = 0
    for where, row in table:
        meant = [pick(ids, merged.get(slug, slug), "slugs", where) for slug in split(row["slugs"])]
        ambiguity, is_new = Ambiguity.objects.get_or_create(text=row["text"], defaults={"note": row["note"]})
        if is_new:
            ambiguity.places.set(meant)
        new += is_new
    return new


def _store_shapes(table) -> int:
    """Build the shapes anew and replace built ones that differ; imported and drawn ones stay."""
    ids = dict(Place.objects.values_list("slug", "pk"))
    current = {row.place_id: row for row in Boundary.objects.current()}
    built = shapes.build(_points(table, ids), outline("urban_extent"), {CITADEL: outline("citadel")})
    new = [_boundary(ids[slug], zooms) for slug, zooms in built.items()]
    differing = [row for row in new if row.place_id not in current or _is_outdated(current[row.place_id], row)]
    put_in_place(differing)
    return len(differing)


def _points(table, known: dict) -> shapes.Points:
    points = defaultdict(list)
    for where, row in table:
        pick(known, row["slug"], "slug", where)
        points[row["slug"]].append(
            (number(row["lon"], "lon", where, -180, 180), number(row["lat"], "lat", where, -90, 90))
        )
    return points


def _boundary(place_id: int, zooms: dict[str, str]) -> Boundary:
    return Boundary(
        place_id=place_id, method=Boundary.Method.BUILT, source=SOURCE, precision_m=300,
        **{SHAPES[zoom]: GEOSGeometry(wkt, srid=4326) for zoom, wkt in zooms.items()},
    )  # fmt: skip


def _is_outdated(old: Boundary, new: Boundary) -> bool:
    pairs = [(getattr(old, field), getattr(new, field)) for field in SHAPES.values()]
    same = all(before is not None and before.equals_exact(after, 1e-6) for before, after in pairs)
    return old.method == Boundary.Method.BUILT and not same


def _tie_landmarks() -> int:
    """Tie landmarks and roads that are within nothing to the neighbourhood whose built shape holds their position."""
    around = Boundary.objects.current().filter(
        method=Boundary.Method.BUILT,
        place__kind__in=[Place.Kind.NEIGHBOURHOOD, Place.Kind.QUARTER],
        shape__contains=OuterRef("position"),
    )
    loose = Place.objects.filter(kind__in=[Place.Kind.LANDMARK, Place.Kind.ROAD], within=None)
    tied = loose.annotate(around=Subquery(around.order_by("place__slug").values("place")[:1])).exclude(around=None)
    return tied.update(within=F("around"))


def outline(kind: str):
    """The built-up area (`urban_extent`) or the Citadel (`citadel`), as a shapely polygon in degrees."""
    from shapely.geometry import shape

    features = json.loads(CONTEXT.read_text(encoding="utf-8"))["features"]
    return shape(next(row["geometry"] for row in features if row["properties"]["kind"] == kind))
