"""Atoms: one claim about one place, as the gold wants it and as it was claimed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .claimed import Claimed
from .gold import Expected, Sentence

Reader = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An annotated claim about one place; an optional one earns credit and costs nothing when it is missed."""

    expected: Expected
    place: str | None
    is_inferred: bool
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of the extraction about one place; a tolerated one is only about places that the gold lets pass."""

    claim: Claimed
    place: str | None
    is_tolerated: bool = False


def reader(sentence: Sentence) -> Reader:
    """A function from a claimed slug to the slug that the gold has for it, or None where the gold lets it pass."""
    own = {mention.slug for mention in sentence.mentions} | set(_inferred(sentence))
    as_good: dict[str, str] = {}
    tolerated: set[str] = set()
    for mention in sentence.mentions:
        for slug in set(mention.also) - own:
            if mention.slug:
                as_good.setdefault(slug, mention.slug)
            else:
                tolerated.add(slug)
    return lambda slug: as_good.get(slug, None if slug in tolerated else slug)


def wanted_atoms(sentence: Sentence) -> list[Wanted]:
    """What the gold wants of a sentence, claim by claim and place by place."""
    return [atom for expected in sentence.expected for atom in _wanted(expected)]


def told_atoms(claims: Iterable[Claimed], read: Reader) -> list[Told]:
    """What was claimed, place by place."""
    return [atom for claim in claims for atom in _told(claim, read)]


def _inferred(sentence: Sentence) -> list[str]:
    return [slug for expected in sentence.expected for slug in expected.inferred]


def _wanted(expected: Expected) -> list[Wanted]:
    named = [Wanted(expected, place, False, expected.is_background) for place in expected.places]
    inferred = [Wanted(expected, place, True, True) for place in expected.inferred if place not in expected.places]
    return named + inferred or [Wanted(expected, None, True, True)]


def _told(claim: Claimed, read: Reader) -> list[Told]:
    if not claim.places:
        return [Told(claim, None)]
    places = dict.fromkeys(filter(None, map(read, claim.places)))
    return [Told(claim, place) for place in places] or [Told(claim, None, is_tolerated=True)]
