"""Who says it: the speaker of each stretch of a sentence, the innermost where one quotes another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gazetteer.finder import Finder, Name

from .names import SourceName
from .phrases import Lexicon

LONGEST = 110  # characters that name a speaker
LONGEST_NAME = 5  # words of a listed name and its article
AR_STOP = re.compile(
    r"(?<!\w)(?:ب?ان(?:ه|ها|هم)?|بان|الي ان|عن ان|قول(?:ه|ها|هم)|ل(?:ل?وكاله|صحيفه|قناه|سكاي|فرانس)"
    r"|ل\s*[«\"]|في (?:حديث|بيان|تصريح|وقت)|خلال|في \d"
    r"|مساء|صباح|اليوم|امس|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|ب?سقوط|خروج|انه"
    r"|من جهته|حينها|حينذاك|ايضا|علي القول|الذي|التي|ومقره|صحه)(?!\w)"
    r"|[،,:;؛.«(]|ل«"
)
AR_LEAD = re.compile(r"(?:[\s،\"«(]|(?:فيه|به|ايضا|لاحقا|بدوره|كذلك)(?!\w))*")
IMPERFECT = re.compile("[وف]?[يت]")
AR_SUBJECT = re.compile(r"(?<!\w)[وف]?كان(?:ت)?\s+[«\"]?([^،,.«»\"]{3,60}?)[»\"]?\s+(?:قد\s+)?$")
AR_SHORT = re.compile(r"(?:ال)?(?:مصدر|بيان|مراسل)(?!\w)")
AR_FROM = re.compile(r"(?<!\w)عن\s")
AR_THAT = re.compile(r"(?<!\w)(?:ب?ان(?:ه|ها|هم)?|بان|الي ان|قول(?:ه|ها))(?!\w)|[:]")
EN_BREAK = re.compile(
    r"[,;:\"()]|(?<!\w)(?:that|while|but|and|as|when|whereas|however|meanwhile|later|earlier|on \w+day)(?!\w)"
)
EN_TAIL = re.compile(r"\W*(?:(?:on|in|late|early|without|via)\b[^,]{0,40})?[\W]*$")
EN_STOP = re.compile(r"[,;:\"()]|(?<!\w)(?:said|says|on \w+day|who|which)(?!\w)")
AR_GENERIC = re.compile(
    r"(?<!\w)(?:ال)?(?:مسؤول|مسوول|مصدر|مصادر|ناطق|متحدث|تقارير|انباء|وكال|قناه|صحيف|بيان|مركز|دائر|قائد|قاد|رئيس|مدير|مراسل|وسائل|"
    r"اعلام|نشطاء|ناشط|سكان|شهود|جيش|قوات|وزار|جماعات|فصائل|حركه|وحدات|تنظيم|اخرون|القياد|شبك|متحدث|عضو|سكان|احد|ميجر|جنرال)"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker and the stretch of the sentence that is his."""

    slug: str | None
    start: int  # the words that name him; equal to end where an earlier sentence does
    end: int
    first: int
    last: int
    carried: bool = False


class SourceFinder:
    """Finds which source the words that name a speaker mean."""

    def __init__(self, names: Iterable[SourceName]):
        cleaned = ((re.sub(r"\s*\([^)]*\)", "", name.text), name) for name in names)
        self._finder = Finder(Name(text, name.slug, name.language) for text, name in cleaned if len(text) > 2)

    def slug(self, words: str, lexicon: Lexicon) -> str | None:
        """The source that folded words name; None where nobody listed it."""
        named = max(self._finder.find(words), key=lambda one: one.end - one.start, default=None)
        generic = next((slug for slug, regex in lexicon.speakers if regex.search(words)), None)
        if generic is not None and (named is None or generic == "opposition-sources" or generic == ""):
            return generic or None
        return named.slugs[0] if named else None


def speakers(
    text: str, lexicon: Lexicon, finder: SourceFinder, triggers: list[int], names: Sequence[tuple[int, int]] = ()
) -> list[Speaker]:
    """The speakers of a folded sentence, each with his stretch, in order; no verb of saying lies in `names`."""
    reader = _arabic if lexicon.language == "ar" else _english
    verbs = [verb for verb in lexicon.say.finditer(text) if not _is_of_a_name(verb, names)]
    found = sorted(reader(text, verbs, lexicon, finder, triggers), key=lambda one: one.first)
    return [_until_next(one, found) for one in found]


def _until_next(one: Speaker, found: list[Speaker]) -> Speaker:
    following = min(
        (other.first for other in found if other.first > one.first and other.last > one.last), default=one.last
    )
    return Speaker(one.slug, one.start, one.end, one.first, min(one.last, max(following, one.end)), one.carried)


def _is_of_a_name(verb: re.Match, names: Sequence[tuple[int, int]]) -> bool:
    """Sheikh Said is a quarter, and says nothing."""
    return any(start <= verb.start() and verb.end() <= end for start, end in names)


