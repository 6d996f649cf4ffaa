"""Numbers in digits and in words, Arabic and English."""

import re
import tomllib
from dataclasses import dataclass

from gazetteer.folding import fold

from .lexicons import FOLDER

_TABLES = tomllib.loads((FOLDER / "numbers.toml").read_text(encoding="utf-8"))
WORDS = {fold(word).text: value for word, value in {**_TABLES["ar"], **_TABLES["en"]}.items()}
FRACTIONS = {fold(word).text: value for word, value in _TABLES["fractions"].items()}
_names = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
_scale = r"(?:الف|الاف|مليون|thousand|million|hundred)"
NUMBER = re.compile(
    rf"(?<![\w.])(?:\d{{1,3}}(?:[,،]\d{{3}})+|\d{{1,9}}(?:\.\d{{1,3}})?)(?:\s+{_scale})?(?![\w])"
    rf"|(?<!\w)و?(?:{_names})(?:[\s-]+(?:و)?(?:{_names})){{0,5}}(?!\w)"
)
FRACTION = re.compile(rf"(?<!\w)[وب]?({'|'.join(sorted(FRACTIONS, key=len, reverse=True))})(?!\w)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands."""

    value: float
    start: int
    end: int


def numbers(text: str) -> list[Number]:
    """The numbers of a folded text, in order."""
    return [Number(_value(match[0]), match.start(), match.end()) for match in NUMBER.finditer(text)]


def fractions(text: str) -> list[Number]:
    """The fractions of a folded text, as per cent."""
    return [Number(FRACTIONS[match[1]], match.start(), match.end()) for match in FRACTION.finditer(text)]


def _value(words: str) -> float:
    total, part = 0.0, 0.0
    for word in re.split(r"[\s-]+", words):
        value = _digits(word) if word[0].isdigit() else WORDS.get(word, WORDS.get(word[1:], 0))
        if value in (100, 1000, 1_000_000) and part:
            part *= value
        elif value >= 1000:
            total, part = total + part + value, 0.0
        else:
            part += value
    return total + part


def _digits(word: str) -> float:
    return float(re.sub(r"[,،]", "", word))
