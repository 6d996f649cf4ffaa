"""A claim as a rule sees it, in positions of the folded sentence."""

from dataclasses import dataclass

from .mentions import Named


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule found; the extractor adds speaker, date and the original's positions."""

    rule: str
    kind: str
    stance: str
    mode: str
    trigger: tuple[int, int]
    place: Named | None
    actor: Named | None = None
    partial: bool = False
    negation: tuple[int, int] | None = None
    quantity: float | None = None
    unit: str | None = None
    score: float = 0.8
