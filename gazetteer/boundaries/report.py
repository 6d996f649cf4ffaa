"""What became of a file, for the person who loads it: counts first, then lists."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from .matching import How, Match

BY = {
    How.CODE: "by code",
    How.NAME: "by name",
    How.SPELLING: "by another spelling of a name",
    How.PART: "by a part of a field",
    How.NEAR: "near",
}


@dataclass(slots=True)
class Report:
    """What matched which place, what did not, and what was done to the outlines."""

    matched: list[Match] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)
    check: list[str] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    stored: int = 0

    def slugs(self) -> dict[int, str]:
        """Feature number → slug of its place."""
        return {one.feature.number: next(iter(one.places)) for one in self.matched}

    def counts(self) -> Iterator[str]:
        places = len(set(self.slugs().values()))
        total = len(self.matched) + len(self.unmatched) + len(self.ambiguous)
        how = Counter(one.how for one in self.matched)
        told = ", ".join(f"{how[one]} {text}" for one, text in BY.items() if how[one])
        yield f"Features: {total}"
        yield f"Matched: {len(self.matched)} features, {places} places ({told})"
        yield f"Unmatched: {len(self.unmatched)} features"
        yield f"Ambiguous: {len(self.ambiguous)} features"
        yield f"Repaired: {len(self.repaired)}; overlaps cut away: {len(self.cut)}; to check: {len(self.check)}"

    def lists(self) -> Iterator[tuple[str, list[str]]]:
        """The lists by title, without the empty ones; what matched comes last, for it is the longest."""
        matched = [f"{one.feature}: {next(iter(one.places))} ({BY[one.how]})" for one in self.matched]
        yield from (
            (title, lines)
            for title, lines in (
                ("Unmatched", self.unmatched),
                ("Ambiguous", self.ambiguous),
                ("Please check", self.check),
                ("Repaired", self.repaired),
                ("Overlaps cut away", self.cut),
                ("Matched", matched),
            )
            if lines
        )
