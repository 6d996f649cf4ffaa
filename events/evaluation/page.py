"""What the page of mistakes shows, as plain values for its template."""

from collections import Counter
from collections.abc import Iterator

from .counts import Count
from .figures import LABELS
from .gold import Sentence
from .judging import Mistake, Verdict
from .saying import difference, of_claim, of_expected
from .scoring import Part, Scores

WORDS = {  # of a mistake: in English, in Arabic, what it means in either
    "missed": ("Missed", "فائت", "annotated, but not found", "في المرجع ولم يُعثر عليه"),
    "false": ("False alarm", "إنذار كاذب", "found, but not annotated", "عُثر عليه وليس في المرجع"),
    "type": ("Type", "النوع", "something else happened there", "حدث هناك شيء آخر"),
    "actor": ("Actor", "الطرف", "another side", "طرف آخر"),
    "source": ("Source", "المصدر", "somebody else says so", "قائل آخر"),
    "polarity": ("Denied or hypothetical", "نفي أو افتراض", "stated, denied or supposed", "إثبات أو نفي أو افتراض"),
    "date": ("Date", "التاريخ", "another time", "وقت آخر"),
    "count": ("Count", "العدد", "another number", "عدد آخر"),
}
LANGUAGES = {"ar": ("Arabic", "العربية"), "en": ("English", "الإنكليزية")}


def page(scores: Scores, *, gold: str) -> dict:
    """The context of `events/evaluation/page.html`."""
    wrong = [verdict for verdict in scores.verdicts if verdict.mistakes]
    languages = sorted({verdict.sentence.language for verdict in scores.verdicts})
    return {
        "gold": gold,
        "sentences": len(scores.verdicts),
        "parts": list(scores.telling),
        "rows": list(_rows(scores)),
        "notes": scores.notes,
        "words": list(_words(wrong)),
        "languages": [_language(language, wrong) for language in languages],
    }


def _rows(scores: Scores) -> Iterator[dict]:
    parts = list(scores.telling.values())
    for row, label in LABELS.items():
        yield {"label": label, "cells": [_cell(part.counts[row]) for part in parts]}
    yield {"label": "false claims in 100 negative sentences", "cells": [_rate(part) for part in parts]}


def _cell(count: Count) -> dict:
    if not count:
        return {"value": "–", "detail": ""}
    return {"value": f"{count.f1:.2f}", "detail": f"{count.precision:.2f} / {count.recall:.2f}"}


def _rate(part: Part) -> dict:
    if part.false_per_hundred is None:
        return {"value": "–", "detail": ""}
    return {"value": f"{part.false_per_hundred:.1f}", "detail": f"{part.false_claims} / {part.negatives}"}


def _words(wrong: list[Verdict]) -> Iterator[dict]:
    counts = Counter(mistake.what for verdict in wrong for mistake in verdict.mistakes)
    for what, (english, arabic, meaning, arabic_meaning) in WORDS.items():
        yield {
            "what": what, "english": english, "arabic": arabic, "meaning": meaning, "arabic_meaning": arabic_meaning,
            "number": counts[what],
        }  # fmt: skip


def _language(language: str, wrong: list[Verdict]) -> dict:
    english, arabic = LANGUAGES[language]
    verdicts = [verdict for verdict in wrong if verdict.sentence.language == language]
    return {"code": language, "english": english, "arabic": arabic, "verdicts": [_verdict(one) for one in verdicts]}


def _verdict(verdict: Verdict) -> dict:
    sentence = verdict.sentence
    return {
        "sentence": sentence,
        "pieces": list(_pieces(sentence)),
        "mistakes": [_mistake(mistake) for mistake in verdict.mistakes],
        "expected": [of_expected(expected) for expected in sentence.expected],
        "claims": [of_claim(claim) for claim in verdict.claims],
    }


def _mistake(mistake: Mistake) -> dict:
    english, arabic, *_ = WORDS[mistake.what]
    about, wanted, told = difference(mistake)
    return {
        "what": mistake.what, "english": english, "arabic": arabic, "about": about, "wanted": wanted, "told": told,
    }  # fmt: skip


def _pieces(sentence: Sentence) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and of each whether it names a place."""
    done = 0
    for mention in sorted(sentence.mentions, key=lambda mention: mention.start):
        if mention.start >= done and sentence.text.startswith(mention.text, mention.start):
            yield sentence.text[done : mention.start], False
            done = mention.start + len(mention.text)
            yield mention.text, True
    yield sentence.text[done:], False
