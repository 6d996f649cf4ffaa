"""The looks of the map's states as they are drawn on the server."""

import re
from pathlib import Path

import pytest

from events.pictures import looks
from events.pictures.looks import Look, every_look, fill_of, look_of, patterns

TOKENS = Path(__file__).resolve().parents[2] / "tracker/static/tracker/css/tokens.css"
CASES = [
    ((None, None, None), "none"),
    (("assessed", "government", None), "assessed-government"),
    (("claimed", "kurdish", None), "claimed-kurdish"),
    (("contested", "opposition", "government"), "contested-government-opposition"),
    (("contested", "opposition", None), "contested-opposition-paper"),
    (("contested", None, None), "unknown"),
    (("shared", "isil", "kurdish"), "shared-kurdish-isil"),
    (("unknown", None, None), "unknown"),
    (("assessed", "none", None), "unknown"),
]


@pytest.mark.parametrize(("state", "name"), CASES)
def test_each_state_has_its_look(state, name):
    assert look_of(*state) == Look(name)
    assert look_of(*state, True) == Look(name if state[0] else "none", bool(state[0]))


def test_each_look_that_fills_with_a_pattern_has_one():
    drawn = patterns(every_look())
    for name in every_look():
        assert fill_of(name) == f"url(#look-{name})" and drawn.count(f'id="look-{name}"') == 1
    assert fill_of("none") == "none" and fill_of("assessed-isil") == looks.COLOURS["isil"]
    assert patterns(["assessed-isil", "none"]) == ""


def test_the_colours_are_those_of_the_pages():
    light, _, dark = TOKENS.read_text().partition("@media")
    told, in_the_dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in (light, dark))
    ours = {
        **looks.COLOURS, **{f"{side}-tint": tint for side, tint in looks.TINTS.items()}, "paper": looks.PAPER,
        "ground": looks.GROUND, "card": looks.CARD, "ink": looks.INK, "quiet": looks.QUIET,
        "hairline": looks.HAIRLINE, "rule": looks.RULE, "accent": looks.ACCENT,
    }  # fmt: skip
    assert {name: told[name] for name in ours} == ours
    assert _named(looks.PRINTED).items() <= told.items()
    assert _named(looks.IN_THE_DARK).items() <= in_the_dark.items()


def _named(palette: looks.Palette) -> dict[str, str]:
    tints = {f"{side}-tint": tint for side, tint in palette.tints.items()}
    return {**palette.colours, **tints, "paper": palette.paper, "rule": palette.dots, "joint": palette.joint}
