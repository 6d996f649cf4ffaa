"""The strings that are looked for in a whole report at once, before anything is asked of its sentences."""

from collections.abc import Iterator
from re import Pattern

from . import furniture
from .lexicons import lexicon
from .quantities import PATTERNS
from .rules.counts import HELD
from .rules.held import PRESUPPOSED
from .sieve import Sieve


def _telling() -> Iterator[tuple[str, Pattern]]:
    """What the rules need of a sentence to find anything in it, by what it is for."""
    for words in (lexicon("ar"), lexicon("en")):
        yield from (("event", phrase.pattern) for phrase in words.triggers)
        yield "event", words.cues["continues"]
        yield from (("people", words.people), ("move", words.move))
    yield from (("event", PRESUPPOSED), ("held", HELD), *(("amount", one) for one in PATTERNS))


SIGNS = Sieve([*furniture.strings(), *_telling()], furniture.KINDS)
FURNITURE = sum(furniture.KINDS.values())
EVENT = SIGNS.bits["event"]
PAIRS = SIGNS.mask(("people", "move")), SIGNS.mask(("held", "amount"))


def tells(signs: int) -> bool:
    """A rule may find something where these signs are; where it may not, the sentence need not be read."""
    return bool(signs & EVENT) or any(signs & pair == pair for pair in PAIRS)
