"""Sentences of a report, with their offsets; what is not prose of the report is left out."""

import re
from collections.abc import Iterator

LONGEST = 2000  # characters: a longer "sentence" is cut at a space, so that work stays linear in the text
LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# The sign comes first, for which a search can run ahead, and behind it what may not stand before it: a capital, or a
# digit where the sign is a decimal point. Of a run of a million stops only the last ones are matched, in linear time.
END = re.compile(r"[.؟?!;؛…](?<![A-Z].)(?:(?<!\d.)|(?<!\.)|(?!\d))[.؟?!;؛…]{0,19}[\"»”)\]]*(?=\s)")
FURNITURE = re.compile(
    r"\s*(?:\[?اقر[أا] (?:أيض|ايض)|المصدر\s*:|مصدر\s*:|المصادر\s*:|"
    r"تحرير\s*:|الصورة\s*:|صورة\s*:|شاهد (?:أيض|ايض)|تابعوا|مواضيع ذات|"
    r"source\s*:|read (?:also|more)|see also|related\b.{0,12}:|"
    r"photo\s*:|image\s*:|caption\s*:|editing by|reporting by|follow us|share this|"
    r"©|copyright|https?://)",
    re.IGNORECASE,
)
DATELINE = re.compile(r"\s*(?:[^\s.،,]+[\s,،/]+){1,6}?\([^()]{2,30}\)\s*[-–—:]\s*|\s*[A-Z][A-Z' ,]{3,40}\s*[-–—]\s+")
MARK = re.compile("[(–—-]")  # without one there is no dateline


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence: a line break ends one, and so does a stop."""
    for line in LINE.finditer(text):
        if FURNITURE.match(line[0]):
            continue
        opening = line[0][:120]
        dateline = DATELINE.match(opening) if MARK.search(opening) else None
        at = line.start() + (dateline.end() if dateline else 0)
        yield from _of_line(text, at, line.end())


def _of_line(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in END.finditer(text, at, end):
        yield from _pieces(text, at, stop.end())
        at = stop.end()
    yield from _pieces(text, at, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
