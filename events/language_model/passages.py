"""A long report cut into passages that a model can read at once; offsets are kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from events.extraction.sentences import sentences

LONGEST = 6000  # characters: some 2,000 to 4,000 tokens in Arabic, which small local models hold beside the answer


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the report from the beginning of one sentence to the end of another."""

    text: str
    start: int  # in the report, as are those of its sentences
    sentences: tuple[tuple[int, int], ...]


def passages(text: str) -> Iterator[Passage]:
    """Yield passages of whole sentences, each as long as may be; what is no prose begins and ends none."""
    kept: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if kept and end - kept[0][0] > LONGEST:
            yield _passage(text, kept)
            kept = []
        kept.append((start, end))
    if kept:
        yield _passage(text, kept)


def _passage(text: str, kept: list[tuple[int, int]]) -> Passage:
    return Passage(text[kept[0][0] : kept[-1][1]], kept[0][0], tuple(kept))
