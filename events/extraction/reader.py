"""A sentence read: what it names, who speaks, when."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from gazetteer.finder import Finder, Mention, Name
from gazetteer.folding import Folded

from .dates import dates
from .lexicons import lexicon
from .memory import Memory
from .mentions import ActorFinder, Named, groups, real_places
from .names import ActorName, PlaceFact, SourceName
from .namesakes import told_apart
from .phrases import Lexicon
from .reading import Glance, Reading, Trigger, triggers_of
from .sentence import Sentence
from .speakers import SourceFinder, Speaker, speakers, verbs_of_saying
from .spellings import Spellings

NOT_ARABIC = re.compile("[^\u0600-\u06ff]+")
LATIN = re.compile("[A-Za-z]+")


class Reader:
    """Reads sentences with the names it was given."""

    def __init__(
        self,
        places: Iterable[Name],
        actors: Iterable[ActorName],
        sources: Iterable[SourceName],
        facts: Mapping[str, PlaceFact],
    ):
        places = list(places)
        self._places, self._spellings = Finder(places), Spellings(places)
        self._facts = facts
        self._actors = ActorFinder(actors)
        self._sources = SourceFinder(sources)

    def glance(self, sentence: Sentence, language: str | None) -> Glance:
        """What phrases that mark events it holds, and which others it may hold."""
        words = lexicon(_language(sentence.prose, language))
        likely = words.sieve.candidates(sentence.folded.text)
        return Glance(sentence, words, likely, triggers_of(sentence.folded.text, words, likely))

    def read(self, glance: Glance, published: datetime | None, recall: Callable[[], Memory]) -> Reading:
        """All that the rules ask about a sentence, in positions of its folded text."""
        sentence, words, likely, triggers = glance.sentence, glance.lexicon, glance.likely, glance.triggers
        text = sentence.folded.text
        capitals = sentence.prose if len(sentence.prose) == len(text) else text
        actors = self._actors.find(capitals, text, words, likely)
        named = [self._named(one) for one in self._mentions(sentence, words, actors)]
        places = real_places(named, text, actors, words)
        if any(len(one.slugs) > 1 for one in places):
            places = told_apart(places, self._facts, recall().anchors)
        verbs, told = self._speaking(text, words, likely, places, triggers)
        about = [one for one in places if any(who.start <= one.start < who.end for who in told)]
        places = [one for one in places if one not in about]
        return Reading(
            text=text,
            lexicon=words,
            places=places,
            groups=groups(places, text, words),
            actors=actors,
            triggers=triggers,
            speakers=told,
            dates=dates(text, published, lambda: _date(recall().day)),
            recall=recall,
            published=published,
            verbs=verbs,
            told_about=about,
            likely=likely,
        )

    def _speaking(
        self, text: str, words: Lexicon, likely: int, places: list[Named], triggers: list[Trigger]
    ) -> tuple[list[re.Match], list[Speaker]]:
        """The verbs of saying and the speakers; neither where the sentence has no word for them."""
        bits = words.sieve.bits
        if not likely & (bits["say"] | bits["tail"] | bits["rumour"]) and ":" not in text:
            return [], []
        verbs = verbs_of_saying(text, words, [(one.start, one.end) for one in places])
        return verbs, speakers(text, verbs, words, self._sources, [one.start for one in triggers])

    def _mentions(self, sentence: Sentence, words: Lexicon, actors: list[Named]) -> list[Mention]:
        """What the sentence names by a listed name, or by one that is only spelled otherwise."""
        found = self._places.find(Folded(sentence.folded.text))
        if words.language != "en" or len(sentence.prose) != len(sentence.folded.text):
            return found
        taken = [(one.start, one.end) for one in (*found, *actors)]
        return sorted([*found, *self._spellings.find(sentence.prose, taken)], key=lambda one: one.start)

    def _named(self, mention: Mention) -> Named:
        fact = self._facts.get(mention.slugs[0])
        return Named(mention.slugs, mention.start, mention.end, bare=mention.bare, kind=fact.kind if fact else "")


def _date(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _language(text: str, wished: str | None) -> str:
    """The language of a sentence: what most of its letters are, whatever the report is said to be in."""
    arabic, latin = len(text) - len("".join(NOT_ARABIC.findall(text))), len("".join(LATIN.findall(text)))
    return "ar" if arabic > latin or (arabic == latin and wished == "ar") else "en"
