"""Numbers in digits and in words, Arabic and English."""

import re
from dataclasses import dataclass

from gazetteer.folding import fold

_ARABIC = {
    "واحد": 1,
    "حيان": 2,
    "حيين": 2,
    "اثنان": 2,
    "اثنين": 2,
    "ثلاثه": 3,
    "ثلاث": 3,
    "اربعه": 4,
    "اربع": 4,
    "خمسه": 5,
    "خمس": 5,
    "سته": 6,
    "ست": 6,
    "سبعه": 7,
    "سبع": 7,
    "ثمانيه": 8,
    "ثماني": 8,
    "تسعه": 9,
    "تسع": 9,
    "عشره": 10,
    "عشر": 10,
    "عشرين": 20,
    "عشرون": 20,
    "ثلاثين": 30,
    "ثلاثون": 30,
    "اربعين": 40,
    "اربعون": 40,
    "خمسين": 50,
    "خمسون": 50,
    "ستين": 60,
    "ستون": 60,
    "سبعين": 70,
    "سبعون": 70,
    "ثمانين": 80,
    "ثمانون": 80,
    "تسعين": 90,
    "تسعون": 90,
    "مئه": 100,
    "مايه": 100,
    "مئتين": 200,
    "مئتي": 200,
    "مايتي": 200,
    "ثلاثمئه": 300,
    "اربعمئه": 400,
    "خمسمئه": 500,
    "الف": 1000,
    "الاف": 1000,
    "الفي": 2000,
    "الفين": 2000,
    "مليون": 1_000_000,
}
_ENGLISH = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
}
WORDS = {fold(word).text: value for word, value in {**_ARABIC, **_ENGLISH}.items()}
FRACTIONS = {
    "ثلثي": 200 / 3,
    "ثلثين": 200 / 3,
    "ثلثا": 200 / 3,
    "نصف": 50.0,
    "ثلث": 100 / 3,
    "ربع": 25.0,
    "ثلاثه ارباع": 75.0,
    "two thirds": 200 / 3,
    "two-thirds": 200 / 3,
    "half": 50.0,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "a quarter": 25.0,
    "three quarters": 75.0,
}
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
