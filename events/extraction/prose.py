"""The prose of a report, folded once, and where in it the strings stand without which nothing is found."""

from bisect import bisect_left
from dataclasses import dataclass, field

from gazetteer.folding import Folded, fold

from .markup import blanked
from .sentence import Sentence
from .signs import SIGNS


@dataclass(slots=True)
class Prose:
    """A report, and the same without its markup, which is as long."""

    original: str
    text: str = field(init=False)
    folded: Folded = field(init=False)
    _ends: list[int] = field(init=False)  # of the strings, in characters of the text
    _bits: list[int] = field(init=False)

    def __post_init__(self):
        self.text = blanked(self.original)
        self.folded = fold(self.text)
        self._ends, self._bits = SIGNS.places(self.folded.text)
        if self.folded.offsets is not None:
            self._ends = [self.folded.offsets[end] for end in self._ends]

    def signs(self, start: int, end: int) -> int:
        """The bits of what there may be between start and end."""
        found = SIGNS.always
        first = bisect_left(self._ends, start)
        for bits in self._bits[first : bisect_left(self._ends, end, first)]:
            found |= bits
        return found

    def sentence(self, start: int, end: int) -> Sentence:
        """The stretch between start and end."""
        prose = self.text[start:end]
        folded = Folded(self.folded.text[start:end]) if self.folded.offsets is None else fold(prose)
        return Sentence(self.original[start:end], prose, start, folded)
