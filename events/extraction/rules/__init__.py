"""The rules, run in this order over every sentence; a claim that an earlier rule made is not made again."""

from ..reading import Glance
from .continued import continued
from .control import control
from .counts import HOLDING, counts
from .displacement import displacement
from .held import held

RULES = [counts, displacement, control, continued, held]


def may_tell(glance: Glance) -> bool:
    """Some rule may find a claim in the sentence; where none can, it is read for what it leaves to others alone."""
    return bool(
        glance.triggers
        or glance.may_have("continues")
        or (glance.may_have("people") and glance.may_have("move"))
        or HOLDING.candidates(glance.sentence.folded.text)
    )
