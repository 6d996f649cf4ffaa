"""What one box finds: places by any of their names, reports by their title or a passage of their text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Q, Value, When

from events.models import Report
from gazetteer.folding import fold_name
from gazetteer.models import Place
from gazetteer.search import Hit, search

NEWEST = 1_000  # reports whose texts are looked through; titles are, of all
MOST_WORDS = 8
EXCERPT = 60  # characters before and after what was found
MARKS = "[\u0610-\u061a\u064b-\u065f\u0670\u0640]*"  # vowel signs and tatweel, which may stand after any letter
VARIANTS = {
    **dict.fromkeys("اأإآٱ", "[اأإآٱ]"), **dict.fromkeys("هة", "[هة]"), **dict.fromkeys("يىئ", "[يىئ]"),
    **dict.fromkeys("وؤ", "[وؤ]"), **{digit: f"[{digit}{'٠١٢٣٤٥٦٧٨٩'[int(digit)]}]" for digit in "0123456789"},
}  # fmt: skip
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
CASED = re.compile("[a-z]", re.IGNORECASE)  # Arabic has no capitals, and not to look for them is faster
SURE = ("exact", "folded", "spelling")


def places(text: str, limit: int) -> list[Place]:
    """Places that have the name, then those with a name that begins with or holds the text, then near names."""
    text = _storable(text)
    hits = search(text, limit)
    folded = fold_name(text)
    begun = _holding(folded, limit) if folded else []
    found = [*_of(hits, sure=True), *begun, *_of(hits, sure=False)]
    return list({place.pk: place for place in found}.values())[:limit]


def _storable(text: str) -> str:
    """The text without what a database cannot hold."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _of(hits: Iterable[Hit], *, sure: bool) -> list[Place]:
    return [hit.place for hit in hits if (hit.how in SURE) == sure]


def _holding(folded: str, limit: int) -> list[Place]:
    begins = Case(When(names__folded__startswith=folded, then=Value(0)), default=Value(1))
    held = Place.objects.filter(names__folded__contains=folded).annotate(rank=begins)
    order = dict(held.order_by("pk", "rank").distinct("pk").values_list("pk", "rank"))
    chosen = sorted(order, key=lambda pk: (order[pk], pk))[:limit]
    return sorted(Place.objects.filter(pk__in=chosen).with_names(), key=lambda place: chosen.index(place.pk))


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report, and the words around what was found in its text; none when only its title has it."""

    report: Report
    excerpt: str


def reports(text: str, limit: int) -> list[FoundReport]:
    """Reports that have all the words, in the title or in the text, those with them in the title first; one query."""
    words = [_pattern(word) for word in _storable(text).split()[:MOST_WORDS]]
    if not words:
        return []
    newest = Report.objects.readable().values("pk")[:NEWEST]
    in_title, in_text = (_all(field, words) for field in ("title", "text"))
    found = Report.objects.readable().filter(in_title | (in_text & Q(pk__in=newest)))
    ranked = found.annotate(rank=Case(When(in_title, then=Value(0)), default=Value(1))).select_related("publisher")
    return [
        FoundReport(report, _excerpt(report.text, words[0]))
        for report in ranked.defer("body").order_by("rank", "-published_at", "-pk")[:limit]
    ]


def _all(field: str, words: list[str]) -> Q:
    return Q(*(Q(**{f"{field}__{'iregex' if CASED.search(word) else 'regex'}": word}) for word in words))


def _pattern(word: str) -> str:
    """A regular expression, for PostgreSQL and for Python, that finds the word in its usual spellings."""
    bare = re.sub(MARKS, "", word.translate(WESTERN)) or word
    return MARKS.join(VARIANTS.get(letter) or re.escape(letter) for letter in bare)


def _excerpt(text: str, pattern: str) -> str:
    found = re.search(pattern, text, re.IGNORECASE)
    if found is None:
        return ""
    before, after = text[: found.start()], text[found.end() :]
    if len(before) > EXCERPT:
        before = f"… {before[-EXCERPT:].partition(' ')[2]}"
    if len(after) > EXCERPT:
        after = f"{after[:EXCERPT].rpartition(' ')[0]} …"
    return " ".join(f"{before}{found.group()}{after}".split())
