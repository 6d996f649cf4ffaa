"""Speakers of Arabic sentences: around a verb of saying, or behind "according to"."""

import re
from collections.abc import Iterator, Sequence

from ..phrases import Lexicon
from .speaker import SourceFinder, Speaker

LONGEST = 110  # characters that name a speaker
LONGEST_BEFORE = 7  # words that name one before the verb
STOP = re.compile(r"ل\s*[«\"]|في \d|[،,:;؛.«(]|ل«")
LEAD = re.compile(r"(?:[\s،\"«(]|(?:فيه|به|ايضا|لاحقا|بدوره|كذلك)(?!\w))*")
IMPERFECT = re.compile("[وف]?[يت]")
SUBJECT_OF_WAS = re.compile(r"(?<!\w)[وف]?كان(?:ت)?\s+[«\"]?([^،,.«»\"]{3,60}?)[»\"]?\s+(?:قد\s+)?$")
CLAUSE = re.compile(r"(?<!\w)[وف]?ان\s|[،,:.؛]|^")
AUXILIARY = re.compile(r"(?:\s+[وف]?كان(?:ت)?)?(?:\s+قد)?\s*$")
SHORT = re.compile(r"(?:ال)?(?:مصدر|بيان|مراسل)(?!\w)")
DEFINITE = re.compile(r"ال(?:مصدر|بيان|وكاله|صحيفه|قناه|تقرير)(?:\s+ال(?!ي(?!\w)|ذي|تي)\w+)*(?!\w)")
OWN_REPORTER = re.compile(r"مراسل(?:ه|ها|يه|يها)(?!\w)")
QUOTES = re.compile(r"[وف]?(?:[يت]?نقل|ناقل)")
FROM = re.compile(r"(?<!\w)عن\s")
THAT = re.compile(r"(?<!\w)(?:ب?ان(?:ه|ها|هم)?|بان|الي ان|قول(?:ه|ها))(?!\w)|[:]")
QUOTED_NAME = re.compile(r"\s*\"[^\"]{1,40}\"")
LONGEST_TITLE = 60


def arabic(
    text: str, verbs: Sequence[re.Match], lexicon: Lexicon, finder: SourceFinder, triggers: Sequence[int]
) -> Iterator[Speaker]:
    """The speakers of a folded sentence, in no order."""
    tails = list(lexicon.tail.finditer(text))
    for tail in tails:
        start, end = _name_after(text, tail.end(), lexicon)
        end = _before_trigger(text, start, end, triggers)
        if end > start:
            leading = tail.start() < 12
            first, last = (tail.start(), len(text)) if leading else (0, tail.start())
            yield Speaker(finder.slug(text[start:end], lexicon), start, end, first, last)
    for verb in verbs:
        if not any(tail.start() <= verb.start() < tail.end() for tail in tails):
            yield from _said(text, verb, lexicon, finder, triggers)


def _said(text: str, verb: re.Match, lexicon: Lexicon, finder: SourceFinder, triggers: Sequence[int]):
    start, end = _named(text, verb, lexicon, finder)
    ahead = THAT.search(text, verb.end(), verb.end() + LONGEST)
    if start == end:
        if ahead and ahead.start() - verb.end() < 3 and not IMPERFECT.match(verb[0]):
            yield Speaker(None, verb.start(), verb.start(), verb.start(), len(text), True)
        return
    end = _before_trigger(text, start, end, triggers)
    words = text[start:end]
    slug = finder.slug(words, lexicon)
    if slug or ahead or lexicon.heads.search(words):
        carried = slug is None and bool(lexicon.carry.fullmatch(words))
        yield Speaker(slug, start, end, verb.start(), len(text), carried)


def _before_trigger(text: str, start: int, end: int, triggers: Sequence[int]) -> int:
    """A name ends where what is claimed begins."""
    trigger = next((one for one in triggers if start < one < end), end)
    return start + len(text[start:trigger].rstrip())


def _named(text: str, verb: re.Match, lexicon: Lexicon, finder: SourceFinder) -> tuple[int, int]:
    """The words that name who says it; empty where an earlier sentence does."""
    end = verb.end() + LONGEST
    if QUOTES.match(verb[0]) and (quoted := FROM.search(text, verb.end(), end)):
        if not OWN_REPORTER.match(text, quoted.end()):
            return _name_after(text, quoted.end(), lexicon)
        subject = verb.end() + len(text[verb.end() : quoted.start()].rstrip())
        if subject > verb.end() + 1:
            return verb.end() + 1, subject
    else:
        start, end = _name_after(text, verb.end(), lexicon)
        if start < end:
            return start, end
    if subject := SUBJECT_OF_WAS.search(text, max(0, verb.start() - 80), verb.start()):
        return subject.span(1)
    return _before(text, verb, lexicon, finder)


def _before(text: str, verb: re.Match, lexicon: Lexicon, finder: SourceFinder) -> tuple[int, int]:
    """A speaker that stands before his verb, in a heading or behind "that"."""
    opened = [one.end() for one in CLAUSE.finditer(text, max(0, verb.start() - LONGEST), verb.start())]
    if not opened:
        return verb.end(), verb.end()
    start = opened[-1] + len(text[opened[-1] :]) - len(text[opened[-1] :].lstrip())
    end = max(start, AUXILIARY.search(text, 0, verb.start()).start())
    words = text[start:end]
    known = words and not lexicon.say.match(words) and (lexicon.heads.match(words) or finder.slug(words, lexicon))
    return (start, end) if known and len(words.split()) <= LONGEST_BEFORE else (verb.end(), verb.end())


def _name_after(text: str, position: int, lexicon: Lexicon) -> tuple[int, int]:
    start = LEAD.match(text, position).end()
    quoted = QUOTED_NAME.match(text, start)
    stop = _stop(text, start, lexicon)
    end = stop.start() if stop else min(len(text), start + LONGEST)
    if stop is None and len(text) - start > LONGEST:
        end = start + len(" ".join(text[start : start + LONGEST].split()[:5]))
    end = max(end, quoted.end()) if quoted else end
    if stop and stop[0] == "،":
        end = max(end, _title_end(text, stop.end(), lexicon))
    if short := (stop is None and SHORT.match(text, start)) or DEFINITE.match(text, start):
        end = min(end, short.end())
    return start, start + len(text[start:end].rstrip(' \t،".,»'))


def _stop(text: str, start: int, lexicon: Lexicon) -> re.Match | None:
    """Where the name ends at the latest: at a word that no name has, or a sign."""
    ends = [regex.search(text, start, start + LONGEST) for regex in (STOP, lexicon.stop)]
    return min((one for one in ends if one), key=lambda one: one.start(), default=None)


def _title_end(text: str, position: int, lexicon: Lexicon) -> int:
    """The end of the title behind a comma, such as "member of the Aleppo Media Centre"; 0 where there is none."""
    start = position + len(text[position:]) - len(text[position:].lstrip())
    end = STOP.search(text, start, start + LONGEST_TITLE)
    return end.start() if end and lexicon.titles.match(text, start) else 0
