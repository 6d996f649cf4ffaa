"""Linked Places Format: a GeoJSON-LD FeatureCollection of attested names, geometries, links and relations. Pure."""

import json
from collections.abc import Iterator
from pathlib import Path

from gazetteer.tables import BadRow

from . import areas, authorities, concepts, days
from .entry import KINDS, SLUG, Entry, Identifier, Name, Parent, Shape
from .words import clean, language_of, named

MATCHES = {"exactMatch": "exact", "closeMatch": "close", "broadMatch": "broad", "narrowMatch": "narrow"}
PART_OF, MEMBER_OF = "gvp:broaderPartitive", "gvp:tgn3317_member_of"
ROLES = {PART_OF: "part", MEMBER_OF: "member"}
CERTAINTIES = {"certain": "high", "less-certain": "medium", "uncertain": "low"}


def records(path: Path) -> Iterator[tuple[str, tuple[dict, dict]]]:
    """Each feature, together with the slugs that features of the file have by their @id."""
    try:
        collection = json.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise BadRow(f"{path.name} is no JSON in UTF-8 ({error}). Give a Linked Places FeatureCollection.") from None
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        raise BadRow(f"{path.name} has no list “features”. Give a Linked Places FeatureCollection.")
    slugs = {}
    for feature in features:
        if isinstance(feature, dict) and isinstance(feature.get("properties"), dict):
            slugs[str(feature.get("@id"))] = str(feature["properties"].get("slug") or "")
    for number, feature in enumerate(features, start=1):
        yield f"{path.name} feature {number}", (feature, slugs)


def entry(where: str, record: tuple[dict, dict]) -> Entry:
    """The place that a feature tells."""
    try:
        return _entry(where, *record)
    except BadRow:
        raise
    except (AttributeError, TypeError, ValueError) as error:  # a list where the format has a text, and the like
        raise BadRow(f"{where}: not as the format has it ({error}). Correct or remove it.") from None


def _entry(where: str, feature: dict, slugs: dict[str, str]) -> Entry:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise BadRow(f"{where}: no feature with properties. Correct or remove it.")
    said = feature["properties"]
    if title := clean(str(said.get("title") or "")):
        where = f"{where} ({title})"
    kind = _kind(feature, where)
    geometries, told = _geometries(feature, where)
    return Entry(
        where=where,
        slug=said.get("slug") and str(said["slug"]),
        kind=kind,
        position=areas.anchor(geometries, where),
        names=_names(feature, kind, where),
        identifiers=tuple(_identifiers(feature, where)),
        parents=tuple(_parents(feature, slugs, where)),
        shape=_shape(geometries, told, where),
        source=_cited(next((row for row in told if row.get("type") == "Point"), {})) or str(said.get("source") or ""),
        licence=str(said.get("licence") or ""),
        confidence=next((CERTAINTIES[c] for row in told if (c := row.get("certainty")) in CERTAINTIES), "low"),
        side_of_city=str(said.get("side_of_city") or ""),
        in_old_city=said.get("in_old_city") is True,
        notes=next((str(row["value"]) for row in _listed(feature, "descriptions", where) if row.get("value")), ""),
    )


def _listed(feature: dict, field: str, where: str) -> list[dict]:
    rows = feature.get(field) or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadRow(f"{where}: {field} is no list of objects. Correct it or take it out.")
    return rows


def _kind(feature: dict, where: str) -> str:
    """Our own word for the kind, else what its types or feature classes mean."""
    said = feature["properties"]
    kind = said.get("kind") or concepts.kind_of(_listed(feature, "types", where), said.get("fclasses") or [])
    if not kind:
        raise BadRow(f"{where}: types say no kind of place. Add “kind” to its properties: one of {', '.join(KINDS)}.")
    return str(kind)


def _names(feature: dict, kind: str, where: str) -> tuple[Name, ...]:
    """Names with their own kind where they say one; else the first of a language is preferred."""
    rows = _listed(feature, "names", where)
    texts = [(clean(str(row.get("toponym") or "")), str(row.get("lang") or "")) for row in rows]
    texts = [(text, language_of(tag, text)) for text, tag in texts]
    usual = {(name.text, name.language): name.kind for name in named(texts, kind)}
    names = {}
    for row, (text, language) in zip(rows, texts, strict=True):
        names.setdefault((text, language), Name(
            text, language, str(row.get("kind") or usual.get((text, language), "alias")), _cited(row),
            *_days(row, f"name “{text}”", where),
        ))  # fmt: skip
    return tuple(names.values())


def _identifiers(feature: dict, where: str) -> Iterator[Identifier]:
    """What it is linked to; without a slug of ours, its @id is an identifier too."""
    found = {}
    if not feature["properties"].get("slug") and feature.get("@id"):
        found[authorities.of(str(feature["@id"]))] = "exact"
    for row in _listed(feature, "links", where):
        if row.get("type") in MATCHES and row.get("identifier"):
            found.setdefault(authorities.of(str(row["identifier"])), MATCHES[row["type"]])
    return (Identifier(*identifier, match) for identifier, match in found.items())


def _parents(feature: dict, slugs: dict, where: str) -> Iterator[Parent]:
    for row in _listed(feature, "relations", where):
        if row.get("relationType") in ROLES and row.get("relationTo"):
            to = str(row["relationTo"])
            parent = (SLUG, slugs[to]) if slugs.get(to) else authorities.of(to)
            yield Parent(*parent, ROLES[row["relationType"]], *_days(row, f"relation to {to}", where))


def _geometries(feature: dict, where: str) -> tuple[list, list[dict]]:
    """The geometries, single or collected, and beside them what the file says of each."""
    geometry = feature.get("geometry") or {}
    if not isinstance(geometry, dict):
        raise BadRow(f"{where}: geometry is no object. Give GeoJSON.")
    rows = geometry.get("geometries") if geometry.get("type") == "GeometryCollection" else [geometry]
    rows = [row for row in rows or [] if row and row != "null"]
    if not all(isinstance(row, dict) for row in rows):
        raise BadRow(f"{where}: geometries hold something that is no object. Give GeoJSON.")
    shapes = []
    for row in rows:
        text = row.get("geo_wkt") or row.get("geowkt")
        is_text = text and not row.get("coordinates")
        shapes.append(areas.from_wkt(text, where) if is_text else areas.from_geojson(row, where))
    return shapes, rows


def _shape(geometries: list, told: list[dict], where: str) -> Shape | None:
    outline = areas.outline(geometries, where)
    if not outline:
        return None
    row = next(row for row, shape in zip(told, geometries, strict=True) if "Polygon" in shape.geom_type)
    method = row.get("method") if row.get("method") in ("built", "drawn") else "imported"
    precision = row.get("precision_m") if isinstance(row.get("precision_m"), int) else None
    return Shape(outline, method, _cited(row), str(row.get("licence") or ""), precision)


def _cited(row: dict) -> str:
    """Who is cited for it."""
    citations = row.get("citations") or []
    labels = [str(c.get("label") or c.get("@id") or "") for c in citations if isinstance(c, dict)]
    return "; ".join(filter(None, labels))[:200]


def _days(row: dict, field: str, where: str):
    try:
        return days.read_when(row.get("when"))
    except (ValueError, AttributeError, TypeError, OverflowError) as error:
        raise BadRow(f"{where}: when of {field}: {error}. Write days as 2016-12-01, or take it out.") from None
