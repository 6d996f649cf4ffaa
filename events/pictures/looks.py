"""The looks of the map's states as SVG: colour for the side, pattern for how sure it is. Pure.

The colours are those of the pages (`tokens.css`); a test holds them together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

SIDES = ("government", "opposition", "kurdish", "isil")
COLOURS = {"government": "#9c3526", "opposition": "#92c79f", "kurdish": "#e29c22", "isil": "#3b3c41"}
TINTS = {"government": "#ecd3cb", "opposition": "#deeee1", "kurdish": "#f8e6c5", "isil": "#d3d3d5"}
PAPER, GROUND, CARD, INK, QUIET = "#fbf9f4", "#f1ede3", "#fffefb", "#23211d", "#5f5a50"
HAIRLINE, RULE, ACCENT = "#ddd6c7", "#8d8779", "#1d4f7c"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours that looks are drawn with."""

    colours: Mapping[str, str]
    tints: Mapping[str, str]
    paper: str
    dots: str
    joint: str  # between places of which nothing is known


PRINTED = Palette(COLOURS, TINTS, PAPER, RULE, HAIRLINE)  # in pictures, which are always of the light theme
IN_THE_DARK = Palette(
    {"government": "#ab4434", "opposition": "#8cc29a", "kurdish": "#dd9a2b", "isil": "#747884"},
    {"government": "#4c2a24", "opposition": "#2c4334", "kurdish": "#4c3a1b", "isil": "#34373d"},
    "#191b1e", "#85816f", "#3f4348",
)  # fmt: skip
ON_PAGES = Palette(  # in pages, whose theme chooses
    {side: f"var(--{side})" for side in SIDES}, {side: f"var(--{side}-tint)" for side in SIDES},
    "var(--paper)", "var(--rule)", "var(--joint)",
)  # fmt: skip
NONE, UNKNOWN = "none", "unknown"
SURE = ("assessed", "claimed")
PALER = (1, 0.74, 0.54, 0.38)  # how much of the colour is left in each step of age
THIN = 6  # pixels from one line, or row of dots, to the next; whole ones, or the renderer shows seams between tiles
TWO_COLOURED = {"contested": (5, 45), "shared": (13, 0)}  # width of a stripe, turn


@dataclass(frozen=True, slots=True)
class Look:
    """What fills a place, by name; whether a dashed ring says that it is besieged; in which step of age it is faded."""

    name: str = NONE
    is_besieged: bool = False
    age: int = 0


def look_of(status: str | None, holder: str | None, challenger: str | None, is_besieged: bool = False) -> Look:
    """The look of a state, with sides for holder and challenger; without a status, bare paper."""
    if status is None:
        return Look()
    if status in TWO_COLOURED:
        sides = sorted({side for side in (holder, challenger) if side in SIDES}, key=SIDES.index)
        name = "-".join([status, *sides, "paper"][:3]) if sides else UNKNOWN
    else:
        name = f"{status}-{holder}" if status in SURE and holder in SIDES else UNKNOWN
    return Look(name, is_besieged)


def fill_of(name: str, palette: Palette = PRINTED) -> str:
    """What the `fill` of a shape with this look is: a colour, or a pattern among `patterns`."""
    status, _, side = name.partition("-")
    if status == "assessed":
        return palette.colours[side]
    return "none" if status == NONE else f"url(#look-{escape(name)})"


def filled(look: Look, palette: Palette = PRINTED) -> str:
    """The attributes of a shape with this look."""
    faded = f' fill-opacity="{PALER[look.age]}"' if look.age else ""
    return f'fill="{fill_of(look.name, palette)}"{faded}'


def every_look() -> list[str]:
    """The names of all looks that have a pattern."""
    claimed = [f"claimed-{side}" for side in SIDES]
    pairs = [(one, other) for n, one in enumerate(SIDES) for other in (*SIDES[n + 1 :], "paper")]
    return [*claimed, *(f"{status}-{one}-{other}" for status in TWO_COLOURED for one, other in pairs), UNKNOWN]


def patterns(names: Iterable[str], palette: Palette = PRINTED) -> str:
    """The SVG patterns that these looks need, for a `defs`."""
    return "".join(_pattern(name, palette) for name in sorted(set(names).intersection(every_look())))


def _pattern(name: str, palette: Palette) -> str:
    if name == UNKNOWN:
        dot = f'<circle cx="3" cy="3" r="1.1" fill="{palette.dots}"/>'
        return _tile(name, THIN, 45, _square(THIN, THIN, palette.paper) + dot)
    status, one, *rest = name.split("-")
    if status == "claimed":
        return _tile(name, THIN, 45, _square(THIN, THIN, palette.tints[one]) + _square(1.7, THIN, palette.colours[one]))
    width, turn = TWO_COLOURED[status]
    other = palette.colours.get(rest[0], palette.paper)
    line = _square(width, 2 * width, palette.colours[one])
    return _tile(name, 2 * width, turn, _square(2 * width, 2 * width, other) + line)


def _tile(name: str, size: int, turn: int, content: str) -> str:
    return (
        f'<pattern id="look-{name}" width="{size}" height="{size}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate({turn})">{content}</pattern>'
    )


def _square(width: float, height: float, colour: str) -> str:
    return f'<rect width="{width}" height="{height}" fill="{colour}"/>'
