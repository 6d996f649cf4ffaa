"""What an extractor was made of: the finders of the names it was given."""

from collections.abc import Iterable, Mapping

from gazetteer.finder import Finder, Mention, Name

from .mentions import ActorFinder, Named
from .names import ActorName, PlaceFact, SourceName
from .phrases import Lexicon
from .sentence import Sentence
from .speakers import SourceFinder
from .spellings import Spellings


class Finders:
    """Finders of places, actors and sources, and what is known of the places."""

    def __init__(
        self,
        places: Iterable[Name],
        actors: Iterable[ActorName],
        sources: Iterable[SourceName],
        facts: Mapping[str, PlaceFact],
    ):
        places = list(places)
        self._places, self._spellings = Finder(places), Spellings(places)
        self.facts = facts
        self.actors = ActorFinder(actors)
        self.sources = SourceFinder(sources)

    def places(self, sentence: Sentence, turned: str, words: Lexicon, actors: list[Named]) -> list[Named]:
        """What a sentence calls by the name of a place, whether it is meant or not."""
        return [self._named(one) for one in self._mentions(sentence, turned, words, actors)]

    def _mentions(self, sentence: Sentence, turned: str, words: Lexicon, actors: list[Named]) -> list[Mention]:
        """What the sentence names by a listed name, or by one that is only spelled otherwise."""
        found = self._places.find_in(turned)
        if words.language != "en" or len(sentence.prose) != len(sentence.folded.text):
            return found
        taken = [(one.start, one.end) for one in (*found, *actors)]
        return sorted([*found, *self._spellings.find(sentence.prose, taken)], key=lambda one: one.start)

    def _named(self, mention: Mention) -> Named:
        fact = self.facts.get(mention.slugs[0])
        return Named(mention.slugs, mention.start, mention.end, bare=mention.bare, kind=fact.kind if fact else "")
