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

    @property
    def slugs(self) -> tuple[str, ...]:
        """The places it is about; none where none was named."""
        return self.place.slugs if self.place else ()

    @property
    def side(self) -> str:
        """The side of its actor."""
        return self.actor.side if self.actor else ""

    @property
    def is_wide(self) -> bool:
        """About a region or a city."""
        return self.place is not None and self.place.kind == "region"

    @property
    def is_share(self) -> bool:
        """Tells which share of one quarter is held, and no more."""
        return self.rule.endswith(".hold.share")
