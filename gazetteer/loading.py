"""The gazetteer's own data files, loaded: all or nothing, again without effect, and never over an editor's word."""

import json
from collections import defaultdict
from pathlib import Path

from django.contrib.gis.geos import GEOSGeometry
from django.db import transaction
from django.db.models import F, OuterRef, Subquery

from . import shapes
from .features import SHAPES
from .listing import members, memory, names, places
from .models import Ambiguity, Boundary, Place, Redirect
from .tables import number, pick, rows, split
from .versions import put_in_place

DATA = Path(__file__).resolve().parent / "data"
CONTEXT = Path(__file__).resolve().parent / "static" / "gazetteer" / "context.geojson"
CITADEL = "aleppo-citadel"
SOURCE = "Built from sample points (gazetteer/data/sample_points.csv)"


@transaction.atomic
def load(folder: Path = DATA) -> dict[str, int]:
    """Store places, names, members and built shapes; how many of each are new or changed."""
    merged = _merged()
    entries = [(where, row) for where, row in rows("places.csv", folder) if row["slug"] not in merged]
    changed, new = places.store(entries)
    return {
        "places": changed,
        "names": names.store(entries, new),
        "members": members.store(rows("memberships.csv", folder), merged, new),
        "ambiguities": _store_ambiguities(rows("ambiguities.csv", folder), merged),
        "shapes": _store_shapes(_since_merged(rows("sample_points.csv", folder), merged)),
        "landmarks tied": _tie_landmarks(),
    }


def kept() -> int:
    """How many fields, names and members stand otherwise than the lists say, because an editor changed them."""
    return places.kept() + names.kept() + members.kept(_merged())


def _merged() -> dict[str, str]:
    return dict(Redirect.objects.values_list("slug", "place__slug"))


def _since_merged(table, merged: dict[str, str]):
    """The rows with the slugs that places have since editors merged some."""
    for where, row in table:
        yield where, row | {"slug": merged.get(row["slug"], row["slug"])}


def _store_ambiguities(table, merged: dict[str, str]) -> int:
    """Record names that may mean several places; a note that an editor rewrote stays."""
    ids = dict(Place.objects.values_list("slug", "pk"))
    new, notes = 0, {}
    for where, row in table:
        meant = [pick(ids, merged.get(slug, slug), "slugs", where) for slug in split(row["slugs"])]
        notes[row["text"]] = {name: row[name] for name in ("note", "note_ar")}
        ambiguity, is_new = Ambiguity.objects.get_or_create(text=row["text"], defaults=notes[row["text"]])
        if is_new:
            ambiguity.places.set(meant)
        new += is_new
    return new + _note_in_arabic(notes)


def _note_in_arabic(notes: dict[str, dict[str, str]]) -> int:
    """Give what was recorded before lists had Arabic notes the one of its list, once; how many."""
    before = memory.said("ambiguity")
    first = [
        Ambiguity.objects.filter(text=text, note=said["note"], note_ar="").update(note_ar=said["note_ar"])
        for text, said in notes.items()
        if text not in before and said["note_ar"]
    ]
    memory.remember("ambiguity", notes)
    return sum(first)


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
