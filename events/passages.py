"""A text cut where its claims begin and end, so that a page can mark them. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text and what lies on it: claims, or the role it plays in one."""

    text: str
    start: int
    claims: list[Any] = field(default_factory=list)
    mark: str = ""


def cut_by_claims(text: str, claims: Iterable[Any]) -> list[Passage]:
    """The whole text as passages, each with the claims (anything with `start` and `end`) that quote it."""
    claims = list(claims)
    edges = {0, len(text), *(claim.start for claim in claims), *(claim.end for claim in claims)}
    inside = sorted(edge for edge in edges if 0 <= edge <= len(text))
    return [
        Passage(text[start:end], start, [claim for claim in claims if claim.start <= start and end <= claim.end])
        for start, end in pairwise(inside)
    ]


def quote_in_context(text: str, start: int, end: int, spans: Sequence[Sequence], *, around: int = 280) -> list[Passage]:
    """The quote with what stands before and after it; within it the words that the rule rests on are marked."""
    before, after = max(0, start - around), min(len(text), end + around)
    roles = [(role, s, e) for role, s, e in spans if start <= s < e <= end]
    edges = sorted({before, start, end, after, *(edge for _, s, e in roles for edge in (s, e))})
    return [Passage(text[s:e], s, mark=_mark(s, e, start, end, roles)) for s, e in pairwise(edges)]


def _mark(s: int, e: int, start: int, end: int, roles: list[tuple[str, int, int]]) -> str:
    if e <= start or s >= end:
        return ""
    return next((role for role, first, last in roles if first <= s and e <= last), "quote")
