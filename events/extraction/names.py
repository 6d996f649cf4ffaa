"""The names that an extractor is given, beside those of the places, and what it is told of the places."""

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


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """What is known of a place beside its names; it tells namesakes apart, and what "the village" may mean.

    `kind` is the gazetteer's, or "group" for a region of a few quarters; degrees, WGS 84.
    """

    kind: str
    longitude: float | None = None
    latitude: float | None = None
