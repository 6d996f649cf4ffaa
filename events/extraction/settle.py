"""What stays of the drafts of a sentence: what says the same twice, or only how something came about, is dropped."""

from collections.abc import Iterable
from dataclasses import replace

from .draft import Draft

LEAVING = frozenset({"withdrawal", "transfer"})
DEPARTING = frozenset({"withdrawal", "loss"})
LEADS_TO_CAPTURE = frozenset({"advance", "clash", "displacement"})


def settled(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that make claims, in order of their triggers."""
    kept = _distinct(drafts)
    if not kept:
        return []
    return sorted(_without_steps(_with_shares(_with_numbers(kept))), key=lambda draft: draft.trigger)


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """Drop what says again what an earlier rule said of the same place and kind."""
    kept: dict[tuple, Draft] = {}
    counted: dict[tuple, Draft] = {}
    for draft in drafts:
        if draft.kind == "count":
            counted.setdefault(draft.slugs, draft)
        elif _counted_only(draft, counted.get(draft.slugs)):
            continue
        kept.setdefault((draft.slugs, draft.kind, draft.stance, draft.quantity, draft.side), draft)
    return list(kept.values())


def _counted_only(draft: Draft, count: Draft | None) -> bool:
    """Ten quarters of the east are not the east; half of it taken is both a share and a part taken."""
    if count is None or draft.kind not in ("capture", "hold", "loss"):
        return False
    return count.unit != "percent" or draft.kind == "hold" or not draft.partial


def _with_numbers(drafts: list[Draft]) -> list[Draft]:
    """A number of quarters left is part of what is said of the leaving: "abandoned six quarters of the east"."""
    counts = {draft.slugs: draft for draft in drafts if draft.kind == "count" and draft.unit == "neighbourhoods"}
    kept = []
    for draft in drafts:
        count = counts.get(draft.slugs)
        if count and draft.kind in LEAVING and draft.trigger < count.trigger:
            kept.append(replace(draft, quantity=count.quantity, unit=count.unit, partial=True))
            del counts[draft.slugs]
        else:
            kept.append(draft)
    return [
        draft for draft in kept if draft.unit != "neighbourhoods" or draft.kind != "count" or draft in counts.values()
    ]


def _with_shares(drafts: list[Draft]) -> list[Draft]:
    """A share of one quarter belongs to what is said of that quarter: "in control of 30 % of the district"."""
    shares = {draft.slugs: draft for draft in drafts if draft.is_share}
    owners = {
        draft.slugs: draft
        for draft in drafts
        if draft.slugs in shares and not draft.is_share and draft.kind in ("capture", "hold", "loss")
    }
    kept = []
    for draft in drafts:
        if owners.get(draft.slugs) is draft:
            share = shares[draft.slugs]
            kept.append(replace(draft, quantity=share.quantity, unit=share.unit, partial=True))
        elif not (draft.is_share and draft.slugs in owners):
            kept.append(draft)
    return kept


def _without_steps(drafts: list[Draft]) -> list[Draft]:
    """Fighting, advancing and driving out are steps to the outcome that the same sentence tells of the same place."""
    drafts = [draft for draft in drafts if not (draft.kind in DEPARTING and _is_of_people(draft, drafts))]
    outcomes = [draft for draft in drafts if _is_outcome(draft)]
    return [draft for draft in drafts if not any(_is_step(draft, outcome) for outcome in outcomes)]


def _is_of_people(draft: Draft, drafts: list[Draft]) -> bool:
    """The words tell of people who left, and the place is theirs."""
    moves = [one.trigger for one in drafts if one.kind == "displacement"]
    return any(start < draft.trigger[1] and draft.trigger[0] < end for start, end in moves)


def _is_outcome(draft: Draft) -> bool:
    """A place taken, or an attack on it beaten."""
    is_beaten = ".hold.repelled" in draft.rule
    return (draft.stance, draft.mode) == ("asserts", "actual") and (draft.kind == "capture" or is_beaten)


def _is_step(draft: Draft, outcome: Draft) -> bool:
    if draft.kind not in LEADS_TO_CAPTURE or draft.quantity is not None or draft.stance != "asserts":
        return False
    if draft.slugs == outcome.slugs:
        return draft.kind != "displacement" or (draft.actor is not None and draft.actor.side != outcome.side)
    return draft.kind == "clash" and draft.is_wide and draft.side == outcome.side and draft.trigger < outcome.trigger
