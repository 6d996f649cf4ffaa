"""Text in, claims out."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from gazetteer.finder import Name

from .claim import claim_of
from .dates import DAMASCUS
from .found import FoundClaim
from .markup import blanked
from .memory import Memory, Recollection
from .names import ActorName, PlaceFact, SourceName
from .prose import Prose
from .reader import Reader
from .reading import Glance
from .remembering import remember
from .rules import RULES, may_tell
from .sentence import Sentence
from .sentences import of_prose
from .settle import settled

__all__ = ["ActorName", "Extractor", "FoundClaim", "PlaceFact", "SourceName"]


class Extractor:
    """Reads reports with the names it was given; made once, used for many texts."""

    def __init__(
        self,
        *,
        places: Iterable[Name],
        actors: Iterable[ActorName],
        sources: Iterable[SourceName],
        facts: Mapping[str, PlaceFact] | None = None,
    ):
        self._facts = facts or {}
        self._reader = Reader(places, actors, sources, self._facts)

    def extract(
        self,
        text: str,
        *,
        published_at: datetime | None = None,
        publisher: str | None = None,
        language: str | None = None,
    ) -> list[FoundClaim]:
        """The claims of a report, in order of the text; each stands on exact characters of it."""
        published = _aware(published_at)
        recall, found, seen = Recollection(), [], set()
        prose = Prose(blanked(text))
        for start, end in of_prose(prose):
            sentence = Sentence(text[start:end], prose.text[start:end], start, prose.part(start, end))
            for claim in self._claims(sentence, language, published, recall):
                key = (claim.start, claim.places, claim.kind, claim.quantity, claim.spans[0])
                if key not in seen:
                    seen.add(key)
                    found.append(claim)
        return found

    def _claims(self, sentence: Sentence, language: str | None, published: datetime | None, recall: Recollection):
        glance = self._reader.glance(sentence, language)
        if not may_tell(glance):
            recall.later(lambda memory: self._remember(glance, published, memory))
            return []
        reading = self._reader.read(glance, published, recall)
        drafts = settled(draft for rule in RULES for draft in rule(reading))
        claims = [claim_of(draft, reading, sentence) for draft in drafts]
        recall.later(lambda memory: remember(memory, sentence, reading, drafts, self._facts))
        return claims

    def _remember(self, glance: Glance, published: datetime | None, memory: Memory) -> None:
        """Read a sentence that tells nothing itself, for those behind it."""
        reading = self._reader.read(glance, published, lambda: memory)
        remember(memory, glance.sentence, reading, [], self._facts)


def _aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=DAMASCUS) if moment and moment.tzinfo is None else moment
