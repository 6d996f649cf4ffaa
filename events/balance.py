"""How much each side had before, won, lost, and has after. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from events.tally import COUNTED

DECIMALS = 3  # of a square kilometre, as places have them


@dataclass(frozen=True, slots=True)
class Ground:
    """A place of the city: its kind, its area in square kilometres, and who held it for sure, before and after."""

    kind: str
    area: float
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Amount:
    """Neighbourhoods and quarters, and the area of all places in square kilometres."""

    neighbourhoods: int = 0
    area: float = 0.0


@dataclass(frozen=True, slots=True)
class Balance:
    """What one side had, gained, lost and has; without a side, what nobody has for sure."""

    side: str | None
    before: Amount
    gained: Amount
    lost: Amount
    after: Amount


def balances(grounds: Sequence[Ground], sides: Iterable[str]) -> list[Balance]:
    """A balance for each side that had or has something, and one for nobody; they add up to the same city."""
    found = [_balance(grounds, side) for side in (*sides, None)]
    return [one for one in found if one.before != Amount() or one.after != Amount()]


def _balance(grounds: Sequence[Ground], side: str | None) -> Balance:
    return Balance(
        side,
        before=_amount(grounds, lambda one: one.before == side),
        gained=_amount(grounds, lambda one: one.before != side == one.after),
        lost=_amount(grounds, lambda one: one.before == side != one.after),
        after=_amount(grounds, lambda one: one.after == side),
    )


def _amount(grounds: Iterable[Ground], counts: Callable[[Ground], bool]) -> Amount:
    counted = [one for one in grounds if counts(one)]
    area = sum(round(one.area, DECIMALS) for one in counted)  # as each is given, so that all of it adds up
    return Amount(sum(one.kind in COUNTED for one in counted), round(area, DECIMALS))
