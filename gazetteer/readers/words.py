"""Names as they come: cleaned, with their language and the kind that they usually have. Pure."""

import re
from collections.abc import Iterable

from gazetteer.folding import fold_name

from .entry import LANGUAGES, Name

ARABIC = re.compile("[\u0600-\u06ff]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Three-letter codes of the languages that the gazetteer tells apart
THREE_LETTERS = {"ara": "ar", "eng": "en", "fra": "fr", "fre": "fr", "kur": "ku", "kmr": "ku", "ckb": "ku", "tur": "tr"}


def clean(text: str | None) -> str:
    """The text with white space single and none at its ends."""
    return " ".join((text or "").split())


def language_by_script(text: str) -> str:
    """Arabic for Arabic letters, English for Latin ones, undetermined for others."""
    if ARABIC.search(text):
        return "ar"
    return "en" if LATIN.search(text) else "und"


def language_of(tag: str, text: str) -> str:
    """The language that a tag such as `ar`, `eng` or `ar-Latn` names; by script where it names none we keep."""
    code, _, rest = tag.lower().partition("-")
    if not code or "latn" in rest:
        return language_by_script(text)
    code = THREE_LETTERS.get(code, code)
    return code if code in LANGUAGES else "und"


def usual_kind(language: str, kind_of_place: str) -> str:
    """The kind of a further name: regions are spoken of collectively, Latin forms are transliterations."""
    if kind_of_place == "region":
        return "collective"
    return "alias" if language == "ar" else "transliteration"


def named(texts: Iterable[tuple[str, str]], kind_of_place: str, source: str = "") -> tuple[Name, ...]:
    """Names of texts with their languages: the first of a language is preferred, repeated ones are told once."""
    names: dict[tuple[str, str], Name] = {}
    preferred = set()
    for text, language in texts:
        text = clean(text)
        if (text, language) in names or not fold_name(text):
            continue
        is_first = language not in preferred and language != "und"
        preferred.add(language)
        kind = "preferred" if is_first else usual_kind(language, kind_of_place)
        names[text, language] = Name(text, language, kind, source)
    return tuple(names.values())
