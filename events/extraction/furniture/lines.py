"""What of a line is left out, and what is cut off its front and its back."""

import re

from gazetteer.folding import fold

from .hints import ALL, kinds_in
from .wording import KINDS, compiled, entries

LONGEST_LINE = 400  # a longer line is a page that lost its line breaks: only sentences of it are left out, never all
EDGE = 240  # characters at the front and at the back of a line in which something is cut off
CUTS = 5  # a line begins with no more than so many: a bullet, a time, a dateline
FRONT = CUTS * EDGE
WHOLE = KINDS["is"] | KINDS["begins"] | KINDS["ends"]  # for which all of a line is left out


def reason(line: str, signs: int = ALL) -> str | None:
    """The id of the entry for which a whole line or sentence is left out; None when it is read.

    `signs` are the kinds of furniture, as bits, of which strings stand in the line.
    """
    likely = kinds_in(line, signs)
    if not likely & WHOLE:
        return None
    if len(line) > LONGEST_LINE:
        line, kinds = line[:LONGEST_LINE], ("begins",)
    else:
        kinds = ("is", "begins", "ends")
    folded = fold(line).text
    for where in kinds:
        for capitals, read in ((False, folded), (True, line)):
            if likely & KINDS[where] and (found := _match(where, capitals, read)):
                return _id(found)
    return None


def front(line: str, signs: int = ALL) -> int:
    """How many characters at the front of a line are cut off: a bullet, the time, a dateline."""
    at = 0
    for _ in range(CUTS):
        edge = line[at : at + EDGE]
        cut = _front(edge) if kinds_in(edge, signs) & KINDS["front"] else 0
        if not cut:
            break
        at += cut
    return at


def _front(edge: str) -> int:
    folded = fold(edge)
    if found := _match("front", False, folded.text):
        return folded.span(0, found.end())[1]
    found = _match("front", True, edge)
    return found.end() if found else 0


def back(line: str, signs: int = ALL) -> int:
    """How many characters at the back of a line are cut off: who signed it, where it is to be read."""
    if not signs & KINDS["back"]:
        return 0
    edge = line[-EDGE:]
    folded = fold(edge)
    found = _match("back", False, folded.text)
    return len(edge) - folded.span(found.start("cut"), len(folded.text))[0] if found else 0


def _match(where: str, capitals: bool, text: str) -> re.Match | None:
    pattern = compiled(where, capitals)
    return pattern.match(text) if pattern else None


def _id(found: re.Match) -> str:
    return next(entries()[int(name[1:])].id for name, one in found.groupdict().items() if one and name[0] == "e")
