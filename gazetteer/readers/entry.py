"""What a gazetteer says of one place, whatever the format it said it in. Pure."""

from dataclasses import dataclass
from datetime import date

KINDS = ("neighbourhood", "quarter", "landmark", "road", "suburb", "town", "village", "region")
LANGUAGES = ("ar", "en", "fr", "ku", "tr", "und")
NAME_KINDS = ("preferred", "alias", "transliteration", "former", "collective")
MATCHES = ("exact", "close", "broad", "narrow")
SLUG = "slug"  # the authority of our own slugs


@dataclass(frozen=True, slots=True)
class Name:
    """One name, who writes it so, and when it was in use (half-open)."""

    text: str
    language: str
    kind: str = "alias"
    source: str = ""
    used_from: date | None = None
    used_until: date | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """What another authority calls the place, and how well the two match."""

    authority: str
    value: str
    match: str = "exact"


@dataclass(frozen=True, slots=True)
class Parent:
    """What the place is part of: `within` it, a `member` of a region, or `part` where the file leaves that open."""

    authority: str
    value: str
    role: str = "part"
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline: a valid MultiPolygon as GeoJSON text, in degrees."""

    geojson: str
    method: str = "imported"
    source: str = ""
    licence: str = ""
    precision_m: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `where` is the line or feature that says so; `source` says where the position comes from."""

    where: str
    slug: str | None = None
    kind: str = ""
    position: tuple[float, float] | None = None  # lon, lat
    names: tuple[Name, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    parents: tuple[Parent, ...] = ()
    shape: Shape | None = None
    source: str = ""
    licence: str = ""
    confidence: str = "low"
    side_of_city: str = ""
    in_old_city: bool = False
    notes: str = ""

    def name(self, language: str) -> str:
        """The preferred name in that language, else an empty string."""
        return next((name.text for name in self.names if (name.language, name.kind) == (language, "preferred")), "")

    @property
    def title(self) -> str:
        """The name that a line about the entry shows."""
        texts = [self.name("en"), self.name("ar"), *(name.text for name in self.names), self.slug or ""]
        return next(filter(None, texts), "")
