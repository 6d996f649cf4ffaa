"""Places by name in any spelling: first what is written so, what folds so, other spellings, then near ones."""

from dataclasses import dataclass

from .folding import fold_name
from .models import Place
from .models.name import in_readers_language
from .romanisation import skeleton

PARTICLES = "وفبكل"  # that Arabic writes together with the next word
SHORTEST_STEM = 3  # without its particle, a shorter word is hardly ever the one meant
LEAST_LIKENESS = 0.3  # trigrams shared, of all that the two have; a spelling below it may be another name
HOW = {1: "exact", 2: "folded", 3: "spelling", 4: "near"}

# One statement. Near names are looked for only where none is equal and alike: otherwise that branch is never started
QUERY = """
WITH equal AS (
    SELECT *, CASE WHEN text = %(text)s THEN 1 WHEN folded = %(folded)s THEN 2 ELSE 3 END AS rank,
           similarity(folded, %(folded)s) AS likeness
    FROM gazetteer_placename WHERE folded = %(folded)s OR search_key = ANY(%(keys)s)
), nearest AS (
    SELECT name.*, 4 AS rank, similarity(folded, %(folded)s) AS likeness
    FROM gazetteer_names_near(%(folded)s) AS near JOIN gazetteer_placename AS name ON name.id = near
    WHERE NOT EXISTS (SELECT FROM equal WHERE rank < 3 OR likeness >= %(least)s)
), hits AS (
    SELECT DISTINCT ON (place_id) * FROM (TABLE equal UNION ALL TABLE nearest) AS names
    ORDER BY place_id, rank, likeness DESC, id
)
SELECT place.*, hits.text, hits.language, hits.script, hits.rank, doubt.*
FROM hits
JOIN gazetteer_place AS place ON place.id = hits.place_id
LEFT JOIN LATERAL (
    SELECT note AS doubt_note, note_ar AS doubt_note_ar, ARRAY(
        SELECT slug FROM gazetteer_place AS other JOIN gazetteer_ambiguity_places AS link ON link.place_id = other.id
        WHERE link.ambiguity_id = known.id ORDER BY slug
    ) AS doubt_slugs
    FROM gazetteer_ambiguity AS known JOIN gazetteer_ambiguity_places AS link ON link.ambiguity_id = known.id
    WHERE link.place_id = hits.place_id AND (known.search_key = hits.search_key OR known.search_key = ANY(%(keys)s))
    ORDER BY known.id LIMIT 1
) AS doubt ON true
ORDER BY hits.rank, hits.likeness DESC, place.slug
LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """That the name is known to mean several places: how to tell, and which."""

    note: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place, the name that was hit, and how: exact, folded, spelling or near."""

    place: Place
    name: str
    language: str
    script: str
    how: str
    doubt: Doubt | None


def search(text: str, limit: int = 20) -> list[Hit]:
    """The places that the text may mean, the likeliest first, with their names; two queries, none for nothing."""
    folded = _storable(fold_name(text))
    if not folded:
        return []
    asked = {
        "text": _storable(text),
        "folded": folded,
        "keys": sorted({skeleton(reading) for reading in _readings(folded)}),
        "least": LEAST_LIKENESS,
        "limit": limit,
    }
    return [_hit(place) for place in Place.objects.raw(QUERY, asked).prefetch_related("names")]


def _storable(text: str) -> str:
    """The text without what a database cannot hold or nobody can type."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _readings(folded: str) -> list[str]:
    """The name as it was asked for, and without one or two particles before it."""
    once = _without_particle(folded)
    return [folded, once, _without_particle(once)]


def _without_particle(folded: str) -> str:
    if folded.startswith("لل"):  # ل has swallowed the article's alef
        return f"ا{folded[:1]}{folded[2:]}"
    rest = fold_name(folded[1:])
    return rest if folded[0] in PARTICLES and len(rest) >= SHORTEST_STEM else folded


def _hit(place) -> Hit:
    return Hit(place, place.text, place.language, place.script, HOW[place.rank], _doubt(place))


def _doubt(place) -> Doubt | None:
    if place.doubt_slugs is None:
        return None
    return Doubt(in_readers_language(place.doubt_note, place.doubt_note_ar), tuple(place.doubt_slugs))
