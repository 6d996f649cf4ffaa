"""Where sentences end: at stops of either script that are no part of a number, an abbreviation or an initial."""

import re
from collections.abc import Iterator

from .markup import FILLER

STOP = re.compile(rf"[.؟?!;؛…]+(?:[\"'’”»)\]}}{FILLER}]|[ \u00a0][»”)\]])*")
AROUND = 16  # characters looked at on either side
_titles = (
    "Gen Lt Col Maj Brig Capt Cmdr Sgt Adm Dr Mr Mrs Ms Prof Sen Rep Gov Pres Rev Hon St Mt vs viz cf approx eg ie"
)
_numbered = "No Nos no nos pp Vol vol Art art Fig fig Ch ch رقم"
_unsure = "etc Inc Ltd Co Corp Jan Feb Aug Sep Sept Oct Nov Dec"
SHORTENED = frozenset(f"{_titles} {_numbered} {_unsure}".split())


def _any(words: str) -> str:
    return "|".join(words.split())


# Nothing ends behind these, whatever follows
TITLES = re.compile(
    rf"(?:(?<![^\W_])(?:{_any(_titles)}|e\.g|i\.e)"
    r"|(?<!\d )(?<![^\W_])[^\W\d_])$",  # an initial, د. and أ.; but «عام 2016 م.» may end a sentence
)
NUMBERED = re.compile(rf"(?<![^\W_])(?:{_any(_numbered)})$")  # only before a figure
# Something ends behind these when what follows begins a sentence
UNSURE = re.compile(rf"(?<![^\W_])(?:[ap]\.m|U\.S|U\.N|U\.K|U\.S\.A|E\.U|[A-Z]\.[A-Z]|[أ-ي]\.[أ-ي]|{_any(_unsure)})$")
STARTS = re.compile(
    r"\s*(?:[\"'“‘«(]|(?:The|An?|In|On|At|By|But|And|As|It|Its|He|She|They|We|This|That|These|There|However|Meanwhile"
    r"|Earlier|Later|After|Before|Both|Some|Many|Rebels?|Government|Syrian|Russian|Activists?|State)\b|و[\u0621-\u064a]{2})"
)
# No space behind the stop: "Sakhour.The rebels" but not a file, an address or «أ.ف.ب»
GLUED = re.compile(r"(?:[\u0620-\u064a]{2}|[a-z]{2})\Z")
GLUED_ON = re.compile(r"[\u0620-\u064a]{2}|[A-Z][a-z]|[«“(][\u0620-\u064aA-Z]")


def ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences between start and end stop."""
    at = start
    for stop in STOP.finditer(text, start, end):
        first, last = stop.span()
        if _ends_plainly(text, at, first, last, end) or _ends(text, at, stop, end):
            yield last
            at = last


def _ends_plainly(text: str, at: int, first: int, last: int, end: int) -> bool:
    """Most stops: behind a whole word that is no short form, and before a blank."""
    if first - at < AROUND or (last < end and not text[last].isspace()):
        return False
    word = text[text.rfind(" ", first - AROUND, first) + 1 or first - AROUND : first]
    return word.isalpha() and len(word) > 1 and word not in SHORTENED


def _ends(text: str, at: int, stop: re.Match, end: int) -> bool:
    before = text[max(at, stop.start() - AROUND) : stop.start()]
    after = text[stop.end() : min(end, stop.end() + AROUND)]
    if stop.start() - at < AROUND and not any(map(str.isalpha, before)):
        return False  # the number of a list, or dots that stand for nothing
    if after and not after[0].isspace():
        return bool(GLUED.search(before) and GLUED_ON.match(after)) and stop[0][0] not in ";"
    return stop[0] != "." or not _abbreviates(before, after)


def _abbreviates(before: str, after: str) -> bool:
    if UNSURE.search(before):
        return not STARTS.match(after)
    return bool(TITLES.search(before)) or bool(NUMBERED.search(before) and after.strip()[:1].isdigit())
