"""Text in a drawing: Arabic shaped and from right to left, Latin inside it the other way. Pure.

Shaping is left to whoever renders it. Arabic is wrapped in Unicode isolates rather than given a `direction`, which
renderers understand differently.
"""

import re
from dataclasses import dataclass
from html import escape

RIGHT_TO_LEFT, ENDS = "\u2067", "\u2069"
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
FONTS = "Noto Sans, Noto Sans Arabic, sans-serif"
WIDTH_OF_A_LETTER = 0.56  # of the size, about; Arabic runs closer


@dataclass(frozen=True, slots=True)
class Style:
    """Size in pixels, colour, weight, and the colour of the rim that parts letters from a busy ground."""

    size: float = 14
    fill: str = "#23211d"
    weight: int = 400
    rim: str = ""


def text(x: float, y: float, words: str, style: Style, *, anchor: str = "start") -> str:
    """The words as an SVG text whose `anchor` (start: left, middle, end: right) lies at x, on the line at y."""
    shown = escape(f"{RIGHT_TO_LEFT}{words}{ENDS}" if is_arabic(words) else words)
    rim = f' stroke="{style.rim}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"' if style.rim else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{style.size:g}" font-weight="{style.weight}" '
        f'fill="{style.fill}" text-anchor="{anchor}"{rim}>{shown}</text>'
    )


def is_arabic(words: str) -> bool:
    """Whether the words run from right to left, which their first letter decides."""
    return bool(ARABIC.match(next((letter for letter in words if letter.isalpha()), "")))


def width(words: str, size: float) -> float:
    """About how wide the words are, in pixels."""
    return len(words) * size * WIDTH_OF_A_LETTER


def lines(words: str, size: float, room: float) -> list[str]:
    """The words in lines of at most so many pixels, cut between words; a word that is longer stands alone."""
    found = [""]
    for word in words.split():
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size) > room and found[-1]:
            found.append(word)
        else:
            found[-1] = longer
    return found
