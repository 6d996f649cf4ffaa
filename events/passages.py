"""A text cut where its claims and the words they rest on begin and end, so that a page can mark them. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple


class Span(NamedTuple):
    """The part that a stretch of the text plays in a claim."""

    role: str
    start: int
    end: int


class _Laid(NamedTuple):
    """Something that lies on the text: a whole quote (no role) or some words of it."""

    start: int
    end: int
    claim: Any
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text and what lies on it: claims that quote it, and what it is to them."""

    text: str
    start: int
    claims: tuple[Any, ...] = ()  # that quote it
    roles: tuple[tuple[Any, str], ...] = ()  # (claim, role)
    ending: tuple[Any, ...] = ()  # claims whose quote ends with it
    begun: tuple[str, ...] = ()  # roles that words begin to play with it

    @property
    def names(self) -> list[str]:
        """The roles it plays, each once."""
        return list(dict.fromkeys(role for _, role in self.roles))


def spans_of(stored: Any, length: int) -> list[Span]:
    """The spans that fit a text of this length; what is stored otherwise is passed over, not shown wrongly."""
    return [Span(*one) for one in stored or () if _is_span(one, length)]


def _is_span(one: Any, length: int) -> bool:
    match one:
        case [str(), int(start), int(end)]:
            return 0 <= start < end <= length
    return False


def cut_by_claims(text: str, claims: Iterable[Any], first: int = 0, last: int | None = None) -> list[Passage]:
    """The text from first to last as passages. A claim is anything with `start`, `end` and `spans`."""
    last = len(text) if last is None else last
    laid = sorted(_laid(text, claims), key=lambda one: one[:2])
    edges = {first, last, *(edge for one in laid for edge in one[:2] if first < edge < last)}
    passages, lying, coming = [], [], 0
    for start, end in pairwise(sorted(edges)):
        while coming < len(laid) and laid[coming].start <= start:
            lying.append(laid[coming])
            coming += 1
        lying = [one for one in lying if one.end > start]
        passages.append(_passage(text, start, end, lying))
    return passages


def around(text: str, start: int, end: int, *, letters: int = 280) -> tuple[int, int]:
    """From where to where a text is shown so that a quote stands in its context."""
    return max(0, start - letters), min(len(text), end + letters)


def _laid(text: str, claims: Iterable[Any]) -> Iterable[_Laid]:
    for claim in claims:
        if claim.start < claim.end:
            yield _Laid(claim.start, claim.end, claim, "")
        for span in spans_of(claim.spans, len(text)):
            yield _Laid(span.start, span.end, claim, span.role)


def _passage(text: str, start: int, end: int, lying: list[_Laid]) -> Passage:
    quoting = [one for one in lying if not one.role]
    return Passage(
        text[start:end],
        start,
        claims=tuple(one.claim for one in quoting),
        roles=tuple((one.claim, one.role) for one in lying if one.role),
        ending=tuple(one.claim for one in quoting if one.end == end),
        begun=tuple(dict.fromkeys(one.role for one in lying if one.role and one.start == start)),
    )
