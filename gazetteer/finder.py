"""All places that a text names, with their spans: one pass of an Aho-Corasick automaton. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

import ahocorasick

from .folding import Folded, fold, fold_name

ARTICLE = "ال"
# Particles that Arabic writes together with the next word; where they have swallowed its article, ل stands double
CLITICS = frozenset(first + second for first, second in product(("", "و", "ف"), ("", "ب", "ل", "ك")))
SWALLOWING = frozenset(first + "لل" for first in ("", "و", "ف"))
LATIN_ARTICLES = ("al", "el", "ad", "an", "ar", "as", "ash", "at", "az")
LATIN_ARTICLE = re.compile(rf"\b(?:{'|'.join(LATIN_ARTICLES)}) ")
LONGEST_CLITIC = 3
SHORTEST_STEM = 3  # a shorter word without its article is hardly ever the place


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a place."""

    text: str
    slug: str
    language: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: the places it may mean, and its span in the original, without particles.

    `bare`: one word that was found without its article, such as شعار for الشعار. Such words are often ordinary
    ones, so that whoever reads the text has to ask its context.
    """

    slugs: tuple[str, ...]
    start: int
    end: int
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of writing a name: what is looked for, and whether it lacks the article that the name has."""

    text: str
    is_stem: bool = False
    is_bare: bool = False


class Finder:
    """Finds the names it was made of."""

    def __init__(self, names: Iterable[Name]):
        forms: dict[str, dict[str, tuple[str, bool, bool]]] = {}
        for name in names:
            for form in _forms(name):
                known = forms.setdefault(form.text, {})
                if name.slug not in known or form.is_bare:  # listed as an alias, a bare word stays a bare word
                    known[name.slug] = (name.slug, form.is_stem, form.is_bare)
        self._automaton = ahocorasick.Automaton()
        for text, meanings in forms.items():
            self._automaton.add_word(text, (len(text), tuple(meanings.values())))
        self._is_empty = not forms
        if forms:
            self._automaton.make_automaton()

    def find(self, text: Folded | str) -> list[Mention]:
        """The mentions from left to right, of overlapping ones the longest that begins first."""
        folded = fold(text) if isinstance(text, str) else text
        if self._is_empty:
            return []
        searched = folded.text.replace("-", " ")
        candidates = sorted(self._candidates(searched), key=lambda found: (found[0], -found[1]))
        mentions, reached = [], 0
        for start, end, slugs, bare in candidates:
            if start >= reached:
                mentions.append(Mention(slugs, *folded.span(start, end), bare))
                reached = end
        return mentions

    def _candidates(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...], bool]]:
        """Matches that stand as words of their own, particles aside."""
        length = len(text)
        for last, (size, meanings) in self._automaton.iter(text):
            end = last + 1
            if end < length and text[end].isalnum():
                continue
            start = end - size
            before = _clitic_before(text, start)
            if before is None:
                continue
            found = [meaning for meaning in meanings if _fits(before, meaning)]
            whole = [meaning for meaning in found if not (meaning[2] and before not in SWALLOWING)]
            if found:
                slugs = tuple(sorted({slug for slug, _, _ in whole or found}))
                yield start, end, slugs, not whole


def _clitic_before(text: str, start: int) -> str | None:
    """The letters between the match and the start of its word; None when they are no particle."""
    first = start
    while first > 0 and text[first - 1].isalnum():
        first -= 1
        if start - first > LONGEST_CLITIC:
            return None
    before = text[first:start]
    return before if before in CLITICS or before in SWALLOWING else None


def _fits(before: str, meaning: tuple[str, bool, bool]) -> bool:
    """A doubled ل hides an article, so it goes before stems only."""
    return meaning[1] or before not in SWALLOWING


def _forms(name: Name) -> set[_Form]:
    text = fold_name(name.text)
    if not text:
        return set()
    return _arabic(text) if name.language == "ar" else _latin(text)


def _arabic(text: str) -> set[_Form]:
    """The name; without its article; without the articles inside it."""
    forms = {_Form(text)}
    is_one_word = " " not in text
    if text.startswith(ARTICLE) and len(text) - len(ARTICLE) >= SHORTEST_STEM:
        forms.add(_Form(text[len(ARTICLE) :], is_stem=True, is_bare=is_one_word))
    without = text.replace(f" {ARTICLE}", " ")
    if without != text:
        forms.add(_Form(without))
        if without.startswith(ARTICLE):
            forms.add(_Form(without[len(ARTICLE) :], is_stem=True))
    return forms


def _latin(text: str) -> set[_Form]:
    """The name with each way to write the articles in it, and without apostrophes; the first article left out."""
    stem = LATIN_ARTICLE.sub("", text, count=1) if LATIN_ARTICLE.match(text) else text
    pieces = LATIN_ARTICLE.split(stem)
    spelled = {f"{article} ".join(pieces) for article in LATIN_ARTICLES} | {"".join(pieces)}
    spelled |= {form.replace("'", "") for form in spelled}
    return {_Form(form, is_bare=False) for form in spelled if form.strip()}
