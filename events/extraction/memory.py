"""What earlier sentences leave to later ones."""

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
