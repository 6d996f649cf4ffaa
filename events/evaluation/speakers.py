"""Whether a claim and an annotation name the same source, in whatever words."""

import re
import unicodedata
from collections.abc import Iterable

LETTERS = str.maketrans("ٱىةؤئ", "ايهوي", "ـ")
PRONOUNS = {"he", "she", "it", "they"}  # who that is stands in another sentence
SHORTEST_NAME, SHORTEST_TEXT = 3, 4  # letters; anything shorter is found in too much
SPEAKERS = {  # what is as good as the name of each, in folded text
    "SOHR": (r"\bsohr", "observator", "مرصد"),
    "SANA": (r"\bsana\b", "سانا"),
    "Hmeimim": ("hmeimim", "reconciliation cent", "حميميم", "مركز.*مصالح"),
    "activists": ("activist", "نشطاء", "ناشط"),
    "Reuters": ("reuters", "رويترز"),
    "Xinhua": ("xinhua", "شينخوا"),
    "military source": ("military source", "مصدر عسكري"),
    "Erdogan": ("erdogan", "اردوغان"),
    "state media": ("state media", "اعلام.*رسمي", "وسائل اعلام.*حكومي"),
}
PATTERNS = {name: re.compile("|".join(signs)) for name, signs in SPEAKERS.items()}


def is_pronoun(text: str | None) -> bool:
    return _fold(text or "") in PRONOUNS


def same_speaker(expected: Iterable[str], slug: str | None, names: tuple[str, ...], text: str | None) -> bool:
    """Whether a claim's source (slug, the names it is known by, the words in the report) is an expected one."""
    expected = tuple(expected)
    own = [slug or "", *names[:2], text or ""]
    return _speakers(own) & _speakers(expected) != set() or _stands_in(names, expected) or _alike(text, expected)


def _speakers(texts: Iterable[str]) -> set[str]:
    folded = [_fold(text) for text in texts]
    return {name for name, pattern in PATTERNS.items() if any(pattern.search(text) for text in folded)}


def _stands_in(names: Iterable[str], expected: Iterable[str]) -> bool:
    """A name of the source is a whole word of what was expected, or one behind the Arabic “and”."""
    folded = [name for name in map(_fold, names) if len(name) >= SHORTEST_NAME]
    texts = [f" {_fold(text)} " for text in expected]
    return any(f" {before}{name} " in text for name in folded for before in ("", "و") for text in texts)


def _alike(text: str | None, expected: Iterable[str]) -> bool:
    """One text holds the other, spaces apart."""
    own, others = _letters(text or ""), [_letters(other) for other in expected]
    return len(own) >= SHORTEST_TEXT and any(
        own in other or (len(other) >= SHORTEST_TEXT and other in own) for other in others
    )


def _fold(text: str) -> str:
    """Lower case, without marks and punctuation, spellings of an Arabic letter made one."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]", " ", bare.translate(LETTERS)).split())


def _letters(text: str) -> str:
    return _fold(text).replace(" ", "")
