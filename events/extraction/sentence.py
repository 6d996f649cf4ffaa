"""A sentence in the characters of the report, and folded."""

from dataclasses import dataclass

from gazetteer.folding import Folded


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands in the report, its words, and its folded text, in which the rules count.

    `prose` is the original with blanks for what is left of HTML inside it, as long as the original.
    """

    original: str
    prose: str
    start: int
    folded: Folded

    def words(self, start: int, end: int) -> str:
        """The original words of a stretch of the folded text."""
        first, last = self.folded.span(start, end)
        return self.original[first:last]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text in characters of the report."""
        first, last = self.folded.span(start, end)
        return self.start + first, self.start + last
