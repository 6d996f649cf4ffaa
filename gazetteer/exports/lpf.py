"""The gazetteer in the Linked Places Format: GeoJSON-LD for those who link gazetteers. Pure.

`slug`, `kind` (of places and names), `method` and `licence` (of shapes) are members of ours: the format has no word
for them, and its readers pass over them.
"""

import json
from collections.abc import Iterable, Iterator

from gazetteer.readers.authorities import uri
from gazetteer.readers.days import write_when
from gazetteer.readers.entry import Entry, Name, Parent
from gazetteer.readers.lpf import CERTAINTIES, MATCHES, MEMBER_OF, PART_OF

from .terms import Terms

MEDIA_TYPE = "application/ld+json"
CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
CONCEPTS = {
    "neighbourhood": "300000745", "road": "300008217", "town": "300008375", "village": "300008372",
    "region": "300182722",
}  # fmt: skip
CLASSES = {"landmark": "S", "road": "R", "region": "A"}  # GeoNames' feature classes; what is lived in is P
CERTAIN = {confidence: word for word, confidence in CERTAINTIES.items()}
LINKS = {match: word for word, match in MATCHES.items()}


def write(entries: Iterable[Entry], terms: Terms) -> str:
    """A FeatureCollection; licence and citation stand in `indexing`, in schema.org's words."""
    entries = list(entries)
    titles = {entry.slug: entry.title for entry in entries}
    collection = {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "indexing": {
            "@context": "https://schema.org/",
            "@type": "Dataset",
            "name": "Gazetteer",
            "license": terms.licence,
            "citation": terms.citation,
        },
        "features": [_feature(entry, terms, titles) for entry in entries],
    }
    return json.dumps(collection, ensure_ascii=False)


def _feature(entry: Entry, terms: Terms, titles: dict[str, str]) -> dict:
    return {
        "@id": terms.address(entry.slug),
        "type": "Feature",
        "properties": {
            "title": entry.title,
            "fclasses": [CLASSES.get(entry.kind, "P")],
            "slug": entry.slug,
            "kind": entry.kind,
            "side_of_city": entry.side_of_city,
            "in_old_city": entry.in_old_city,
        },
        "types": [_concept(entry.kind)],
        "names": [_name(name) for name in entry.names],
        "geometry": {"type": "GeometryCollection", "geometries": list(_geometries(entry))},
        "links": [{"type": LINKS[one.match], "identifier": uri(one.authority, one.value)} for one in entry.identifiers],
        "relations": [_relation(parent, terms, titles) for parent in entry.parents],
        "descriptions": [{"value": entry.notes, "lang": "en"}] if entry.notes else [],
    }


def _concept(kind: str) -> dict:
    concept = {"identifier": f"aat:{CONCEPTS[kind]}"} if kind in CONCEPTS else {}
    return concept | {"label": kind}


def _name(name: Name) -> dict:
    said = {"toponym": name.text, "lang": name.language, "kind": name.kind}
    return said | _citations(name.source) | write_when(name.used_from, name.used_until)


def _geometries(entry: Entry) -> Iterator[dict]:
    point = {"type": "Point", "coordinates": list(entry.position), "certainty": CERTAIN[entry.confidence]}
    yield point | _citations(entry.source)
    if shape := entry.shape:
        facts = {"method": shape.method, "licence": shape.licence, "precision_m": shape.precision_m}
        yield json.loads(shape.geojson) | facts | _citations(shape.source)


def _relation(parent: Parent, terms: Terms, titles: dict[str, str]) -> dict:
    said = {
        "relationType": MEMBER_OF if parent.role == "member" else PART_OF,
        "relationTo": terms.address(parent.value),
        "label": f"part of {titles[parent.value]}",
    }
    return said | write_when(parent.valid_from, parent.valid_until)


def _citations(source: str) -> dict:
    return {"citations": [{"label": source}]} if source else {}
