"""How names are written in texts: the strings by which a finder looks for them, and texts made ready for it. Pure."""

import re
from collections.abc import Iterable

from .folding import fold_name

ARTICLE = "ال"
LATIN_ARTICLE = "(?:al|ash|el|a[dnrstz])"
SHORT_ARTICLE = re.compile(" (?:el|a[dnrstz]) ")  # in searched texts al, which is as long
LEADING_ARTICLES = re.compile(rf"(?:{LATIN_ARTICLE} )*")
INNER_ARTICLE = re.compile(rf" {LATIN_ARTICLE} ")
INNER_SPELLINGS = (" al ", " ash ", " ")
UNUSUAL = re.compile(r"[^' 0-9a-z\u0621-\u063a\u0641-\u064a]")
SHORTEST_STEM = 3  # a shorter word without its article is hardly ever the place


def backwards(text: str) -> str:
    """A folded text from its end to its start, between spaces; words are parted by spaces, Latin articles alike.

    Every character stays one character, so that places in the text can be counted back.
    """
    text = _spaced(text)
    if "a" in text or "e" in text:
        text = SHORT_ARTICLE.sub(" al ", text)
    return f" {text} ".replace("'", " ")[::-1]


def strings(name: str, language: str) -> Iterable[tuple[str, bool]]:
    """The strings to look for, each with whether it lacks the name's first ال."""
    text = _spaced(fold_name(name)).strip("' ")
    if language == "ar":
        return _arabic(text.replace("'", " "))
    return [(string.replace("'", " "), False) for string in _latin(text) if string]


def _spaced(text: str) -> str:
    """The text with a space for every character that is no letter, digit or apostrophe."""
    return text if text.isalnum() else UNUSUAL.sub(_letter_or_space, text)


def _letter_or_space(found: re.Match) -> str:
    return found[0] if found[0].isalnum() else " "


def _arabic(text: str) -> Iterable[tuple[str, bool]]:
    """The name; and without the articles inside it."""
    if f" {ARTICLE}" not in text:
        return [_stem(text)] if text else []
    first, *others = text.split(" ")
    return {_stem(text), _stem(" ".join([first, *(word.removeprefix(ARTICLE) or word for word in others)]))}


def _stem(text: str) -> tuple[str, bool]:
    has_article = text.startswith(ARTICLE) and not text.startswith(f"{ARTICLE} ")
    if has_article and len(text) - len(ARTICLE) >= SHORTEST_STEM:
        return text.removeprefix(ARTICLE), True
    return text, False


def _latin(text: str) -> Iterable[str]:
    """The name without its first article, with those inside it and without them, and without apostrophes."""
    stem = text[LEADING_ARTICLES.match(text).end() :]
    pieces = INNER_ARTICLE.split(stem)
    spelled = [article.join(pieces) for article in INNER_SPELLINGS] if len(pieces) > 1 else pieces
    return {*spelled, *(string.replace("'", "") for string in spelled)} if "'" in text else spelled
