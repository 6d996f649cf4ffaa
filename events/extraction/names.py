"""The names that an extractor is given, beside the places."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActorName:
    """One name of a belligerent."""

    text: str
    slug: str
    side: str
    language: str


@dataclass(frozen=True, slots=True)
class SourceName:
    """One name of whoever says something."""

    text: str
    slug: str
    language: str
