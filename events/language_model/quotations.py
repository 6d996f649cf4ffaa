"""Where a quote of the model's stands in the report. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from .failure import Invalid
from .passages import Passage

LONGEST = 4000  # characters of the sentences that a quote stands in


@dataclass(frozen=True, slots=True)
class Quotation:
    """The model's quote and the whole sentences around it; all offsets are in the report."""

    words: str
    at: int
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def stretch(self, role: str, words: str | None) -> Iterator[tuple[str, int, int]]:
        """Yield a span for words that stand in the sentences, the first of them."""
        if words and words in self.text:
            start = self.start + self.text.index(words)
            yield role, start, start + len(words)


def located(raw: object, passage: Passage) -> Quotation:
    """The quotation of words that stand in the passage letter for letter.

    A claim stands on whole sentences, as those of the rules do: a quote that left out the "not" before it shows so.
    """
    words = raw.strip() if isinstance(raw, str) else ""
    if not words or words not in passage.text:
        raise Invalid("its quote is not in the text")
    at = passage.start + passage.text.index(words)
    around = [(start, end) for start, end in passage.sentences if start < at + len(words) and at < end]
    if not around:
        raise Invalid("its quote is in no sentence")
    start, end = min(around[0][0], at), max(around[-1][1], at + len(words))
    if end - start > LONGEST:
        raise Invalid("its quote is too long")
    return Quotation(words, at, passage.text[start - passage.start : end - passage.start], start)
