"""From degrees to pixels: the piece of the earth that a drawing shows, and shapes on it as SVG paths. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

Point = Sequence[float]  # lon, lat


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the sheet, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Ground:
    """A rectangle of the earth in the middle of a box, as large as fits, north up."""

    west: float
    south: float
    east: float
    north: float
    box: Box

    @property
    def stretch(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return cos(radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """Pixels of a degree of latitude."""
        return min(
            self.box.width / ((self.east - self.west) * self.stretch), self.box.height / (self.north - self.south)
        )

    def place(self, point: Point) -> tuple[float, float]:
        """Where on the sheet the point lies."""
        lon, lat = point[:2]
        middle = self.box.x + self.box.width / 2, self.box.y + self.box.height / 2
        east, north = lon - (self.west + self.east) / 2, lat - (self.south + self.north) / 2
        return middle[0] + east * self.stretch * self.scale, middle[1] - north * self.scale

    def path(self, geometry: dict) -> str:
        """The geometry of GeoJSON as the `d` of a path; nothing for points."""
        kind, parts = geometry["type"], geometry["coordinates"]
        rings = {
            "LineString": lambda: [(parts, "")],
            "MultiLineString": lambda: [(line, "") for line in parts],
            "Polygon": lambda: [(ring, "Z") for ring in parts],
            "MultiPolygon": lambda: [(ring, "Z") for polygon in parts for ring in polygon],
        }
        return "".join(self._line(points) + end for points, end in rings.get(kind, list)())

    def _line(self, points: Iterable[Point]) -> str:
        return "M" + "L".join("{:.1f} {:.1f}".format(*self.place(point)) for point in points)


def bounds_of(geometries: Iterable[dict]) -> tuple[float, float, float, float] | None:
    """West, south, east and north of all corners; None without any."""
    corners = [point for geometry in geometries for point in _corners(geometry["coordinates"])]
    if not corners:
        return None
    lons, lats = zip(*corners, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _corners(coordinates: Sequence) -> Iterable[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
    else:
        for part in coordinates:
            yield from _corners(part)
