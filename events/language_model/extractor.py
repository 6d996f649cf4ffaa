"""An extractor that asks a language model, and the rules when it gives no usable answer."""

import hashlib
import logging
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice
from time import monotonic

from events.extraction.dates import DAMASCUS
from events.extraction.extractor import Extractor
from events.extraction.found import FoundClaim
from events.extraction.names import ActorName, PlaceFact, SourceName
from gazetteer.finder import Name

from .answer import claims_of
from .client import Endpoint, ask
from .configuration import configured, problems
from .failure import Invalid, ModelFailure
from .naming import Names
from .passages import Passage, passages
from .prompt import request_body
from .validation import checked

MAX_PASSAGES = 40  # a report of 240,000 characters; a longer one would cost more than it tells
MAX_CLAIMS = 200  # of a passage
RULE_LENGTH = 60  # of the column that keeps it
log = logging.getLogger(__name__)


class LanguageModel:
    """What EXTRACTOR names to have reports read by the model at EXTRACTOR_URL."""

    problems = staticmethod(problems)

    def __init__(
        self,
        *,
        places: Iterable[Name],
        actors: Iterable[ActorName],
        sources: Iterable[SourceName],
        facts: Mapping[str, PlaceFact],
        endpoint: Endpoint | None = None,
    ):
        places, actors, sources = list(places), list(actors), list(sources)
        self._rules = Extractor(places=places, actors=actors, sources=sources, facts=facts)
        self._names = Names(places, actors, sources)
        self._endpoint = endpoint or configured()

    def extract(
        self,
        text: str,
        *,
        published_at: datetime | None = None,
        publisher: str | None = None,
        language: str | None = None,
    ) -> list[FoundClaim]:
        """The model's claims that hold, in order of the text; those of the rules when the model fails."""
        try:
            return self._asked(text, _aware(published_at))
        except ModelFailure as failure:
            log.warning("Report with text %s: the rules read it, not the model: %s", _mark(text), failure)
            return self._rules.extract(text, published_at=published_at, publisher=publisher, language=language)

    def _asked(self, text: str, published: datetime | None) -> list[FoundClaim]:
        parts = list(islice(passages(text), MAX_PASSAGES + 1))
        if len(parts) > MAX_PASSAGES:
            raise ModelFailure(f"it is longer than {MAX_PASSAGES} passages")
        until = monotonic() + self._endpoint.seconds
        kept: dict[tuple, FoundClaim] = {}
        dropped: Counter[str] = Counter()
        for part in parts:
            for claim in self._of_passage(part, published, until, dropped):
                kept.setdefault(_identity(claim), claim)
        if dropped.total():
            _tell(text, dropped, len(kept))
        return sorted(kept.values(), key=lambda claim: claim.start)

    def _of_passage(self, passage: Passage, published: datetime | None, until: float, dropped: Counter):
        body = request_body(self._endpoint.model, passage.text, published)
        claims = claims_of(ask(self._endpoint, body, until))
        dropped["there are too many"] += max(0, len(claims) - MAX_CLAIMS)
        for raw in claims[:MAX_CLAIMS]:
            try:
                yield checked(raw, passage, self._names, published, self._rule)
            except Invalid as reason:
                dropped[str(reason)] += 1

    @property
    def _rule(self) -> str:
        """What readers and editors are told of who found a claim."""
        return f"model:{self._endpoint.model}"[:RULE_LENGTH]


def _tell(text: str, dropped: Counter, kept: int) -> None:
    """Log how many claims were dropped and why; when none is left, the answer was worth nothing."""
    reasons = ", ".join(f"{count} × {reason}" for reason, count in dropped.most_common() if count)
    if not kept:
        raise ModelFailure(f"none of its {dropped.total()} claims holds ({reasons})")
    log.warning(
        "Report with text %s: %d claims of the model dropped, %d kept: %s", _mark(text), dropped.total(), kept, reasons
    )


def _identity(claim: FoundClaim) -> tuple:
    """What makes two claims the same one, in the database too."""
    return (
        claim.start, claim.end, claim.places, claim.kind, claim.stance, claim.actor, claim.quantity, claim.unit
    )  # fmt: skip


def _mark(text: str) -> str:
    """The beginning of the text's SHA-256: what finds the report again, and is no text of a stranger's in a log."""
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16]


def _aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=DAMASCUS) if moment and moment.tzinfo is None else moment
