"""The number in a claim of the model's: one that the quote tells. Pure."""

from events.extraction.numbers import fractions, numbers
from gazetteer.folding import fold

from .failure import Invalid
from .schema import COUNTING, UNITS

MOST = 1e9
NEAR = 0.5  # two thirds are 66.7 or 67 per cent


def quantity(raw: dict, quote: str) -> tuple[float | None, str | None]:
    """The number and its unit; none for kinds that count nothing."""
    value, unit = raw.get("quantity"), raw.get("unit")
    if raw.get("kind") not in COUNTING or (value is None and raw.get("kind") != "count"):
        return None, None
    if isinstance(value, bool) or not isinstance(value, int | float) or unit not in UNITS:
        raise Invalid("its number or unit is missing")
    if not (0 <= value <= MOST and _is_told(float(value), fold(quote).text)):
        raise Invalid("its number is not in the quote")
    return float(value), unit


def _is_told(value: float, folded: str) -> bool:
    return any(one.value == value for one in numbers(folded)) or any(
        abs(one.value - value) < NEAR for one in fractions(folded)
    )
