"""What the database knows of places and names, for matching."""

from collections.abc import Callable

from gazetteer.models import Ambiguity, Identifier, Place, PlaceName

from .matching import Names


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
