"""One sentence judged: its counts, row by row, and what went wrong in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .atoms import Told, Wanted, reader, told_atoms, wanted_atoms
from .attributes import ATTRIBUTES
from .claimed import Claimed
from .counts import Count, of_sets
from .gold import Expected, Sentence
from .known import Known
from .pairing import Pairing, pair

ROWS = ("places", "all places", "types", "claim", *(attribute.name for attribute in ATTRIBUTES))
Counts = dict[str, Count]


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong: an annotated claim that is missed, a claim that is false, or what the two tell differently."""

    what: str  # missed, false, type, or the name of an attribute
    wanted: Wanted | None
    told: Told | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence, what was claimed in it, and what that is worth."""

    sentence: Sentence
    claims: tuple[Claimed, ...]
    counts: Counts
    mistakes: tuple[Mistake, ...]


def judge(sentence: Sentence, claims: Sequence[Claimed], known: Known) -> Verdict:
    """Compare the claims that stand in a sentence with its annotation."""
    read = reader(sentence)
    found = set(filter(None, (read(place) for claim in claims for place in claim.places)))
    pairing = pair(wanted_atoms(sentence), told_atoms(claims, read), known)
    counts = {
        "places": _places(sentence, found, known.quarters),
        "all places": _places(sentence, found, None),
        "types": _types(sentence.expected, {claim.family for claim in claims}),
        **_atoms(pairing, known),
    }
    return Verdict(sentence, tuple(claims), counts, tuple(_mistakes(pairing, known)))


def _places(sentence: Sentence, found: set[str], only: frozenset[str] | None) -> Count:
    """Places that claims are about; one that the sentence merely names counts as wrong, an inferred one not at all."""
    named, wanted, inferred = set(), set(), set()
    for expected in sentence.expected:
        named.update(expected.places)
        wanted.update(() if expected.is_background else expected.places)
        inferred.update(expected.inferred)
    sets = [found - (inferred - named), wanted, named]
    return of_sets(*(places if only is None else places & only for places in sets))


def _types(expected: Iterable[Expected], told: set[str]) -> Count:
    expected = list(expected)
    allowed = {one.families[0] for one in expected}
    wanted = {one.families[0] for one in expected if one.is_mapped and not one.is_background}
    for one in expected:
        first, *as_good = one.families
        for family in as_good:
            if family in told - allowed and first not in told:
                told = told - {family} | {first}
    return of_sets(told, wanted, allowed)


def _atoms(pairing: Pairing, known: Known) -> Counts:
    counts = {"claim": Count(), **{attribute.name: Count() for attribute in ATTRIBUTES}}
    for wanted, told in pairing.pairs:
        counts["claim"] += _claim(wanted, told)
        for attribute in ATTRIBUTES:
            counts[attribute.name] += attribute.of_pair(wanted.expected, told.claim, known)
    for wanted in _really_missed(pairing):
        counts["claim"] += Count(missed=1)
        for attribute in ATTRIBUTES:
            counts[attribute.name] += attribute.of_missed(wanted.expected, known)
    for told in _really_false(pairing):
        counts["claim"] += Count(wrong=1)
        for attribute in ATTRIBUTES:
            counts[attribute.name] += attribute.of_invented(told.claim, known)
    return counts


def _claim(wanted: Wanted, told: Told) -> Count:
    if told.claim.family in wanted.expected.families:
        return Count(right=1)
    return Count(wrong=1, missed=int(not wanted.is_optional))


def _mistakes(pairing: Pairing, known: Known) -> Iterable[Mistake]:
    yield from (Mistake("missed", wanted, None) for wanted in _really_missed(pairing))
    yield from (Mistake("false", None, told) for told in _really_false(pairing))
    for wanted, told in pairing.pairs:
        if not _claim(wanted, told).is_perfect:
            yield Mistake("type", wanted, told)
        for attribute in ATTRIBUTES:
            if not attribute.of_pair(wanted.expected, told.claim, known).is_perfect:
                yield Mistake(attribute.name, wanted, told)


def _really_missed(pairing: Pairing) -> list[Wanted]:
    return [wanted for wanted in pairing.missed if not wanted.is_optional]


def _really_false(pairing: Pairing) -> list[Told]:
    return [told for told in pairing.invented if not told.is_tolerated]
