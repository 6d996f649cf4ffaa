"""How large a place is: a city or a region is spoken of otherwise than a quarter of it."""

import re

from ..mentions import Group, Named

CITY = re.compile("مدينه|مدن|city|cities")
OLD = re.compile("old|قديم")
QUARTER = re.compile("حي|district|neighbo")


def is_wide(place: Named) -> bool:
    """Names a city or a region rather than a place in it."""
    return place.kind == "region"


def is_city(place: Named, text: str) -> bool:
    """Names a whole city or town, which "the city" may mean later: Aleppo, but not the Ghouta or eastern Aleppo."""
    name = text[place.start : place.end]
    if OLD.search(name):  # the Old City is no whole one
        return False
    is_bare = is_wide(place) and " " not in name and not name.startswith("ال")
    return is_bare or place.kind == "town" or bool(CITY.search(text, max(0, place.start - 8), place.end))


def is_large(group: Group) -> bool:
    """Regions or towns, which a quarter may be in."""
    return all(place.kind in ("region", "town") for place in group.places)


def all_have_parts(places) -> bool:
    """Regions or groups, whose quarters may be listed behind them."""
    return all(place.kind in ("region", "group") for place in places)


def all_wide(places) -> bool:
    """None of the places is smaller than a city."""
    return all(is_wide(place) for place in places)
