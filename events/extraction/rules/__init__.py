"""The rules, run in this order over every sentence; a claim that an earlier rule made is not made again."""

from ..reading import Reading
from .continued import continued, goes_on
from .control import control
from .counts import counts, tells_amounts
from .displacement import displacement, tells_of_people
from .held import held, names_holders

RULES = [counts, displacement, control, continued, held]


def may_tell(reading: Reading) -> bool:
    """Some rule may find a claim in the sentence; where none can, it is read for what it leaves to others alone."""
    text = reading.text
    return bool(
        reading.triggers
        or goes_on(reading.lexicon, text)
        or (reading.may_have("people") and reading.may_have("move") and tells_of_people(reading.lexicon, text))
        or names_holders(reading.lexicon, text)
        or tells_amounts(text)
    )
