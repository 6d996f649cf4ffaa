"""The rules, run in this order over every sentence; a claim that an earlier rule made is not made again."""

from ..reading import Glance
from .continued import continued, goes_on
from .control import control
from .counts import counts, tells_amounts
from .displacement import displacement, tells_of_people
from .held import held, names_holders

RULES = [counts, displacement, control, continued, held]


def may_tell(glance: Glance) -> bool:
    """Some rule may find a claim in the sentence; where none can, it is read for what it leaves to others alone."""
    text = glance.sentence.folded.text
    return bool(
        glance.triggers
        or goes_on(glance.lexicon, text)
        or (glance.may_have("people") and glance.may_have("move") and tells_of_people(glance.lexicon, text))
        or names_holders(glance.lexicon, text)
        or tells_amounts(text)
    )
