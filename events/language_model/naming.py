"""What the model's names mean: words that stand in the text, and that the product knows. Pure."""

import re
from collections.abc import Iterable

from events.extraction.lexicons import lexicon
from events.extraction.mentions import ActorFinder
from events.extraction.names import ActorName, SourceName
from events.extraction.phrases import Lexicon
from events.extraction.speakers import SourceFinder
from gazetteer.finder import Finder, Mention, Name
from gazetteer.folding import fold
from gazetteer.spelling import backwards

ARABIC = re.compile("[\u0600-\u06ff]")
ALL = -1  # every wording of the lexicon is looked for
LONGEST = 200  # characters of a name


class Names:
    """The names that the rules know too, looked up for a model."""

    def __init__(self, places: Iterable[Name], actors: Iterable[ActorName], sources: Iterable[SourceName]):
        self._places = Finder(places)
        self._actors = ActorFinder(actors)
        self._sources = SourceFinder(sources)

    def place(self, words: str, quote: str) -> Mention | None:
        """The first mention in the quote of what the words name; None where the gazetteer or the quote lacks it."""
        meant = {one.slugs for one in self._places.find(words)}
        return next((one for one in self._places.find(quote) if one.slugs in meant), None)

    def actor(self, words: str) -> str | None:
        """The belligerent that the words name."""
        folded = fold(words).text
        capitals = words if len(words) == len(folded) else folded
        found = self._actors.find(capitals, folded, _lexicon(words), ALL, backwards(folded))
        longest = max(found, key=lambda one: one.end - one.start, default=None)
        return longest.slugs[0] if longest else None

    def source(self, words: str) -> str | None:
        """The source that the words name."""
        return self._sources.slug(fold(words).text, _lexicon(words))


def words_in(raw: object, text: str) -> str | None:
    """The model's words where they stand in the text letter for letter; what it made up names nobody."""
    if not isinstance(raw, str) or len(raw) > LONGEST:
        return None
    words = raw.strip()
    return words if words and words in text else None


def _lexicon(words: str) -> Lexicon:
    return lexicon("ar" if ARABIC.search(words) else "en")
