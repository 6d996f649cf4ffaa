"""Speakers of English sentences: around a verb of saying, or behind "according to"."""

import re
from collections.abc import Iterator, Sequence

from ..phrases import Lexicon
from .speaker import SourceFinder, Speaker

LONGEST = 110  # characters that name a speaker
LONGEST_NAME = 5  # words of a listed name and its article
LONGEST_SUBJECT = 7  # words that name a speaker before his verb
LONGEST_TAIL = 12  # the same between a comma and the verb at the end of a sentence
LONGEST_REST = 80  # characters behind that verb: "told reporters by phone"
BREAK = re.compile(
    r"[,;:\"()]|(?<!\w)(?:that|while|but|and|as|when|whereas|however|meanwhile|later|earlier|on \w+day)(?!\w)"
)
TAIL = re.compile(r"\W*(?:(?:on|in|late|early|without|via)\b[^,]{0,40})?[\W]*$")
STOP = re.compile(r"[,;:\"()]")
AUXILIARY = re.compile(r"(?: (?:have|has|had|also|then|later|earlier|now|already))+$")
BY = re.compile(r" by\s+")
IT_WAS = re.compile(r"it (?:was|is|has been|had been)")
QUOTE_END = (",", '"', "”", "'", "’")


def english(
    text: str, verbs: Sequence[re.Match], lexicon: Lexicon, finder: SourceFinder, triggers: Sequence[int]
) -> Iterator[Speaker]:
    """The speakers of a folded sentence, in no order."""
    for tail in lexicon.tail.finditer(text):
        start, end = _name_after(text, tail.end() + 1, lexicon)
        if end > start:
            leading = tail.start() < 15 or any(0 <= verb.start() - end < 4 for verb in verbs)
            first, last = (tail.start(), len(text)) if leading else (0, tail.start())
            yield Speaker(finder.slug(text[start:end], lexicon), start, end, first, last)
    for verb in verbs:
        yield from _said(text, verb, lexicon, finder, triggers)


def _name_after(text: str, start: int, lexicon: Lexicon) -> tuple[int, int]:
    stops = [regex.search(text, start, start + LONGEST) for regex in (STOP, lexicon.stop)]
    end = min((one.start() for one in stops if one), default=min(len(text), start + LONGEST))
    return start, start + len(text[start:end].rstrip(" ."))


def _said(text: str, verb: re.Match, lexicon: Lexicon, finder: SourceFinder, triggers) -> Iterator[Speaker]:
    start, end = _subject(text, verb, lexicon, finder, triggers)
    words, is_tail = text[start:end], _is_tail(text, verb, start, triggers)
    if IT_WAS.fullmatch(words) and (by := BY.match(text, verb.end())):  # "it was claimed by X that"
        start, end = _name_after(text, by.end(), lexicon)
    elif start == end:
        if not text[: verb.start()].rstrip().endswith(QUOTE_END):
            return  # "and said": whoever spoke before goes on
        start, end = _name_after(text, verb.end() + 1, lexicon)  # a quotation, and behind it: said X
        is_tail = True
    elif not _is_whole(text, start, words, is_tail, lexicon):
        known = _known_at_end(words, lexicon, finder)
        if known is None:
            return
        start += known
    if words := text[start:end]:
        slug = finder.slug(words, lexicon)
        first, last = (0, verb.start()) if is_tail else (min(start, verb.start()), len(text))
        yield Speaker(slug, start, end, first, last, slug is None and bool(lexicon.carry.fullmatch(words)))


def _is_tail(text: str, verb: re.Match, start: int, triggers: Sequence[int]) -> bool:
    """What is said stands before the speaker: nothing is claimed behind the verb."""
    if verb.start() <= 25:
        return False
    if TAIL.match(text, verb.end()):
        return True
    is_behind_quote = text[:start].rstrip().endswith(QUOTE_END)
    is_short = len(text) - verb.end() < LONGEST_REST and " that " not in text[verb.end() :]
    return is_behind_quote and is_short and not any(one > verb.end() for one in triggers)


def _is_whole(text: str, start: int, words: str, is_tail: bool, lexicon: Lexicon) -> bool:
    """All the words name the speaker; at the end of a sentence, those behind a comma of which one tells what he is."""
    if not is_tail:
        return len(words.split()) <= LONGEST_SUBJECT or "," in words
    behind_comma = text[:start].rstrip().endswith(QUOTE_END)
    return behind_comma and len(words.split()) <= LONGEST_TAIL and bool(lexicon.heads.search(words))


def _subject(text: str, verb: re.Match, lexicon: Lexicon, finder: SourceFinder, triggers) -> tuple[int, int]:
    """What stands before the verb in its clause; two speakers that "and" binds are one subject."""
    floor = max(0, verb.start() - LONGEST)
    breaks = list(BREAK.finditer(text, floor, verb.start()))
    start = breaks[-1].end() if breaks else floor
    if breaks and breaks[-1][0] == "and":
        first = _first_of_two(text, breaks, floor, lexicon, finder)
        start = start if any(first <= one < start for one in triggers) else first
    elif breaks and breaks[-1][0] == "," and not text[start : verb.start()].strip():
        start = _before_apposition(text, breaks, floor)
    start += len(text[start : verb.start()]) - len(text[start : verb.start()].lstrip())
    words = AUXILIARY.sub("", text[start : verb.start()].rstrip(" ,"))
    return start, start + len(words)


def _first_of_two(text: str, breaks: list[re.Match], floor: int, lexicon: Lexicon, finder: SourceFinder) -> int:
    wider = breaks[-2].end() if len(breaks) > 1 else floor
    before = text[wider : breaks[-1].start()]
    known = _known_at_end(before.strip(), lexicon, finder) if wider or floor == 0 else None
    return breaks[-1].end() if known is None else wider + len(before) - len(before.lstrip()) + known


def _before_apposition(text: str, breaks: list[re.Match], floor: int) -> int:
    """Where "X, head of Y, said" begins; a quotation that ends in a comma is no apposition."""
    commas = [one for one in breaks[:-1] if one[0] == ","]
    if not commas or '"' in text[commas[-1].end() : breaks[-1].start()]:
        return breaks[-1].end()
    before = [one.end() for one in breaks if one.end() <= commas[-1].start()]
    return max(before, default=floor)


def _known_at_end(words: str, lexicon: Lexicon, finder: SourceFinder) -> int | None:
    """Where a known kind of speaker begins that stands right before the verb, its article included."""
    if lexicon.carry.fullmatch(words) or (len(words.split()) <= LONGEST_NAME and finder.slug(words, lexicon)):
        return 0
    starts = [m.start() for _, regex in lexicon.speakers for m in regex.finditer(words) if len(words) - m.end() < 2]
    if not starts:
        return None
    article = re.search(r"(?:\b(?:the|a|an|opposition|local) )+$", words[: min(starts)])
    return article.start() if article else min(starts)
