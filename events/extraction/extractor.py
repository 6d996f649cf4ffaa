"""Text in, claims out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial

from gazetteer.finder import Name

from .claim import claim_of
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
        for start, end in of_prose(prose):
            read = partial(self._read, prose, start, end, language, published, recollection.now())
            if not tells(prose.signs(start, end)):
                recollection.leave(Left(read))
                continue
            for claim in _claims(read(), recollection):
                found.setdefault((claim.start, claim.places, claim.kind, claim.quantity, claim.spans[0]), claim)
        return list(found.values())

    def _read(self, prose: Prose, start: int, end: int, language, published, memory) -> Reading:
        return Reading(prose.sentence(start, end), language, published, memory, self._finders)


def _claims(reading: Reading, recollection: Recollection) -> Sequence[FoundClaim]:
    drafts = settled(draft for rule in RULES for draft in rule(reading)) if may_tell(reading) else ()
    claims = [claim_of(draft, reading, reading.sentence) for draft in drafts]
    recollection.leave(Left(lambda: reading, drafts))
    return claims


def _aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=DAMASCUS) if moment and moment.tzinfo is None else moment
