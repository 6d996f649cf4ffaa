"""How much of a set of places one side holds. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

COUNTED = frozenset({"neighbourhood", "quarter"})  # what reports call أحياء


@dataclass(frozen=True, slots=True)
class Holding:
    """A place: its kind, its area in square kilometres, and the side that holds it for sure, if any."""

    kind: str
    area: float
    side: str | None


def figure(held: Sequence[Holding], side: str, unit: str) -> float | None:
    """What `side` holds, in neighbourhoods, percent of the area, or km2; None where no holder is known."""
    if not any(one.side for one in held):
        return None
    own = [one for one in held if one.side == side]
    if unit == "neighbourhoods":
        return float(sum(one.kind in COUNTED for one in own))
    area = sum(one.area for one in own)
    if unit == "km2":
        return round(area, 1)
    whole = sum(one.area for one in held)
    return round(100 * area / whole, 1) if unit == "percent" and whole else None