def at(found: list[Speaker], position: int) -> Speaker | None:
    """The innermost speaker of a position."""
    return max((one for one in found if one.first <= position < one.last), key=lambda one: one.first, default=None)


def _arabic(text, verbs, lexicon, finder, triggers):
    tails = list(lexicon.tail.finditer(text))
    for match in tails:
        start, end = _name_after(text, match.end())
        if end > start:
            leading = match.start() < 12
            first, last = (match.start(), len(text)) if leading else (_clause_start(text, match.start()), match.start())
            yield Speaker(finder.slug(text[start:end], lexicon), start, end, first, last)
    for match in verbs:
        if any(tail.start() <= match.start() < tail.end() for tail in tails):
            continue
        yield from _said(text, match, lexicon, finder, triggers)


def _said(text, match, lexicon, finder, triggers):
    start, end = _name_after(text, match.end())
    words = text[start:end]
    if not words and (subject := AR_SUBJECT.search(text, max(0, match.start() - 80), match.start())):
        start, end = subject.span(1)
        words = subject[1]
    if re.match(r"[وف]?نقل", match[0]) and (quoted := AR_FROM.search(text, match.end(), match.end() + LONGEST)):
        start, end = _name_after(text, quoted.end())
        words = text[start:end]
    ahead = AR_THAT.search(text, match.end(), match.end() + LONGEST)
    if not words:
        if ahead and ahead.start() - match.end() < 3 and not IMPERFECT.match(match[0]):
            yield Speaker(None, match.start(), match.start(), match.start(), len(text), True)
        return
    trigger = next((one for one in triggers if start < one < end), None)
    end = start + len(text[start : trigger or end].rstrip())
    words = text[start:end]
    slug = finder.slug(words, lexicon)
    if slug or ahead or AR_GENERIC.search(words):
        carried = slug is None and bool(lexicon.carry.fullmatch(words))
        yield Speaker(slug, start, end, match.start(), len(text), carried)


def _name_after(text: str, position: int) -> tuple[int, int]:
    start = AR_LEAD.match(text, position).end()
    quoted = re.compile(r"\s*\"[^\"]{1,40}\"").match(text, start)
    stop = AR_STOP.search(text, start, start + LONGEST)
    end = stop.start() if stop else min(len(text), start + LONGEST)
    if stop is None and len(text) - start > LONGEST:
        end = start + len(" ".join(text[start : start + LONGEST].split()[:5]))
    end = max(end, quoted.end()) if quoted else end
    if stop is None and (short := AR_SHORT.match(text, start)):
        end = short.end()
    return start, start + len(text[start:end].rstrip(' \t،".,»'))


def _clause_start(text: str, position: int) -> int:
    return 0


def _english(text, verbs, lexicon, finder, triggers):
    for match in lexicon.tail.finditer(text):
        start = match.end() + 1
        stop = EN_STOP.search(text, start, start + LONGEST)
        end = stop.start() if stop else min(len(text), start + LONGEST)
        end = start + len(text[start:end].rstrip(" ."))
        if end > start:
            leading = match.start() < 15
            yield Speaker(
                finder.slug(text[start:end], lexicon),
                start,
                end,
                0 if not leading else match.start(),
                len(text) if leading else match.start(),
            )
    for match in verbs:
        yield from _said_before(text, match, lexicon, finder)


def _said_before(text, match, lexicon, finder):
    floor = max(0, match.start() - LONGEST)
    breaks = [one.end() for one in EN_BREAK.finditer(text, floor, match.start())]
    start = max(breaks, default=floor)
    start += len(text[start : match.start()]) - len(text[start : match.start()].lstrip())
    end = start + len(text[start : match.start()].rstrip())
    words = text[start:end]
    is_tail = match.start() > 25 and bool(EN_TAIL.match(text, match.end()))
    if is_tail or len(words.split()) > 7:
        known = _known_at_end(words, lexicon, finder)
        if known is None:
            return
        start += known
        words = text[start:end]
    if not words:
        return
    slug = finder.slug(words, lexicon)
    first, last = (0, match.start()) if is_tail else (start, len(text))
    yield Speaker(slug, start, end, first, last, slug is None and bool(lexicon.carry.fullmatch(words)))


def _known_at_end(words: str, lexicon: Lexicon, finder: SourceFinder) -> int | None:
    """Where a known kind of speaker begins that stands right before the verb, its article included."""
    if lexicon.carry.fullmatch(words) or (len(words.split()) <= LONGEST_NAME and finder.slug(words, lexicon)):
        return 0
    starts = [m.start() for _, regex in lexicon.speakers for m in regex.finditer(words) if len(words) - m.end() < 2]
    if not starts:
        return None
    article = re.search(r"(?:\b(?:the|a|an|opposition|local) )+$", words[: min(starts)])
    return article.start() if article else min(starts)
