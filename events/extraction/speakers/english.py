"""Speakers of English sentences: before a verb of saying, or behind "according to"."""

import re
from collections.abc import Iterator, Sequence

from ..phrases import Lexicon
from .speaker import SourceFinder, Speaker

LONGEST = 110  # characters that name a speaker
LONGEST_NAME = 5  # words of a listed name and its article
BREAK = re.compile(
    r"[,;:\"()]|(?<!\w)(?:that|while|but|and|as|when|whereas|however|meanwhile|later|earlier|on \w+day)(?!\w)"
)
TAIL = re.compile(r"\W*(?:(?:on|in|late|early|without|via)\b[^,]{0,40})?[\W]*$")
STOP = re.compile(r"[,;:\"()]")
LONGEST_TAIL = 12  # words of a speaker that stand between a comma and the verb at the end
CLAIMED_BY = re.compile(r"(?<!\w)by\s+")
IT_WAS = re.compile(r"it (?:was|is|has been|had been)")


def english(
    text: str, verbs: Sequence[re.Match], lexicon: Lexicon, finder: SourceFinder, triggers: Sequence[int]
) -> Iterator[Speaker]:
    """The speakers of a folded sentence, in no order."""
    for tail in lexicon.tail.finditer(text):
        start, end = _name_after(text, tail.end() + 1, lexicon)
        if end > start:
            leading = tail.start() < 15
            first, last = (tail.start(), len(text)) if leading else (0, tail.start())
            yield Speaker(finder.slug(text[start:end], lexicon), start, end, first, last)
    for verb in verbs:
        yield from _said_before(text, verb, lexicon, finder)


def _name_after(text: str, start: int, lexicon: Lexicon) -> tuple[int, int]:
    stops = [regex.search(text, start, start + LONGEST) for regex in (STOP, lexicon.stop)]
    end = min((one.start() for one in stops if one), default=min(len(text), start + LONGEST))
    return start, start + len(text[start:end].rstrip(" ."))


def _said_before(text: str, verb: re.Match, lexicon: Lexicon, finder: SourceFinder) -> Iterator[Speaker]:
    start, end = _subject(text, verb, lexicon, finder)
    words = text[start:end]
    if IT_WAS.fullmatch(words):  # "it was claimed by X that"
        by = CLAIMED_BY.match(text, verb.end() + 1)
        start, end = _name_after(text, by.end(), lexicon) if by else (end, end)
        words = text[start:end]
    is_tail = verb.start() > 25 and bool(TAIL.match(text, verb.end()))
    if not _is_whole(text, start, words, is_tail, lexicon):
        known = _known_at_end(words, lexicon, finder)
        if known is None:
            return
        start += known
        words = text[start:end]
    if words:
        slug = finder.slug(words, lexicon)
        first, last = (0, verb.start()) if is_tail else (min(start, verb.start()), len(text))
        yield Speaker(slug, start, end, first, last, slug is None and bool(lexicon.carry.fullmatch(words)))


def _is_whole(text: str, start: int, words: str, is_tail: bool, lexicon: Lexicon) -> bool:
    """All the words name the speaker; at the end of a sentence, those behind a comma of which one tells what he is."""
    if not is_tail:
        return len(words.split()) <= 7
    behind_comma = text[:start].rstrip()[-1:] in (",", '"', "”")
    return behind_comma and len(words.split()) <= LONGEST_TAIL and bool(lexicon.heads.search(words))


def _subject(text: str, verb: re.Match, lexicon: Lexicon, finder: SourceFinder) -> tuple[int, int]:
    """What stands before the verb in its clause; two speakers that "and" binds are one subject."""
    floor = max(0, verb.start() - LONGEST)
    breaks = list(BREAK.finditer(text, floor, verb.start()))
    start = breaks[-1].end() if breaks else floor
    if breaks and breaks[-1][0] == "and":
        wider = breaks[-2].end() if len(breaks) > 1 else floor
        before = text[wider : breaks[-1].start()]
        known = _known_at_end(before.strip(), lexicon, finder) if wider or floor == 0 else None
        if known is not None:
            start = wider + len(before) - len(before.lstrip()) + known
    start += len(text[start : verb.start()]) - len(text[start : verb.start()].lstrip())
    return start, start + len(text[start : verb.start()].rstrip())


def _known_at_end(words: str, lexicon: Lexicon, finder: SourceFinder) -> int | None:
    """Where a known kind of speaker begins that stands right before the verb, its article included."""
    if lexicon.carry.fullmatch(words) or (len(words.split()) <= LONGEST_NAME and finder.slug(words, lexicon)):
        return 0
    starts = [m.start() for _, regex in lexicon.speakers for m in regex.finditer(words) if len(words) - m.end() < 2]
    if not starts:
        return None
    article = re.search(r"(?:\b(?:the|a|an|opposition|local) )+$", words[: min(starts)])
    return article.start() if article else min(starts)
