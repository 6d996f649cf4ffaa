"""Made news, the same each time: sentences of the demo's reports among others that tell of no place's holder."""

import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPORTS = HERE.parent / "demo" / "reports"
SENTENCES = 16  # an article, about 3 kB of UTF-8 in Arabic
LINE = 4  # sentences a line at most


def articles(language: str, telling: float, number: int) -> list[str]:
    """Articles in which that share of the sentences comes from reports about control."""
    chance, told, other = random.Random(3), _told(language), _other(language)
    return [_article(chance, told, other, telling) for _ in range(number)]


def report_of(size: int, language: str, telling: float, between: str = " ") -> str:
    """One report of as many bytes of UTF-8, all but a sentence, with `between` between its sentences."""
    chance, told, other = random.Random(4), _told(language), _other(language)
    kept, reached = [], 0
    for number in count():
        is_told = int((number + 1) * telling) > int(number * telling)  # the same share in a short one as in a long one
        sentence = chance.choice(told if is_told else other)
        reached += len(f"{sentence}{between}".encode())
        if reached > size:
            return between.join(kept)
        kept.append(sentence)


def words_without_a_stop(number: int, language: str, telling: float) -> str:
    """One sentence of that many words."""
    words = report_of(number * 20, language, telling).replace(".", "").replace("؟", "").split()
    return " ".join(words[:number])


def _article(chance: random.Random, told: list[str], other: list[str], telling: float) -> str:
    drawn = [chance.choice(told if chance.random() < telling else other) for _ in range(SENTENCES)]
    return "\n".join(_lines(chance, drawn))


def _lines(chance: random.Random, drawn: list[str]) -> Iterator[str]:
    while drawn:
        size = chance.randint(1, LINE)
        yield " ".join(drawn[:size])
        drawn = drawn[size:]


def _told(language: str) -> list[str]:
    """The sentences of the demo's reports; their last line says what they are."""
    paths = sorted(REPORTS.glob(f"*-{language}.txt"))
    return [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()[:-1] if line]


def _other(language: str) -> list[str]:
    return (HERE / f"other-news-{language}.txt").read_text(encoding="utf-8").splitlines()
