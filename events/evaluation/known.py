"""What the project's own lists say of places, actors and sources; the database is not asked, so that the same claims
have the same figures on every machine."""

from dataclasses import dataclass
from pathlib import Path

import gazetteer
from gazetteer.tables import rows, split

from .vocabulary import SIDES

PLACES = Path(gazetteer.__file__).parent / "data"
PARTIES = Path(__file__).resolve().parents[1] / "data"
THE_CITY = {"aleppo-city"}
PARTS_OF_THE_CITY = {"east-aleppo", "west-aleppo", "north-of-citadel", "south-of-citadel"}  # no gold means the last two
NOBODY = {"civilians", "contested"}  # they are no party


@dataclass(frozen=True, slots=True)
class Known:
    """The places of Aleppo, the sides of actors, the names of sources."""

    places: frozenset[str]
    sides: dict[str, str]
    source_names: dict[str, tuple[str, ...]]

    @property
    def quarters(self) -> frozenset[str]:
        """Places smaller than the city and its large parts."""
        return self.places - THE_CITY - PARTS_OF_THE_CITY

    def has(self, slug: str) -> bool:
        return slug in self.places or slug.startswith("x-")

    def side_of(self, actor: str | None) -> str | None:
        """The side of an actor, `other` for one that has none of the four; None for nobody."""
        if not actor or actor in NOBODY:
            return None
        side = self.sides.get(actor, actor)
        return side if side in SIDES else "other"

    def names_of(self, source: str | None) -> tuple[str, ...]:
        return self.source_names.get(source or "", ())


def known() -> Known:
    """What the data files of the project hold."""
    return Known(
        places=frozenset(row["slug"] for _, row in rows("places.csv", PLACES)),
        sides={row["slug"]: row["side"] for _, row in rows("actors.csv", PARTIES)},
        source_names={row["slug"]: tuple(_names(row)) for _, row in rows("sources.csv", PARTIES)},
    )


def _names(row: dict[str, str]) -> list[str]:
    names = [row["name_ar"], row["name_en"], *split(row["aliases_ar"]), *split(row["aliases_en"])]
    return [name for name in names if name.strip()]
