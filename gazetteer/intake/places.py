"""New places of other gazetteers, with a slug each."""

from django.contrib.gis.geos import Point
from django.utils.text import slugify

from gazetteer.models import Place
from gazetteer.readers import BadRows
from gazetteer.readers.entry import SLUG, Entry

from .matching import Known, codes_of

LONGEST_SLUG = 60
Placed = list[tuple[int, Entry]]


def check(new: list[Entry]) -> None:
    """BadRows where a new place has no position."""
    bad = [
        f"{entry.where}: {entry.title} is new and has no position. Give lon and lat, or the slug of a place we have."
        for entry in new
        if entry.position is None
    ]
    if bad:
        raise BadRows(bad)


def store(entries: list[Entry], matched: list[int | None], known: Known) -> Placed:
    """Each entry with the key of its place; new places enter what is known, by all that they are surely known by."""
    taken = {slug for authority, slug in known.by_code if authority == SLUG}
    taken |= {entry.slug for entry in entries if entry.slug}
    new = {
        number: _place(entry, entry.slug or free_slug(entry, taken))
        for number, (entry, pk) in enumerate(zip(entries, matched, strict=True))
        if pk is None
    }
    Place.objects.bulk_create(new.values())
    for number, place in new.items():
        known.places[place.pk] = place
        known.by_code |= dict.fromkeys([*codes_of(entries[number]), (SLUG, place.slug)], place.pk)
    return [(new[number].pk if number in new else matched[number], entry) for number, entry in enumerate(entries)]


def _place(entry: Entry, slug: str) -> Place:
    return Place(
        slug=slug,
        kind=entry.kind,
        side_of_city=entry.side_of_city,
        in_old_city=entry.in_old_city,
        notes=entry.notes,
        position=Point(*entry.position, srid=4326),
        position_source=entry.source[:200],
        position_confidence=entry.confidence,
    )


def free_slug(entry: Entry, taken: set[str]) -> str:
    """A slug from the name, with an identifier or a number after it where that is taken; taken from now on."""
    base = next(filter(None, (slugify(name.text) for name in entry.names)), entry.kind)
    ends = ["", *(f"-{slugify(one.value)}"[-LONGEST_SLUG // 2 :] for one in entry.identifiers)]
    ends += [f"-{number}" for number in range(2, len(taken) + 3)] if _all_taken(base, ends, taken) else []
    slug = next(slug for end in ends if (slug := _joined(base, end)) not in taken)
    taken.add(slug)
    return slug


def _all_taken(base: str, ends: list[str], taken: set[str]) -> bool:
    return all(_joined(base, end) in taken for end in ends)


def _joined(base: str, end: str) -> str:
    return base[: LONGEST_SLUG - len(end)].rstrip("-") + end.rstrip("-")
