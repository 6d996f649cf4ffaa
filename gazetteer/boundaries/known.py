"""What the database knows of places and names, for matching; and which names are near one."""

from collections import defaultdict
from collections.abc import Callable

from django.db import connection

from gazetteer.models import Ambiguity, Identifier, Place, PlaceName

from .matching import Names

CANDIDATE = 0.45  # trigram similarity from which a name is shown as near
NEAR = """
    SELECT wanted.text, place.slug, max(similarity(name.folded, wanted.text))
    FROM unnest(%s::text[]) AS wanted (text)
    JOIN gazetteer_placename AS name ON name.folded %% wanted.text
    JOIN gazetteer_place AS place ON place.id = name.place_id
    GROUP BY wanted.text, place.slug
"""


def names() -> Names:
    """Every code and name of every place; a name on record as ambiguous means all the places it is on record for."""
    known = Names()
    for slug in Place.objects.values_list("slug", flat=True):
        known.codes[slug].add(slug)
    same = Identifier.objects.filter(match__in=[Identifier.Match.EXACT, Identifier.Match.CLOSE])
    for value, slug in same.values_list("value", "place__slug"):
        known.codes[value].add(slug)
    for model, slug in ((PlaceName, "place__slug"), (Ambiguity, "places__slug")):
        for row in model.objects.exclude(**{slug: None}).values_list("folded", slug):
            known.add(*row)
    return known


def positions() -> dict[str, tuple[float, float]]:
    """Where each place lies: lon, lat."""
    return {slug: position.coords for slug, position in Place.objects.values_list("slug", "position")}


def may_share() -> Callable[[str, str], bool]:
    """Whether two places may share ground: a region with any place, a landmark with the place that contains it."""
    regions = set(Place.objects.filter(kind=Place.Kind.REGION).values_list("slug", flat=True))
    landmarks = Place.objects.exclude(within=None).values_list("slug", "within__slug")
    nested = {frozenset(pair) for pair in landmarks}
    return lambda one, other: bool(regions & {one, other}) or frozenset((one, other)) in nested


def near(texts: set[str]) -> dict[str, dict[str, float]]:
    """The places whose names are like each folded text, with how like; must run in a transaction."""
    found = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [str(CANDIDATE)])
        cursor.execute(NEAR, [sorted(texts)])
        for text, slug, likeness in cursor.fetchall():
            found[text][slug] = likeness
    return found
