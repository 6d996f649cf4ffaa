"""Who says it: the speaker of each stretch of a sentence, the innermost where one quotes another."""

import re
from collections.abc import Iterator, Sequence

from ..phrases import Lexicon
from .arabic import arabic
from .english import english
from .speaker import SourceFinder, Speaker

HEADING = re.compile(r"\s*([^:.،,]{2,40}?)\s*:\s")


def verbs_of_saying(text: str, lexicon: Lexicon, names: Sequence[tuple[int, int]] = ()) -> list[re.Match]:
    """The verbs of saying of a folded sentence; none lies in `names`."""
    return [verb for verb in lexicon.say.finditer(text) if not (_is_of_a_name(verb, names) or _is_noun(verb))]


def speakers(
    text: str, verbs: Sequence[re.Match], lexicon: Lexicon, finder: SourceFinder, triggers: Sequence[int]
) -> list[Speaker]:
    """The speakers of a folded sentence, each with his stretch, in order."""
    reader = arabic if lexicon.language == "ar" else english
    rumours = [Speaker(None, *one.span(), one.start(), len(text)) for one in lexicon.rumour.finditer(text)]
    found = [*_heading(text, lexicon, finder), *rumours, *reader(text, verbs, lexicon, finder, triggers)]
    found = _without_unnamed(sorted(found, key=lambda one: one.first))
    return [_until_next(one, found) for one in found]


def _without_unnamed(found: list[Speaker]) -> list[Speaker]:
    """A verb of saying without a name goes on with who spoke before it in the sentence, if anybody did."""
    return [one for n, one in enumerate(found) if one.start < one.end or not any(x.start < x.end for x in found[:n])]


def _heading(text: str, lexicon: Lexicon, finder: SourceFinder) -> Iterator[Speaker]:
    """The listed source that a headline names before a colon: "SANA: army takes Sakhour"."""
    heading = HEADING.match(text)
    if heading and (slug := finder.slug(heading[1], lexicon)):
        yield Speaker(slug, *heading.span(1), 0, len(text))


def _until_next(one: Speaker, found: list[Speaker]) -> Speaker:
    following = min(
        (other.first for other in found if other.first > one.first and other.last > one.last), default=one.last
    )
    return Speaker(one.slug, one.start, one.end, one.first, min(one.last, max(following, one.end)), one.carried)


def _is_noun(verb: re.Match) -> bool:
    """«عدم ذكر اسمه» says nothing."""
    return verb.string[: verb.start()].endswith("عدم ")


def _is_of_a_name(verb: re.Match, names: Sequence[tuple[int, int]]) -> bool:
    """Sheikh Said is a quarter, and says nothing."""
    return any(start <= verb.start() and verb.end() <= end for start, end in names)


def at(found: list[Speaker], position: int) -> Speaker | None:
    """The innermost speaker of a position."""
    return max((one for one in found if one.first <= position < one.last), key=lambda one: one.first, default=None)
