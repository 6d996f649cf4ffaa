"""One outline of a file, on its way to a place; and what makes a file unusable."""

from dataclasses import dataclass
from typing import Any

METRES = "EPSG:32637"  # UTM zone 37 north: areas and distances are measured in it
DEGREES = "EPSG:4326"
LONGEST_LABEL = 120


class BadFile(ValueError):
    """The file cannot be used; the message says why and what to do."""


@dataclass(slots=True)
class Feature:
    """A feature of the file: its number from 1, what its columns say, and its shape in degrees."""

    number: int
    values: dict[str, str]
    shape: Any  # a shapely geometry; its module is loaded only where files are read

    def __str__(self) -> str:
        said = " | ".join(dict.fromkeys(self.values.values()))
        cut = said if len(said) <= LONGEST_LABEL else said[:LONGEST_LABEL].rstrip() + "…"
        return f"feature {self.number} ({cut or 'no name'})"


def in_metres(shapes):
    """The shapes, given in degrees, as an array in metres."""
    import geopandas

    return geopandas.GeoSeries(shapes, crs=DEGREES).to_crs(METRES).values
