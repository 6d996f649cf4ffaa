"""All places that a text names, with their spans: one pass of an Aho-Corasick automaton. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import NamedTuple

import ahocorasick

from .folding import Folded, fold
from .spelling import ARTICLE, backwards, strings

# Particles that Arabic writes together with the next word; where they have swallowed its article, ل stands double
CLITICS = frozenset(first + second for first, second in product(("", "و", "ف"), ("", "ب", "ل", "ك")))
SWALLOWING = frozenset(first + "لل" for first in ("", "و", "ف"))
# The same from their end, as they are met; and those with the article behind them
PLAIN, DOUBLED, ARTICLED = (
    frozenset(letters[::-1] for letters in particles)
    for particles in (CLITICS, SWALLOWING, {clitic + ARTICLE for clitic in CLITICS})
)


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a place."""

    text: str
    slug: str
    language: str


class Mention(NamedTuple):  # made in a fraction of the time that a frozen dataclass takes
    """A name in a text: the places it may mean, and its span in the original, without particles.

    `bare`: one word that was found without its article, such as شعار for الشعار. Such words are often ordinary
    ones, so that whoever reads the text has to ask its context.
    """

    slugs: tuple[str, ...]
    start: int
    end: int
    bare: bool = False


# What a string that is looked for stands for: its length, the places named so, and those whose names have ال before it
# (الشعار is looked for as شعار). A plain tuple, for it is taken apart at every match.
_Meaning = tuple[int, tuple[str, ...], tuple[str, ...]]
_mention = partial(tuple.__new__, Mention)  # what Mention._make does, without a call of Python's


class Finder:
    """Finds the names it was made of.

    Texts are searched from their end: no particle is written behind a word, so that every string that is looked for
    begins with a space, and the automaton passes over the rest of a word that no name ends with. Names are looked for
    without ال before them, and Latin articles are spelled alike, so that a name takes one to three strings.
    """

    def __init__(self, names: Iterable[Name]):
        self._automaton = ahocorasick.Automaton()
        slugs: dict[str, tuple[str]] = {}  # one tuple a place, however many names it has
        for name in names:
            slug = slugs.setdefault(name.slug, (name.slug,))
            for text, lacks_article in strings(name.text, name.language):
                key = f"{text} "[::-1]
                known = self._automaton.get(key, None) or (len(text), (), ())
                self._automaton.add_word(key, _with(known, slug, lacks_article, " " not in text))
        if self._automaton:
            self._automaton.make_automaton()

    def find(self, text: Folded | str) -> list[Mention]:
        """The mentions from left to right, of overlapping ones the longest that begins first."""
        folded = fold(text) if isinstance(text, str) else text
        found = self.find_in(backwards(folded.text))
        if folded.offsets is None:
            return found
        return [_mention((slugs, *folded.span(start, end), bare)) for slugs, start, end, bare in found]

    def find_in(self, turned: str) -> list[Mention]:
        """The same of a folded text turned `backwards`, for which several finders may ask; spans are those of it."""
        if not self._automaton:
            return []
        found, reached = [], 0
        for start, minus_end, slugs, bare in sorted(self._standing(turned)):
            if start >= reached:
                reached = -minus_end
                found.append((slugs, start, reached, bare))
        return list(map(_mention, found))

    def _standing(self, text: str) -> list[tuple[int, int, tuple[str, ...], bool]]:
        """The matches before which no letters stand but particles: start, end negated, places, whether bare."""
        found, length = [], len(text) - 2
        for last, (size, whole, before) in self._automaton.iter(text):
            start = length - last
            particle = text[last + 1 : text.index(" ", last + 1)]
            if particle in PLAIN:
                found.append((start, -start - size, whole or before, not whole))
            elif before and particle in DOUBLED:
                found.append((start, -start - size, before, False))
            elif before and particle in ARTICLED:
                found.append((start - len(ARTICLE), -start - size, before, False))
        return found


def _with(meaning: _Meaning, slug: tuple[str], lacks_article: bool, is_word: bool) -> _Meaning:
    """The meaning with one more place. A single word that lacks its article is not the whole name."""
    size, whole, before = meaning
    if lacks_article:
        before = _added(before, slug)
    if is_word and slug[0] in before:
        return size, tuple(one for one in whole if one != slug[0]), before
    return size, _added(whole, slug), before


def _added(slugs: tuple[str, ...], slug: tuple[str]) -> tuple[str, ...]:
    if not slugs:
        return slug
    return slugs if slug[0] in slugs else tuple(sorted(slugs + slug))
