"""The claims that an extractor finds in the reports of a gold folder."""

from collections.abc import Iterable, Iterator

from events.extraction.contract import ClaimExtractor

from .claimed import Claimed, found
from .folder import GoldReport
from .records import BadInput


def claims_of(reports: Iterable[GoldReport], extractor: ClaimExtractor) -> Iterator[Claimed]:
    """Read each report as of its day, by no publisher in particular."""
    for report in reports:
        if report.text is None:
            raise BadInput(f"{report.path}: there is no such file. Put the report's text there, or give its claims.")
        for claim in extractor.extract(report.text, published_at=report.published_at):
            yield found(report.id, claim)
