"""What a claim says beside place and type, and whether it says what the gold does. Each attribute is counted alike."""

from collections.abc import Callable
from dataclasses import dataclass

from .claimed import Claimed
from .counts import Count
from .days import same_days
from .gold import Expected
from .known import Known
from .speakers import is_pronoun, same_speaker
from .vocabulary import UNIT_OF_COUNT

WITHIN = 0.011  # of the annotated number
ROUNDING = 0.01  # of a number that is not whole


@dataclass(frozen=True, slots=True)
class Attribute:
    """One row of the table: when the gold wants it, when a claim tells it, and when the two agree."""

    name: str
    is_wanted: Callable[[Expected, Known], bool]
    is_told: Callable[[Claimed, Known], bool]
    agrees: Callable[[Expected, Claimed, Known], bool]
    is_scored: Callable[[Expected], bool] = lambda expected: True
    needs_an_answer: bool = False  # a claim that tells nothing where something is wanted is wrong, not only short

    def of_pair(self, expected: Expected, claim: Claimed, known: Known) -> Count:
        if not self.is_scored(expected):
            return Count()
        told = self.is_told(claim, known)
        if not self.is_wanted(expected, known):
            return Count(wrong=int(told))
        if self.agrees(expected, claim, known):
            return Count(right=1)
        return Count(wrong=int(told or self.needs_an_answer), missed=1)

    def of_missed(self, expected: Expected, known: Known) -> Count:
        return Count(missed=int(self.is_scored(expected) and self.is_wanted(expected, known)))

    def of_invented(self, claim: Claimed, known: Known) -> Count:
        return Count(wrong=int(self.is_told(claim, known)))


def same_side(expected: Expected, claim: Claimed, known: Known) -> bool:
    """A clash has two sides, and either will do."""
    side = known.side_of(claim.actor)
    return side == expected.actor or (
        expected.claim_type == "contested" and side is not None and side == expected.counterparty
    )


def same_source(expected: Expected, claim: Claimed, known: Known) -> bool:
    return same_speaker(expected.sources, claim.source, known.names_of(claim.source), claim.source_text)


def same_polarity(expected: Expected, claim: Claimed, known: Known) -> bool:
    return expected.polarity == claim.polarity


def same_date(expected: Expected, claim: Claimed, known: Known) -> bool:
    return expected.event_date is not None and same_days(claim.days, expected.event_date, expected.date_precision)


def same_count(expected: Expected, claim: Claimed, known: Known) -> bool:
    """Nearly the same number, of the same things where both say of what."""
    if claim.quantity is None or expected.count is None:
        return False
    number = expected.count
    allowed = max(WITHIN * abs(number), 0 if number == int(number) else ROUNDING)
    unit = UNIT_OF_COUNT.get(expected.count_unit)
    return abs(claim.quantity - number) <= allowed and (unit is None or claim.unit in (None, unit))


ATTRIBUTES = (
    Attribute(
        "actor",
        is_wanted=lambda expected, known: expected.actor is not None,
        is_told=lambda claim, known: known.side_of(claim.actor) is not None,
        agrees=same_side,
    ),
    Attribute(
        "source",
        is_wanted=lambda expected, known: bool(expected.sources),
        is_told=lambda claim, known: bool(claim.source or claim.source_text),
        agrees=same_source,
        is_scored=lambda expected: not is_pronoun(expected.written_source),
    ),
    Attribute(
        "polarity",
        is_wanted=lambda expected, known: expected.polarity != "asserted",
        is_told=lambda claim, known: claim.polarity != "asserted",
        agrees=same_polarity,
    ),
    Attribute(
        "date",
        is_wanted=lambda expected, known: expected.event_date is not None,
        is_told=lambda claim, known: False,  # a claim always has a date: where the gold has none it is not punished
        agrees=same_date,
        needs_an_answer=True,
    ),
    Attribute(
        "count",
        is_wanted=lambda expected, known: expected.count is not None,
        is_told=lambda claim, known: claim.quantity is not None,
        agrees=same_count,
    ),
)
