"""Sentences of a report, with their offsets; what is not prose of the report is left out."""

import re
from collections.abc import Iterator

from . import furniture, stops
from .prose import Prose
from .signs import FURNITURE

LONGEST = 2000  # characters: a longer "sentence" is cut at a space, so that work stays linear in the text
LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
BLANK = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b\u200c\u200d\u200e\u200f\u2028\u2029"
BLANK += "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
WORD = re.compile(r"\w")

Stretch = tuple[int, int, str | None]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence: a line break ends one, and so does a stop."""
    return of_prose(Prose(text))


def of_prose(prose: Prose) -> Iterator[tuple[int, int]]:
    """The same of a text that is blanked already."""
    return ((start, end) for start, end, why in _stretches(prose) if why is None)


def stretches(text: str) -> Iterator[Stretch]:
    """Yield (start, end, why) of each sentence, and of each line left out with the id of what it is left out for."""
    return _stretches(Prose(text))


def _stretches(prose: Prose) -> Iterator[Stretch]:
    for line in LINE.finditer(prose.text):
        start, end = _trimmed(prose.text, *line.span())
        if start < end:
            yield from _of_line(prose, start, end)


def _of_line(prose: Prose, start: int, end: int) -> Iterator[Stretch]:
    plain, signs = prose.text, prose.signs(start, end) & FURNITURE
    short = end - start <= furniture.LONGEST_LINE
    if short and (why := furniture.reason(plain[start:end], signs)):
        yield start, end, why
        return
    line = (start, end) if short else None
    start += furniture.front(plain[start : start + furniture.FRONT], signs)
    end -= furniture.back(plain[max(start, end - furniture.EDGE) : end], signs)
    at = start
    for stop in (*stops.ends(plain, start, end), end):
        for first, last in _pieces(plain, at, stop) if stop - at > LONGEST else ((at, stop),):
            piece = _trimmed(plain, first, last)
            if _has_a_word(plain, *piece):
                within = signs and prose.signs(*piece) & FURNITURE
                yield *piece, None if piece == line else furniture.reason(plain[slice(*piece)], within)
        at = stop


def _pieces(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is too long for a sentence, in parts."""
    while end - start > LONGEST:
        cut = plain.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _has_a_word(plain: str, start: int, end: int) -> bool:
    return start < end and (plain[start].isalnum() or WORD.search(plain, start, end) is not None)


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    if start < end and (plain[start] in BLANK or plain[end - 1] in BLANK):
        piece = plain[start:end]
        return start + len(piece) - len(piece.lstrip(BLANK)), start + len(piece.rstrip(BLANK))
    return start, end
