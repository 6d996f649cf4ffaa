"""Where furniture may be at all: told by the first signs of a line, or by strings that stand somewhere in it."""

import re
from functools import cache, lru_cache

from gazetteer.folding import fold

from ..openings import Openings, beginnings
from ..sieve import needed
from .wording import KINDS, each

HEAD = 8  # characters of a line that tell how it begins, blanks and vowel marks among them
ALL = sum(KINDS.values())


@cache
def _parted() -> tuple[list[tuple[int, re.Pattern]], Openings, Openings]:
    """The patterns told by strings, and the beginnings of all others: as folded, and as written."""
    by_strings, folded, written = [], [], []
    for kind, capitals, pattern in each():
        begins = beginnings(pattern)
        if not capitals and any(map(_tells_little, begins)) and needed(pattern):
            by_strings.append((kind, pattern))
        else:
            (written if capitals else folded).append((KINDS[kind], begins))
    return by_strings, Openings(folded), Openings(written)


def _tells_little(beginning: str) -> bool:
    """Half the lines begin with one letter or another; few with a bracket."""
    return not beginning or (len(beginning) == 1 and beginning.isalpha())


def strings() -> list[tuple[str, re.Pattern]]:
    """The patterns that are told by strings in a folded text, each with its kind."""
    return _parted()[0]


@lru_cache(maxsize=20_000)
def kinds_at(head: str) -> int:
    """The bits of the kinds of furniture that may stand in a line with this head."""
    _, folded, written = _parted()
    return folded.candidates(fold(head).text) | written.candidates(head)


def kinds_in(line: str, signs: int) -> int:
    """The same of a line in which there are `signs` of furniture."""
    return signs | kinds_at(line[:HEAD])
