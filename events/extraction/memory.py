"""What earlier sentences leave to later ones."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from .draft import Draft
from .mentions import Named
from .names import PlaceFact


@dataclass(slots=True)
class Memory:
    """The place, the speaker, the actor and the day spoken of last."""

    places: tuple[Named, ...] = ()
    speaker: tuple[str | None, str | None] = (None, None)  # his slug and his words
    actor: Named | None = None
    day: datetime | None = None
    city: tuple[Named, ...] = ()
    quarter: tuple[Named, ...] = ()  # the last place that is no region
    told: Draft | None = None  # the last claim of control of the sentence before
    left: bool = False  # somebody withdrew in the sentence before
    anchors: list[PlaceFact] = field(default_factory=list)  # places named last: their namesakes are near them


class Recollection:
    """The memory of a report, put together when something is asked of it.

    Most sentences tell of no place's holder and are read for the memory's sake alone; where nobody asks, they are not.
    """

    def __init__(self):
        self._memory = Memory()
        self._put_off: list[Callable[[Memory], None]] = []

    def later(self, remember: Callable[[Memory], None]) -> None:
        """Put off what a sentence leaves, until it is asked for."""
        self._put_off.append(remember)

    def __call__(self) -> Memory:
        """What all sentences so far have left, remembered in their order."""
        put_off, self._put_off = self._put_off, []
        for remember in put_off:
            remember(self._memory)
        return self._memory
