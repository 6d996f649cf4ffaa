"""Names on the map, as far as there is room for them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from .ground import Box, Ground, bounds_of
from .lettering import Style, text, width
from .looks import PAPER

STYLE = Style(11.5, rim=PAPER)
MOST = 60
ROOM = 22  # pixels of height that a place needs for its name


@dataclass(frozen=True, slots=True)
class Shape:
    """A place as it is drawn: its outline as GeoJSON, its name, its point."""

    slug: str
    geometry: dict
    name: str
    position: Sequence[float]


def labels(shapes: Sequence[Shape], ground: Ground) -> str:
    """Names of the largest places that have room for theirs, none over another."""
    taken: list[Box] = []
    found = []
    for shape in sorted(shapes, key=lambda one: -_size(one, ground)):
        x, y = ground.place(shape.position)
        wide = width(shape.name, STYLE.size)
        box = Box(x - wide / 2 - 3, y - 9, wide + 6, 18)
        if _size(shape, ground) < wide * ROOM or not _inside(box, ground.box) or any(_meet(box, one) for one in taken):
            continue
        taken.append(box)
        found.append(text(x, y + 4, shape.name, STYLE, anchor="middle"))
    return "".join(found[:MOST])


def _size(shape: Shape, ground: Ground) -> float:
    """The area on the sheet of the rectangle around the shape."""
    west, south, east, north = bounds_of([shape.geometry])
    (left, bottom), (right, top) = ground.place((west, south)), ground.place((east, north))
    return (right - left) * (bottom - top)


def _inside(box: Box, frame: Box) -> bool:
    return (
        frame.x <= box.x and box.x + box.width <= frame.x + frame.width
        and frame.y <= box.y and box.y + box.height <= frame.y + frame.height
    )  # fmt: skip


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width and other.x < one.x + one.width
        and one.y < other.y + other.height and other.y < one.y + one.height
    )  # fmt: skip
