"""Texts folded so that spellings of one name become equal, with a way back to the original characters. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import eq

# One character for one, so offsets stay: variants of alef, ya, ta marbuta and hamza seats, digits, quotes
LETTERS = dict(zip("أإآٱىةؤئی ک".replace(" ", ""), "ااااي" + "هويي" + "ك", strict=True))
DIGITS = {chr(start + n): str(n) for start in (0x660, 0x6F0) for n in range(10)}
QUOTES = {"“": '"', "”": '"', "’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "‑": "-", "–": "-"}
SAME_LENGTH = [*LETTERS.items(), *DIGITS.items(), *QUOTES.items()]
# Marks that carry no letter: tashkeel, tatweel, zero-width characters and controls of direction
DROPPED = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
)
ARTICLE = "ال"
GENERIC = re.compile(r"^(?:(?:حي|احياء) )+")  # part of how one speaks of a place, not of its name
# What has to be taken apart or dropped: some of the Arabic block, wide and thin spaces, most of other scripts
UNUSUAL = re.compile(
    "[^\x00-\x7f\u0600-\u060f\u061b-\u063f\u0641-\u064a\u0660-\u066f\u0671-\u0674\u0679-\u06bf\u06c1\u06c3-\u06d2"
    "\u06d4\u06d5\u06ee-\u06ff\u00a0«»،؛؟٪“”‘’–—]+"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets[i]` is where its character i came from, or None when nothing has moved."""

    text: str
    offsets: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that a span of the folded one stands for."""
        if self.offsets is None or start >= end:
            return (start, end) if self.offsets is None else (self._at(start), self._at(start))
        return self.offsets[start], self.offsets[end - 1] + 1

    def _at(self, position: int) -> int:
        if position < len(self.offsets):
            return self.offsets[position]
        return self.offsets[-1] + 1 if self.offsets else 0


def fold(text: str, language: str | None = None) -> Folded:
    """The text with spelling variants made equal; folding twice is folding once."""
    if text.isascii():
        return Folded(text.lower())
    if not UNUSUAL.search(text):
        return Folded(_replace(text.lower()))
    return _taken_apart(text)


def _taken_apart(text: str) -> Folded:
    """The same of a text with unusual characters, which may become none or several."""
    replaced, parts, offsets, at = _replace(text), [], [], 0
    for unusual in UNUSUAL.finditer(text):
        parts.append(replaced[at : unusual.start()].lower())
        offsets.extend(range(at, unusual.start()))
        at = unusual.end()
        for position in range(unusual.start(), at):
            folded = _fold_character(text[position])
            parts.append(folded)
            offsets.extend([position] * len(folded))
    parts.append(replaced[at:].lower())
    offsets.extend(range(at, len(text)))
    is_in_place = len(offsets) == len(text) and all(map(eq, offsets, range(len(text))))
    return Folded("".join(parts), None if is_in_place else offsets)


def fold_name(text: str) -> str:
    """The form in which names are compared: folded, hyphens and white space single, without حي or أحياء before it."""
    return GENERIC.sub("", " ".join(fold(text).text.replace("-", " ").split()))


def in_lists(name: str) -> str:
    """The form by which lists are ordered: folded, without the article that an Arabic name may begin with."""
    return fold_name(name).removeprefix(ARTICLE)


def _replace(text: str) -> str:
    for variant, letter in SAME_LENGTH:  # chained replace is several times faster than str.translate with a dict
        if variant in text:
            text = text.replace(variant, letter)
    return text


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """One character folded: without marks, ligatures taken apart, lower-case."""
    parts = unicodedata.normalize("NFKD", character) if ord(character) > 127 else character
    kept = "".join(part for part in parts if not unicodedata.combining(part))
    return DROPPED.sub("", _replace(kept.lower())) if kept else ""
