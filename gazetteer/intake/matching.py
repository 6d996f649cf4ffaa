"""Which places the entries of another gazetteer are: by identifier, then by slug, never by name alone."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, radians

from gazetteer.folding import fold_name
from gazetteer.models import Identifier, Place, PlaceName, Redirect
from gazetteer.readers import BadRows
from gazetteer.readers.entry import SLUG, Entry

KM_A_DEGREE = 111.2
OURS = object()  # beside authorities, the keys of our own places


@dataclass(slots=True)
class Known:
    """The gazetteer as it stands: places by key, places by what they are called elsewhere and here, names."""

    places: dict[int, Place]
    by_code: dict[tuple[str, str], int]
    names: list[tuple[int, str, str, str, str]]  # place, text, language, kind, folded


def known() -> Known:
    """Everything that entries are compared with; four queries."""
    places = {place.pk: place for place in Place.objects.only("slug", "kind", "position", "within")}
    codes = {(SLUG, slug): pk for slug, pk in Redirect.objects.values_list("slug", "place")}
    codes |= {(SLUG, place.slug): pk for pk, place in places.items()}
    exact = Identifier.objects.filter(match=Identifier.Match.EXACT)
    codes |= {(authority, value): pk for authority, value, pk in exact.values_list("authority", "value", "place")}
    names = PlaceName.objects.values_list("place", "text", "language", "kind", "folded")
    return Known(places, codes, list(names))


def codes_of(entry: Entry) -> list[tuple[str, str]]:
    """What the entry is surely known by: exact identifiers, then its slug."""
    exact = [(one.authority, one.value) for one in entry.identifiers if one.match == "exact"]
    return [*exact, (SLUG, entry.slug)] if entry.slug else exact


def match(entries: list[Entry], known: Known) -> list[int | None]:
    """The place that each entry is, None for a new one; BadRows where entries contradict each other or themselves."""
    told: dict[tuple, str] = {}
    matched, bad = [], []
    for entry in entries:
        codes = codes_of(entry)
        found = {known.by_code[code]: code for code in reversed(codes) if code in known.by_code}
        keys = [*codes, *((OURS, pk) for pk in found)]
        if len(found) > 1:
            said = " and ".join(
                f"{_said(code, known)} is “{known.places[pk].slug}”" for pk, code in sorted(found.items())
            )
            bad.append(f"{entry.where}: two places at once: {said}. Correct the row, or merge the places in the admin.")
        elif twice := next((key for key in keys if key in told), None):
            bad.append(f"{entry.where}: {_said(twice, known)} is also that of {told[twice]}. Keep one, or join them.")
        told |= dict.fromkeys(keys, entry.where)
        matched.append(next(iter(found), None))
    if bad:
        raise BadRows(bad)
    return matched


def _said(code: tuple, known: Known) -> str:
    return f"the place “{known.places[code[1]].slug}”" if code[0] == OURS else f"{code[0]} “{code[1]}”"


def alike(entries: list[Entry], known: Known) -> Iterator[str]:
    """A line for each new entry with a name that a place already has, the nearest place of them, nearest first."""
    holders = defaultdict(set)
    for pk, _, _, _, folded in known.names:
        holders[folded].add(pk)
    found = []
    for entry in entries:
        same = {pk for name in entry.names for pk in holders.get(fold_name(name.text), ())}
        distances = [(_km(entry.position, known.places[pk].position), known.places[pk].slug) for pk in same]
        if distances:
            found.append((*min(distances), entry))
    for km, slug, entry in sorted(found, key=lambda row: row[:2]):
        yield f"{entry.where}: {entry.title} may be the same place as “{slug}”, {km:.1f} km away. Merge them if so."


def _km(position: tuple[float, float], point) -> float:
    lon, lat = position
    return KM_A_DEGREE * hypot((lon - point.x) * cos(radians(lat)), lat - point.y)
