"""What earlier sentences leave to later ones."""

from collections.abc import Callable, Mapping
from typing import Any

START = {
    "places": (),  # the place spoken of last
    "quarter": (),  # the last one that is no region
    "city": (),
    "speaker": (None, None),  # his slug and his words
    "actor": None,
    "day": None,
    "told": None,  # the last claim of control of the sentence before
    "left": False,  # somebody withdrew in the sentence before
    "anchors": [],  # places named last: their namesakes are near them
}


class Left:
    """A sentence and what was found in it, which is read when somebody asks. Small, for a long report has many."""

    __slots__ = ("_read", "_reading", "_span", "_until", "drafts")

    def __init__(self, read: Callable[[int, int, int], Any], span: tuple[int, int], until: int):
        """`read` takes the span, and the number of the sentence."""
        self._read, self._span, self._until = read, span, until
        self._reading, self.drafts = None, ()

    @property
    def reading(self):
        """The sentence read."""
        if self._reading is None:
            self._reading = self._read(*self._span, self._until)
        return self._reading


Step = Callable[[Any, Left], Any]


class Recollection:
    """The memory of a report, put together when something is asked of it, and only what is asked.

    Most sentences tell of no place's holder; where nobody asks what they leave, they are not read.
    """

    def __init__(self, steps: Mapping[str, Step]):
        """`steps` tell, of each thing remembered, what it is after a sentence, by what it was before."""
        self._steps, self._sentences = steps, []
        self._values, self._reached = dict(START), dict.fromkeys(START, 0)

    def sentence(self, read: Callable[[int, int, int], Any], start: int, end: int) -> Left:
        """The next sentence of the report, of which later ones will know."""
        left = Left(read, (start, end), len(self._sentences))
        self._sentences.append(left)
        return left

    def before(self, until: int) -> "Memory":
        """What the sentences before that one have left."""
        return Memory(self, until)

    def value(self, name: str, until: int):
        """What was remembered before that sentence. Asked in the order of the text: it does not go back."""
        while (at := self._reached[name]) < until:
            self._values[name] = self._steps[name](self._values[name], self._sentences[at])
            self._reached[name] = at + 1
        return self._values[name]


def _remembered(name: str) -> property:
    return property(lambda memory: memory.recollection.value(name, memory.until))


class Memory:
    """What the sentences before one have left; START tells what each thing is."""

    __slots__ = ("recollection", "until")

    def __init__(self, recollection: Recollection, until: int):
        self.recollection, self.until = recollection, until

    places, quarter, city = map(_remembered, ("places", "quarter", "city"))
    speaker, actor, day = map(_remembered, ("speaker", "actor", "day"))
    told, left, anchors = map(_remembered, ("told", "left", "anchors"))
