"""Benchmarks: each module's `run()` gives rows; `manage.py bench` prints them. Figures that are required are ratios."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, and the bound it has to keep, if any; a goal is told beside it and may be missed."""

    what: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None
    goal: float | None = None

    @property
    def required(self) -> str:
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return "" if self.at_most is None else f"≤ {self.at_most:g}"

    @property
    def verdict(self) -> str:
        """Whether it keeps its bound, or how near its goal it is."""
        if self.goal is not None:
            return f"goal {self.goal:g}, reached {self.value:.2g}"
        return ("kept" if self.is_kept else "MISSED") if self.required else ""

    @property
    def is_kept(self) -> bool:
        return (self.at_least is None or self.value >= self.at_least) and (
            self.at_most is None or self.value <= self.at_most
        )
