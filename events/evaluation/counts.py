"""Right, wrong and missed, and the figures that follow from them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How often something was right, wrongly told, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    def __bool__(self) -> bool:
        return bool(self.right or self.wrong or self.missed)

    @property
    def is_perfect(self) -> bool:
        return not (self.wrong or self.missed)

    @property
    def precision(self) -> float:
        """The share of what was told that is right."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is wanted that was told."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


def of_sets(told: set, wanted: set, allowed: set) -> Count:
    """What was told against what had to be and what might be told."""
    return Count(len(told & allowed), len(told - allowed), len(wanted - told))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
