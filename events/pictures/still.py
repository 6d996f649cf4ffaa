"""The places of the map at one moment and nothing else: what stands on the page until its scripts have come. Pure."""

from collections.abc import Mapping, Sequence

from .ground import Box, Ground
from .labels import Shape
from .looks import NONE, Look, Palette, filled, patterns

WIDTH = 560  # about as wide as it stands on a desktop, so that lines and patterns are as wide as the map's


def draw(shapes: Sequence[Shape], looks: Mapping[str, Look], bounds: Sequence[float], palette: Palette) -> str:
    """The drawing ends where the bounds do, so that a page which knows them can lay its map exactly over it."""
    ground = _ground(*bounds)
    shown = [(ground.path(shape.geometry), looks.get(shape.slug, Look())) for shape in shapes]
    places = "".join(_place(path, look, palette) for path, look in shown)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {ground.box.height:.2f}" stroke-width="1.2" '
        f'stroke-linejoin="round"><defs>{patterns({look.name for _, look in shown}, palette)}</defs>{places}</svg>'
    )


def _ground(west: float, south: float, east: float, north: float) -> Ground:
    """So small a piece of the earth looks the same in Web Mercator, to a fraction of a pixel."""
    stretch = Ground(west, south, east, north, Box(0, 0, 1, 1)).stretch
    return Ground(west, south, east, north, Box(0, 0, WIDTH, WIDTH * (north - south) / ((east - west) * stretch)))


def _place(path: str, look: Look, palette: Palette) -> str:
    joint = palette.joint if look.name == NONE else palette.paper
    return f'<path d="{path}" {filled(look, palette)} stroke="{joint}"/>'
