"""The names that the project's list gives to places."""

from gazetteer.folding import fold_name
from gazetteer.models import Place, PlaceName
from gazetteer.tables import split

from . import memory

SOURCE = "gazetteer/data/SOURCES.md"


def store(entries, new: set[str]) -> int:
    """Add the names that are new in the list, and remove those that left it; how many. `new` are the new places."""
    listed = {row["slug"]: row for _, row in entries}
    now, before = {slug: _names(row) for slug, row in listed.items()}, memory.said("names")
    gone = [(slug, *name) for slug, names in now.items() for name in before.get(slug, ()) if name not in names]
    removed = sum(_remove(*name) for name in gone)
    added = _add([(listed[slug], *name) for slug, names in now.items() for name in _news(slug, names, before, new)])
    memory.remember("names", now)
    return removed + added


def _names(row: dict[str, str]) -> list[list[str]]:
    """Language and text of each name in a row."""
    found = {}
    for language in ("ar", "en"):
        for text in (row[f"name_{language}"].strip(), *split(row[f"alt_{language}"])):
            if fold_name(text):
                found[language, text] = [language, text]
    return list(found.values())


def _news(slug: str, names: list, before: dict, new: set[str]) -> list:
    """The names that the list did not give before; none, where the place is older than what is remembered."""
    known = [] if slug in new else before.get(slug, [] if before else names)
    return [name for name in names if name not in known]


def _remove(slug: str, language: str, text: str) -> int:
    """Remove a name as the list gave it; one that an editor has dated or found elsewhere stays."""
    as_given = PlaceName.objects.filter(source=SOURCE, used_from=None, used_until=None)
    return as_given.filter(place__slug=slug, language=language, text=text).delete()[0]


def _add(names: list[tuple[dict, str, str]]) -> int:
    ids = dict(Place.objects.values_list("slug", "pk"))
    known = set(PlaceName.objects.values_list("place", "language", "text"))
    named = set(PlaceName.objects.filter(kind=PlaceName.Kind.PREFERRED).values_list("place", "language"))
    new = []
    for row, language, text in names:
        place = ids[row["slug"]]
        if (place, language, text) not in known:
            is_preferred = text == row[f"name_{language}"].strip() and (place, language) not in named
            kind = _kind(is_preferred, language, row["kind"])
            new.append(PlaceName(place_id=place, text=text, language=language, kind=kind, source=SOURCE))
    PlaceName.objects.bulk_create(new)
    return len(new)


def _kind(is_preferred: bool, language: str, of: str) -> str:
    if is_preferred:
        return PlaceName.Kind.PREFERRED
    if of == Place.Kind.REGION:
        return PlaceName.Kind.COLLECTIVE
    return PlaceName.Kind.ALIAS if language == "ar" else PlaceName.Kind.TRANSLITERATION


def kept() -> int:
    """How many names of the list places no longer have."""
    stored = set(PlaceName.objects.values_list("place__slug", "language", "text"))
    said, ours = memory.said("names"), set(Place.objects.values_list("slug", flat=True))
    return sum((slug, *name) not in stored for slug in said.keys() & ours for name in said[slug])
