"""Speakers of Arabic sentences: around a verb of saying, or behind "according to"."""

import re
from collections.abc import Iterator, Sequence

from ..phrases import Lexicon
from .speaker import SourceFinder, Speaker

LONGEST = 110  # characters that name a speaker
LONGEST_BEFORE = 7  # words that name one before the verb
STOP = re.compile(
    r"(?<!\w)(?:ب?ان(?:ه|ها|هم)?|بان|الي ان|عن ان|قول(?:ه|ها|هم)|ل(?:ل?وكاله|صحيفه|قناه|سكاي|فرانس)"
    r"|ل\s*[«\"]|في (?:حديث|بيان|تصريح|وقت)|خلال|في \d"
    r"|مساء|صباح|اليوم|امس|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|ب?سقوط|خروج|انه"
    r"|من جهته|حينها|حينذاك|ايضا|علي القول|الذي|التي|ومقره|صحه)(?!\w)"
    r"|[،,:;؛.«(]|ل«"
)
LEAD = re.compile(r"(?:[\s،\"«(]|(?:فيه|به|ايضا|لاحقا|بدوره|كذلك)(?!\w))*")
IMPERFECT = re.compile("[وف]?[يت]")
SUBJECT_OF_WAS = re.compile(r"(?<!\w)[وف]?كان(?:ت)?\s+[«\"]?([^،,.«»\"]{3,60}?)[»\"]?\s+(?:قد\s+)?$")
SUBJECT_BEFORE = re.compile(r"(?:^|(?<!\w)[وف]?ان\s|[،,:.؛])\s*([^،,.:؛]{3,60}?)(?:\s+[وف]?كان(?:ت)?)?(?:\s+قد)?\s+$")
SHORT = re.compile(r"(?:ال)?(?:مصدر|بيان|مراسل)(?!\w)")
DEFINITE = re.compile(r"ال(?:مصدر|بيان|وكاله|صحيفه|قناه|تقرير)(?:\s+ال\w+)*(?!\w)")
OWN_REPORTER = re.compile(r"مراسل(?:ه|ها|يه|يها)(?!\w)")
QUOTES = re.compile(r"[وف]?[يت]?نقل")
FROM = re.compile(r"(?<!\w)عن\s")
THAT = re.compile(r"(?<!\w)(?:ب?ان(?:ه|ها|هم)?|بان|الي ان|قول(?:ه|ها))(?!\w)|[:]")
QUOTED_NAME = re.compile(r"\s*\"[^\"]{1,40}\"")
GENERIC = re.compile(
    r"(?<!\w)(?:ال)?(?:مسؤول|مسوول|مصدر|مصادر|ناطق|متحدث|تقارير|انباء|وكال|قناه|صحيف|بيان|مركز|دائر|قائد|قاد|رئيس|مدير|مراسل|وسائل|"
    r"اعلام|نشطاء|ناشط|سكان|شهود|جيش|قوات|وزار|جماعات|فصائل|حركه|وحدات|تنظيم|اخرون|القياد|شبك|متحدث|عضو|سكان|احد|ميجر|جنرال)"
)

TITLE = re.compile(
    r"\s*(?:ال)?(?:ناطق|متحدث|عضو|مدير|قائد|رئيس|ناشط|صحفي|صحافي|مسؤول|مسوول|مراسل|قيادي)[^،.؛:«]{2,60}(?=[،.؛:«])"
)


def arabic(
    text: str, verbs: Sequence[re.Match], lexicon: Lexicon, finder: SourceFinder, triggers: Sequence[int]
) -> Iterator[Speaker]:
    """The speakers of a folded sentence, in no order."""
    tails = list(lexicon.tail.finditer(text))
    for tail in tails:
        start, end = _name_after(text, tail.end())
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
    trigger = next((one for one in triggers if start < one < end), None)
    end = start + len(text[start : trigger or end].rstrip())
    words = text[start:end]
    slug = finder.slug(words, lexicon)
    if slug or ahead or GENERIC.search(words):
        carried = slug is None and bool(lexicon.carry.fullmatch(words))
        yield Speaker(slug, start, end, verb.start(), len(text), carried)


def _named(text: str, verb: re.Match, lexicon: Lexicon, finder: SourceFinder) -> tuple[int, int]:
    """The words that name who says it; empty where an earlier sentence does."""
    start, end = _name_after(text, verb.end())
    if start == end and (subject := SUBJECT_OF_WAS.search(text, max(0, verb.start() - 80), verb.start())):
        start, end = subject.span(1)
    if start == end:
        start, end = _before(text, verb, lexicon, finder)
    if QUOTES.match(verb[0]) and (quoted := FROM.search(text, verb.end(), verb.end() + LONGEST)):
        if not OWN_REPORTER.match(text, quoted.end()):
            return _name_after(text, quoted.end())
        end = min(end, max(start, quoted.start()))
    return start, end


def _before(text: str, verb: re.Match, lexicon: Lexicon, finder: SourceFinder) -> tuple[int, int]:
    """A speaker that stands before his verb, in a heading or behind "that"."""
    subject = SUBJECT_BEFORE.search(text, max(0, verb.start() - 80), verb.start())
    if subject is None or len(subject[1].split()) > LONGEST_BEFORE:
        return verb.end(), verb.end()
    known = GENERIC.match(subject[1].removeprefix("و")) or finder.slug(subject[1], lexicon)
    return subject.span(1) if known else (verb.end(), verb.end())


def _name_after(text: str, position: int) -> tuple[int, int]:
    start = LEAD.match(text, position).end()
    quoted = QUOTED_NAME.match(text, start)
    stop = STOP.search(text, start, start + LONGEST)
    end = stop.start() if stop else min(len(text), start + LONGEST)
    if stop is None and len(text) - start > LONGEST:
        end = start + len(" ".join(text[start : start + LONGEST].split()[:5]))
    end = max(end, quoted.end()) if quoted else end
    if stop and stop[0] == "،" and (title := TITLE.match(text, stop.end())):
        end = title.end()
    if short := (stop is None and SHORT.match(text, start)) or DEFINITE.match(text, start):
        end = min(end, short.end())
    return start, start + len(text[start:end].rstrip(' \t،".,»'))
