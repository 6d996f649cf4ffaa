"""Text in, claims out."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from gazetteer.finder import Name

from .claim import claim_of
from .collection import paused_collection
from .dates import DAMASCUS
from .finders import Finders
from .found import FoundClaim
from .memory import Left, Recollection
from .names import ActorName, PlaceFact, SourceName
from .prose import Prose
from .reading import Reading
from .remembering import STEPS
from .rules import RULES, may_tell
from .sentences import of_prose
from .settle import settled
from .signs import tells

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
        self._finders = Finders(places, actors, sources, facts or {})

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
        prose, recollection = Prose(text), Recollection(STEPS)
        found: dict[tuple, FoundClaim] = {}

        def read(start: int, end: int, until: int) -> Reading:
            return Reading(prose.sentence(start, end), language, published, recollection.before(until), self._finders)

        with paused_collection():
            for start, end in of_prose(prose):
                sentence = recollection.sentence(read, start, end)
                if tells(prose.signs(start, end)):
                    for claim in _claims(sentence):
                        found.setdefault((claim.start, claim.places, claim.kind, claim.quantity, claim.spans[0]), claim)
        return list(found.values())


def _claims(sentence: Left) -> list[FoundClaim]:
    reading = sentence.reading
    if may_tell(reading):
        sentence.drafts = settled(draft for rule in RULES for draft in rule(reading))
    claims = [claim_of(draft, reading, reading.sentence) for draft in sentence.drafts]
    reading.forget()
    return claims


def _aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=DAMASCUS) if moment and moment.tzinfo is None else moment
