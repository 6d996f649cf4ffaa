"""Counts: how many quarters, what share, how many square kilometres somebody holds, gained or lost."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..arguments import is_against, is_wide
from ..arguments.scale import CITY
from ..draft import Draft
from ..mentions import Group, Named
from ..quantities import Quantity, quantities
from ..reading import Reading
from ..sieve import Sieve

OF_QUARTER = re.compile(r"\s*(?:of|من)\s+(?:the\s+|مساحه\s+)?(?:district|neighbou?rhood|quarter|الحي)")
OF = re.compile(r"\s*(?:of|من)\s")
LARGE = frozenset({"region", "town", ""})
NEXT = 12  # characters between "half" and the quarter it is of
NAMED_REACH = 30  # characters between a share and the place it is of
PLACE_REACH = 70  # characters between a number and the place that is counted in
TERRITORY = re.compile(
    r"\s+(?:of\s+)?(?:the\s+|its\s+)?(?:(?:ال)?(?:اراضي|مناطق|احياء|مدينه)|مساحه|ما كانت"
    r"|(?:\w+ ){0,3}(?:territory|city|enclave|east|bastion|pocket))"
)
BY = re.compile(r"(?<!\w)by (?:the )?$")
HELD = re.compile(
    r"سيطر|انسحب|فقد|تقلص|سقط|حرر|محرر|تحرير|استعاد|خسر|خاضع|بيد|يد |قبضه|بقي|ممسك|اخل|سلم"
    r"|control|hold|held|captur|lost|recaptur|liberat|hands|seiz|retak|tak|withdr|abandon|kept|keep|fall|fell|lost|confin"
)
HOLDING = Sieve([("held", HELD)])  # plain strings, which a sieve finds itself


def tells_amounts(text: str) -> bool:
    """A sentence about control with a quantity of territory."""
    return bool(HOLDING.candidates(text)) and next(quantities(text), None) is not None


def counts(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for each number of quarters, share or area in a sentence about control."""
    if not HOLDING.candidates(reading.text):
        return
    for amount in reading.amounts:
        if _is_of_territory(reading, amount) and not _is_spelled_out(reading, amount):
            yield _draft(reading, amount)


def listed_counts(reading: Reading) -> Iterator[tuple[Group, Quantity]]:
    """Yield each list of places that a number announces: "three quarters, A, B and C"."""
    for amount in reading.amounts:
        yield from ((group, amount) for group in reading.groups if _announces(amount, group))


def _announces(amount: Quantity, group: Group) -> bool:
    is_next = amount.end <= group.start < amount.end + NAMED_REACH
    return amount.unit == "neighbourhoods" and is_next and len(group.places) >= min(amount.value, 3)


def _is_spelled_out(reading: Reading, amount: Quantity) -> bool:
    """Three quarters whose names follow are a list, not a count."""
    return any(_announces(amount, group) for group in reading.groups)


def _is_of_territory(reading: Reading, amount: Quantity) -> bool:
    """A fraction may be of anything: it must be of a place or of territory."""
    if not amount.is_fraction:
        return True
    named = any(amount.end <= place.start < amount.end + NAMED_REACH for place in reading.places)
    return named or TERRITORY.match(reading.text, amount.end) is not None


def _draft(reading: Reading, amount: Quantity) -> Draft:
    place, quarter = _place(reading, amount) or _the_city(reading, amount), _quarter(reading, amount)
    floor = max(reading.clause_start(amount.start), amount.start - 60)
    is_aim = quarter is None and reading.cue("hypothetical", floor, amount.start) is not None
    kind, name = ("hold", "hold.share") if quarter else ("count", f"count.{amount.unit}")
    return Draft(
        f"{reading.lexicon.language}.{name}", kind, "asserts", "hypothetical" if is_aim else "actual",
        (amount.start, amount.end), quarter or place, _holder(reading, amount), partial=quarter is not None,
        quantity=amount.value, unit=amount.unit,
    )  # fmt: skip


def _place(reading: Reading, amount: Quantity) -> Named | None:
    """The place counted in: the next one behind the number, else the last region before it."""
    large = [place for place in reading.places if place.kind in LARGE]
    behind = [place for place in large if amount.end <= place.start < amount.end + PLACE_REACH]
    before = [place for place in large if place.end <= amount.start]
    return (behind or before[-1:] or [None])[0]


def _the_city(reading: Reading, amount: Quantity) -> Named | None:
    is_meant = CITY.search(reading.text, amount.end, amount.end + 60)
    return _moved(reading.memory.city, amount) if is_meant else None


def _quarter(reading: Reading, amount: Quantity) -> Named | None:
    """The single quarter that a share is of, named behind it or "the district" spoken of last; or their group."""
    behind = [place for place in reading.places if amount.end <= place.start < amount.end + NAMED_REACH]
    if amount.unit == "neighbourhoods" and behind and behind[0].kind == "group":
        return behind[0]
    if amount.unit != "percent":
        return None
    if behind and behind[0].kind not in LARGE:
        is_of = OF.match(reading.text, amount.end) or behind[0].start - amount.end < NEXT
        return behind[0] if is_of else None
    if not OF_QUARTER.match(reading.text, amount.end):
        return None
    before = [place for place in reading.places if place.end <= amount.start and not is_wide(place)]
    return before[-1] if before else _moved(reading.memory.quarter or reading.memory.places, amount)


def _moved(places: tuple[Named, ...], amount: Quantity) -> Named | None:
    return replace(places[-1], start=amount.start, end=amount.start) if places else None


def _holder(reading: Reading, amount: Quantity) -> Named | None:
    """Whose control is counted: who stands behind "by", else before the number, else behind it."""
    acting = [actor for actor in reading.actors if not _speaks(reading, actor)]
    before = [one for one in acting if one.start <= amount.start and not is_against(reading, one, 0)]
    behind = [one for one in acting if one.start > amount.end]
    agent = [one for one in behind if BY.search(reading.text[: one.start][-12:])]
    spoken = [one for one in reading.actors if one.start <= amount.start]  # "the rebels claimed to control"
    return (agent[:1] or before[-1:] or behind[:1] or spoken[-1:] or [None])[0]


def _speaks(reading: Reading, actor: Named) -> bool:
    return any(one.start <= actor.start < one.end for one in reading.speakers)
