"""Drawings as pixels: PNG of one, GIF of a row of them. Pure; the renderer is loaded when it is used."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
FONTS = [str(FOLDER / f"noto-sans-both-{weight}.ttf") for weight in (400, 600)]
COLOURS = 96  # of a film: the sides, their tints, and the greys of letters
A_FRAME, THE_LAST = 600, 2500  # milliseconds


def png(svg: str, width: int) -> bytes:
    """The drawing that many pixels wide; no font and no file of the machine is looked at."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, width=width, skip_system_fonts=True, font_files=FONTS, sans_serif_family="Noto Sans"
        )
    )


def gif(drawings: Iterable[str], width: int) -> bytes:
    """The drawings one after the other, for ever, with a rest at the last one; they share one palette."""
    frames: list = []
    for svg in drawings:
        frames.append(_indexed(png(svg, width), frames[0] if frames else None))
    file = BytesIO()
    frames[0].save(
        file, "GIF", save_all=True, append_images=frames[1:], duration=_durations(frames), loop=0, optimize=False
    )
    return file.getvalue()


def _indexed(picture: bytes, first):
    from PIL import Image

    image = Image.open(BytesIO(picture)).convert("RGB")
    if first is None:
        return image.quantize(COLOURS, dither=Image.Dither.NONE)
    return image.quantize(palette=first, dither=Image.Dither.NONE)


def _durations(frames: Sequence) -> list[int]:
    return [A_FRAME] * (len(frames) - 1) + [THE_LAST]
