"""What places of other gazetteers are part of: regions they belong to, and places that contain them."""

from gazetteer.models import Membership, Place
from gazetteer.readers import BadRows
from gazetteer.readers.entry import SLUG, Entry, Parent

from .matching import Known
from .places import Placed

CONTAINED = (Place.Kind.LANDMARK, Place.Kind.ROAD)  # these are within a place; others belong to regions


def store(placed: Placed, known: Known) -> tuple[int, list[str]]:
    """How many relations are new, and the codes of parents that nobody knows; BadRows for slugs that are none."""
    held = set(Membership.objects.values_list("region", "member"))
    members, within, unknown, bad = {}, {}, set(), []
    for pk, entry in placed:
        for parent in entry.parents:
            above = known.by_code.get((parent.authority, parent.value))
            if above is None and parent.authority != SLUG:
                unknown.add(f"{parent.authority}:{parent.value}")
            elif error := _wrong(pk, above, entry, parent, known):
                bad.append(error)
            elif _is_member(pk, above, parent, known):
                if (above, pk) not in held:
                    members[above, pk] = _membership(above, pk, parent)
            elif known.places[pk].within_id is None:
                within.setdefault(pk, above)
    if bad:
        raise BadRows(bad)
    Membership.objects.bulk_create(members.values())
    for pk, above in within.items():
        known.places[pk].within_id = above
    Place.objects.bulk_update([known.places[pk] for pk in within], ["within"])
    return len(members) + len(within), sorted(unknown)


def _wrong(pk: int, above: int | None, entry: Entry, parent: Parent, known: Known) -> str | None:
    if above is None:
        return f"{entry.where}: “{parent.value}” is no slug of a place. Add that place to the file, or correct the row."
    if above == pk:
        return f"{entry.where}: {entry.title} is said to be part of itself. Correct or remove that."
    if parent.role == "member" and known.places[above].kind != Place.Kind.REGION:
        return f"{entry.where}: “{parent.value}” is no region, so nothing belongs to it. Make it one, or use within."
    return None


def _is_member(pk: int, above: int, parent: Parent, known: Known) -> bool:
    """Whether the relation is a membership; where the file leaves that open, the kinds of the two decide."""
    if parent.role != "part":
        return parent.role == "member"
    return known.places[above].kind == Place.Kind.REGION and known.places[pk].kind not in CONTAINED


def _membership(region: int, member: int, parent: Parent) -> Membership:
    return Membership(region_id=region, member_id=member, valid_from=parent.valid_from, valid_until=parent.valid_until)
