"""A speaker, his stretch of a sentence, and which listed source his words mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gazetteer.finder import Finder, Name
from gazetteer.folding import Folded

from ..names import SourceName
from ..phrases import Lexicon


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker and the stretch of the sentence that is his."""

    slug: str | None
    start: int  # the words that name him; equal to end where an earlier sentence does
    end: int
    first: int
    last: int
    carried: bool = False


class SourceFinder:
    """Finds which source the words that name a speaker mean."""

    def __init__(self, names: Iterable[SourceName]):
        cleaned = ((re.sub(r"\s*\([^)]*\)", "", name.text), name) for name in names)
        self._finder = Finder(Name(text, name.slug, name.language) for text, name in cleaned if len(text) > 2)

    def slug(self, words: str, lexicon: Lexicon) -> str | None:
        """The source that folded words name; None where nobody listed it."""
        named = max(
            (one for one in self._finder.find(Folded(words)) if not one.bare),
            key=lambda one: one.end - one.start,
            default=None,
        )
        generic = next((slug for slug, regex in lexicon.speakers if regex.search(words)), None)
        if generic is not None and (named is None or generic == "opposition-sources" or generic == ""):
            return generic or None
        return named.slugs[0] if named else None
