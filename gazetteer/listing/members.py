"""The members that the project's list gives to regions."""

from collections import defaultdict

from gazetteer.models import Membership, Place
from gazetteer.tables import pick

from . import memory

Pair = tuple[str, str]  # the slugs of a region and of its member, as the list has them


def store(table, merged: dict[str, str], new: set[str]) -> int:
    """Add the members that are new in the list, and remove those that left it; how many. `new` are the new places."""
    ids = _ids(merged)
    said, before = memory.said("members"), _pairs(memory.said("members"))
    now = {(row["region"], row["member"]): where for where, row in table}
    for pair, where in now.items():
        for field, slug in zip(("region", "member"), pair, strict=True):
            pick(ids, slug, field, where)
    is_news = {pair for pair in now if new.intersection(pair) or (said and pair not in before)}
    gone = _keys(before - now.keys(), ids) - _keys(now, ids)
    changed = _add(_keys(is_news, ids)) + sum(_remove(*pair) for pair in gone)
    memory.remember("members", {region: [] for region in said} | _by_region(now))
    return changed


def _ids(merged: dict[str, str]) -> dict[str, int]:
    """Places by slug, also by the slugs that they have since editors merged some."""
    ids = dict(Place.objects.values_list("slug", "pk"))
    return ids | {old: ids[slug] for old, slug in merged.items() if slug in ids}


def _pairs(said: dict[str, list[str]]) -> set[Pair]:
    return {(region, member) for region, members in said.items() for member in members}


def _by_region(pairs) -> dict[str, list[str]]:
    found = defaultdict(list)
    for region, member in pairs:
        found[region].append(member)
    return found


def _keys(pairs, ids: dict[str, int]) -> set[tuple[int, int]]:
    """The keys of those that are still two places; a region is no member of itself."""
    found = {(ids[region], ids[member]) for region, member in pairs if region in ids and member in ids}
    return {(region, member) for region, member in found if region != member}


def _add(wanted: set[tuple[int, int]]) -> int:
    missing = wanted - set(Membership.objects.values_list("region", "member"))
    Membership.objects.bulk_create(Membership(region_id=region, member_id=member) for region, member in sorted(missing))
    return len(missing)


def _remove(region: int, member: int) -> int:
    """Remove a member as the list gave it; one that an editor has dated stays."""
    return Membership.objects.filter(region=region, member=member, valid_from=None, valid_until=None).delete()[0]


def kept(merged: dict[str, str]) -> int:
    """How many members of the list regions no longer have."""
    listed = _keys(_pairs(memory.said("members")), _ids(merged))
    return len(listed - set(Membership.objects.values_list("region", "member")))
