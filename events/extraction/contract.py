"""What an extractor is, and how it is made: all that the rest of the product knows of one.

The setting EXTRACTOR names a maker. The rules (`events.extraction.extractor.Extractor`) are one, and the default.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from gazetteer.finder import Name

from .found import FoundClaim
from .names import ActorName, PlaceFact, SourceName


class ClaimExtractor(Protocol):
    """Reads reports with the names it was made of. One is kept a process and used for many texts."""

    def extract(
        self,
        text: str,
        *,
        published_at: datetime | None = None,
        publisher: str | None = None,
        language: str | None = None,
    ) -> list[FoundClaim]:
        """The claims of a report in order of the text; each quotes exact characters of it.

        Slugs are those of the names it was made of. What it raises sets the report aside with the reason.
        """


class ExtractorMaker(Protocol):
    """What EXTRACTOR names: a class or function that makes an extractor; made anew when a name has changed.

    It may have an attribute `problems`, callable without arguments: what its own settings lack, one line each. They
    are told when the product starts.
    """

    def __call__(
        self,
        *,
        places: Iterable[Name],
        actors: Iterable[ActorName],
        sources: Iterable[SourceName],
        facts: Mapping[str, PlaceFact],
    ) -> ClaimExtractor: ...
