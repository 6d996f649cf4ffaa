"""The sheet: the map of one moment with its title, legend and citation drawn in, as SVG. Pure.

In a language that runs from right to left the sheet is mirrored; the map is not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from .ground import Box, Ground
from .labels import Shape, labels
from .lettering import FONTS, Style, lines, text
from .looks import CARD, GROUND, HAIRLINE, INK, PAPER, QUIET, RULE, Look, fill_of, filled, patterns

WIDTH, HEIGHT, MARGIN = 1200, 860, 36
RIM = 0.02  # of the city's width and height, around it on the map
COLUMN = 268  # of the legend
MAP_TOP, MAP_HEIGHT = 112, 640
TITLE, DAY, SMALL = Style(17, QUIET), Style(28, weight=600), Style(13.5, QUIET)
LEGEND_STYLE = Style(15)

# How each kind of context is drawn, in order: below the places, and above them
UNDER = {"urban_extent": f'fill="{GROUND}"', "river": 'fill="none" stroke="#7fa6bd" stroke-width="2.5"'}
OVER = {
    "ring_road": 'fill="none" stroke="#fff" stroke-width="1.6" stroke-opacity="0.75"',
    "road": 'fill="none" stroke="#fff" stroke-width="1.6" stroke-opacity="0.75"',
    "old_city_outline": f'fill="none" stroke="{INK}" stroke-width="1" stroke-opacity="0.55" stroke-dasharray="2 3"',
    "walled_city_outline": f'fill="none" stroke="{INK}" stroke-width="1" stroke-opacity="0.45"',
    "citadel": f'fill="{PAPER}" fill-opacity="0.65" stroke="{INK}" stroke-width="1.2"',
}


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the sheet beside the map, in the reader's language."""

    title: str
    day: str
    asked: str  # as known when, as told by whom
    legend: Sequence[tuple[str, str]]  # look, words with their count
    notes: Sequence[str]  # below the map: citation, address, what the outlines are
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What all sheets of one city share: context, outlines as paths, labels. Drawn once for a film."""

    ground: Ground
    under: str
    over: str
    outlines: Mapping[str, str]
    labels: str


def backdrop(shapes: Sequence[Shape], context: Sequence[dict], bounds: Sequence[float], *, mirrored: bool) -> Backdrop:
    """Everything of the map that does not change from day to day."""
    ground = Ground(*_rimmed(*bounds), map_box(mirrored))
    outlines = {shape.slug: ground.path(shape.geometry) for shape in shapes}
    return Backdrop(
        ground, _drawn(context, UNDER, ground), _drawn(context, OVER, ground), outlines, labels(shapes, ground)
    )


def _rimmed(west: float, south: float, east: float, north: float) -> tuple[float, float, float, float]:
    wide, high = (east - west) * RIM, (north - south) * RIM
    return west - wide, south - high, east + wide, north + high


def map_box(mirrored: bool) -> Box:
    return Box(MARGIN + (COLUMN + 24 if mirrored else 0), MAP_TOP, WIDTH - 2 * MARGIN - COLUMN - 24, MAP_HEIGHT)


def draw(drawn: Backdrop, looks: Mapping[str, Look], words: Words) -> str:
    """The sheet as an SVG document; places without a look are bare paper."""
    box = drawn.ground.box
    legend, notes = _legend(words), _notes(words)
    used = {look.name for look in looks.values()} | {look for look, _ in words.legend}
    clip = f'<clipPath id="frame">{_rectangle(box, "")}</clipPath>'
    places = "".join(_place(path, looks.get(slug, Look())) for slug, path in drawn.outlines.items())
    rings = "".join(_ring(path) for slug, path in drawn.outlines.items() if looks.get(slug, Look()).is_besieged)
    frame = _rectangle(box, f'fill="none" stroke="{HAIRLINE}"')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="{FONTS}" role="img">{_described(words)}<defs>{patterns(used)}{clip}</defs>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>{_head(words)}'
        f'<g clip-path="url(#frame)">{drawn.under}{places}{rings}{drawn.over}{drawn.labels}</g>'
        f"{frame}{legend}{notes}</svg>"
    )


def _described(words: Words) -> str:
    return f"<title>{escape(f'{words.title}, {words.day}')}</title>"


def _head(words: Words) -> str:
    x, anchor = _edge(words)
    asked = text(x, 100, words.asked, SMALL, anchor=anchor) if words.asked else ""
    return text(x, 44, words.title, TITLE, anchor=anchor) + text(x, 78, words.day, DAY, anchor=anchor) + asked


def _edge(words: Words) -> tuple[float, str]:
    """Where lines begin, and the anchor that makes them begin there."""
    return (WIDTH - MARGIN, "end") if words.right_to_left else (MARGIN, "start")


def _drawn(context: Iterable[dict], styles: Mapping[str, str], ground: Ground) -> str:
    found = [(kind, feature) for kind in styles for feature in context if feature["properties"]["kind"] == kind]
    return "".join(
        f'<path d="{ground.path(feature["geometry"])}" {styles[kind]}{_covered(feature)}/>' for kind, feature in found
    )


def _covered(feature: dict) -> str:
    return ' stroke-dasharray="2 5"' if feature["properties"].get("underground") else ""


def _place(path: str, look: Look) -> str:
    joint = HAIRLINE if look.name == "none" else PAPER
    return f'<path d="{path}" {filled(look)} stroke="{joint}" stroke-width="1.2"/>'


def _ring(path: str) -> str:
    return f'<path d="{path}" fill="none" stroke="{INK}" stroke-width="1.4" stroke-dasharray="5 4"/>'


def _rectangle(box: Box, look: str) -> str:
    return f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" {look}/>'


def _legend(words: Words) -> str:
    """A swatch and a word a line, beside the map."""
    mirrored = words.right_to_left
    left = MARGIN if mirrored else WIDTH - MARGIN - COLUMN
    drawn = []
    for number, (look, said) in enumerate(words.legend):
        y = MAP_TOP + 6 + number * 31
        x = left + COLUMN - 32 if mirrored else left
        drawn.append(_swatch(x, y, look))
        at, anchor = (x - 12, "end") if mirrored else (x + 44, "start")
        drawn.append(text(at, y + 16, said, LEGEND_STYLE, anchor=anchor))
    return "".join(drawn)


def _swatch(x: float, y: float, look: str) -> str:
    """A box with the look, placed so that of wide bands both colours show."""
    box = Box(0, 2, 32, 20)
    if look == "besieged":
        drawn = _rectangle(box, f'fill="none" stroke="{INK}" stroke-width="1.8" stroke-dasharray="4 2.5"')
    else:
        fill = CARD if look == "none" else fill_of(look)
        drawn = _rectangle(box, f'fill="{fill}" stroke="{RULE}" stroke-width="0.75"')
    return f'<g transform="translate({x:g} {y - 2:g})">{drawn}</g>'


def _notes(words: Words) -> str:
    x, anchor = _edge(words)
    rows = [line for note in words.notes for line in lines(note, SMALL.size, WIDTH - 2 * MARGIN)]
    return "".join(text(x, 780 + number * 19, row, SMALL, anchor=anchor) for number, row in enumerate(rows[:4]))
