"""Counts: how many quarters, what share, how many square kilometres somebody holds, gained or lost."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..arguments import is_against, is_wide
from ..arguments.scale import CITY
from ..draft import Draft
from ..mentions import Group, Named
from ..numbers import Number, fractions, numbers
from ..reading import Reading

UNITS = [
    (
        "neighbourhoods",
        re.compile(r"\s*(?:من\s+)?(?:حيا?|احياء|حي)(?!\w)|\s+(?:\w+\s+){0,2}?(?:districts|neighbou?rhoods)(?!\w)"),
    ),
    ("percent", re.compile(r"\s*(?:%|٪|(?:في|ب)\s*ال?م[ائ]?[يئ]?ه|بالمئه|بالمايه|في المايه|في المئه|per ?cent)")),
    ("km2", re.compile(r"\s*(?:كيلومترا?(?:ات)?\s+مربعا?(?:ه)?|كم مربع|square (?:kilomet(?:er|re)s|km)|sq ?km|km2)")),
]
RANGE = re.compile(r"\s*(?:to|-|–|الي)\s*")
OF_QUARTER = re.compile(r"\s*(?:of|من)\s+(?:the\s+|مساحه\s+)?(?:district|neighbou?rhood|quarter|الحي)")
OF = re.compile(r"\s*(?:of|من)\s")
LARGE = frozenset({"region", "town", ""})
GROWN = re.compile(r"(?<!\w)(?:عدد|number of) .{0,80}?(?:الي|to|at)\s+$")
IN_TWO = re.compile(r"(?<!\w)in $")  # "split in half"
COUNTED = re.compile(r"احياء|districts|neighbou?rhoods")
HELD = re.compile(
    r"سيطر|حرر|محرر|تحرير|استعاد|خسر|خاضع|بيد|يد |قبضه|بقي|ممسك|اخل|سلم"
    r"|control|hold|held|captur|lost|recaptur|liberat|hands|seiz|retak|tak"
)


def counts(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for each number of quarters, share or area in a sentence about control."""
    if not HELD.search(reading.text):
        return
    for number in _without_upper_ends(numbers(reading.text), reading.text):
        unit, end = _unit(reading.text, number)
        if unit and not _is_spelled_out(reading, number, unit, end):
            yield _draft(reading, number, unit, end)
    for share in fractions(reading.text):
        if _of_territory(reading, share):
            yield _draft(reading, share, "percent", share.end)


def _without_upper_ends(found: list[Number], text: str) -> Iterator[Number]:
    """Of "35 to 40 per cent" the lower end is what is claimed."""
    last = None
    for number in found:
        if last and RANGE.fullmatch(text[last.end : number.start]):
            yield Number(last.value, last.start, number.end)
        else:
            yield number
        last = number


def listed_counts(reading: Reading) -> Iterator[tuple[Group, Number]]:
    """Yield each list of places that a number announces: "three quarters, A, B and C"."""
    for number in numbers(reading.text):
        unit, end = _unit(reading.text, number)
        if unit == "neighbourhoods":
            yield from ((group, number) for group in reading.groups if _announces(number, end, group))


def _announces(number: Number, end: int, group: Group) -> bool:
    return end <= group.start < end + 30 and len(group.places) >= min(number.value, 3)


def _is_spelled_out(reading: Reading, number: Number, unit: str, end: int) -> bool:
    """Three quarters whose names follow are a list, not a count."""
    return unit == "neighbourhoods" and any(_announces(number, end, group) for group in reading.groups)


def _unit(text: str, number: Number) -> tuple[str | None, int]:
    for unit, regex in UNITS:
        if match := regex.match(text, number.end):
            return unit, match.end()
    grown = GROWN.search(text[max(0, number.start - 120) : number.start])
    return ("neighbourhoods", number.end) if grown and COUNTED.search(grown[0]) else (None, 0)


def _of_territory(reading: Reading, share: Number) -> bool:
    if IN_TWO.search(reading.text, 0, share.start):
        return False
    ahead = reading.text[share.end : share.end + 45]
    place = any(share.end <= place.start < share.end + 30 for place in reading.places)
    return place or bool(
        re.match(r"\s+(?:of\s+)?(?:the\s+|its\s+)?(?:الاراضي|مساحه|ما كانت|territory|city|المدينه)", ahead)
    )


def _draft(reading: Reading, number: Number, unit: str, end: int) -> Draft:
    actor = _holder(reading, number)
    hypothetical = reading.cue("hypothetical", max(reading.clause_start(number.start), number.start - 60), number.start)
    place = _place(reading, number) or _the_city(reading, number)
    if unit == "percent" and (OF_QUARTER.match(reading.text, end) or _is_of_a_quarter(reading, place, end)):
        return Draft(
            f"{reading.lexicon.language}.hold.share",
            "hold",
            "asserts",
            "actual",
            (number.start, end),
            place if _is_of_a_quarter(reading, place, end) else _last(reading, number),
            actor,
            partial=True,
            quantity=round(number.value, 1),
            unit=unit,
        )
    mode = "hypothetical" if hypothetical else "actual"
    return Draft(
        f"{reading.lexicon.language}.count.{unit}",
        "count",
        "asserts",
        mode,
        (number.start, end),
        place,
        actor,
        quantity=round(number.value, 1),
        unit=unit,
    )


def _place(reading: Reading, number: Number) -> Named | None:
    """The place counted in: the next one behind the number, else the last before it, else the one spoken of before."""
    behind = [place for place in reading.places if number.end <= place.start < number.end + 70]
    before = [place for place in reading.places if place.end <= number.start]
    return (behind or before[-1:] or [None])[0]


def _the_city(reading: Reading, number: Number) -> Named | None:
    return _moved(reading.memory.city, number) if CITY.search(reading.text, number.end, number.end + 60) else None


def _is_of_a_quarter(reading: Reading, place: Named | None, end: int) -> bool:
    """The share is one of a single quarter named right behind it, not of a city or a town."""
    if place is None or place.kind in LARGE or not end <= place.start < end + 30:
        return False
    return bool(OF.match(reading.text, end))


def _last(reading: Reading, number: Number) -> Named | None:
    """The quarter spoken of last."""
    before = [place for place in reading.places if place.end <= number.start and not is_wide(place)]
    return before[-1] if before else _moved(reading.memory.quarter or reading.memory.places, number)


def _moved(places: tuple[Named, ...], number: Number) -> Named | None:
    return replace(places[-1], start=number.start, end=number.start) if places else None


def _holder(reading: Reading, number: Number) -> Named | None:
    before = [
        actor
        for actor in reading.actors
        if actor.start <= number.start and not _speaks(reading, actor) and not is_against(reading, actor, 0)
    ]
    behind = [actor for actor in reading.actors if actor.start > number.end and not _speaks(reading, actor)]
    return (before[-1:] or behind[:1] or [None])[0]


def _speaks(reading: Reading, actor: Named) -> bool:
    return any(one.start <= actor.start < one.end for one in reading.speakers)
