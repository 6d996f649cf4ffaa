"""Which place each feature of a file means: by code, by name in either script, by the spelling of a name, or nearly."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from gazetteer.folding import fold_name
from gazetteer.romanisation import skeleton

from .feature import Feature

SHORTEST_SKELETON = 2  # letters; fewer fit too many names
SEPARATORS = re.compile(r"[/,،;؛|()\[\]\n]| [-–—] |–|—")
# What stands beside a name without being part of it: words for a quarter, and the number of a part of one
BESIDE = re.compile(
    r"^(?:hayy?|quarter of|neighbou?rhood of|district of) | (?:quarter|neighbou?rhood|district)$| (?:[ivx]+|\d+)$", re.I
)


class How(IntEnum):
    """What a match rests on, the surest first."""

    CODE = 0
    NAME = 1
    SPELLING = 2
    PART = 3
    NEAR = 4


@dataclass(slots=True)
class Match:
    """The places that a feature may mean, and what that rests on; exactly one is a match."""

    feature: Feature
    places: set[str]
    how: How | None = None


@dataclass(slots=True)
class Names:
    """What is known of the places' names: texts to slugs."""

    codes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    folded: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spellings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, folded: str, slug: str) -> None:
        self.folded[folded].add(slug)
        if spelling := _spelling(folded):
            self.spellings[spelling].add(slug)

    def meaning(self, text: str) -> tuple[How | None, set[str]]:
        """The places that a field means, by the surest way that finds any."""
        if found := self.codes.get(text):
            return How.CODE, found
        how, found = self._named(text)
        if found:
            return how, found
        parts = [self._named(part)[1] for part in _parts(text)]
        found = set.union(set(), *parts)
        return (How.PART, found) if found else (None, set())

    def _named(self, text: str) -> tuple[How, set[str]]:
        if found := self.folded.get(fold_name(text)):
            return How.NAME, found
        return How.SPELLING, self.spellings.get(_spelling(text), set())


def match(features: Iterable[Feature], names: Names) -> list[Match]:
    """What each feature means, from all the columns that tell features apart."""
    features = list(features)
    meanings = {text: names.meaning(text) for text in {text for one in features for text in one.values.values()}}
    columns = _telling(features, meanings)
    return [_agreed(one, [meanings[text] for name, text in one.values.items() if name in columns]) for one in features]


def _telling(features: list[Feature], meanings: dict) -> set[str]:
    """The columns whose fields mean places and differ from row to row; a city's or district's name repeats."""
    texts = defaultdict(list)
    for feature in features:
        for name, text in feature.values.items():
            if meanings[text][1]:
                texts[name].append(text)
    variety = {name: len(set(found)) / len(found) for name, found in texts.items()}
    return {name for name, share in variety.items() if share >= max(variety.values()) / 2}


def _agreed(feature: Feature, said: list[tuple[How | None, set[str]]]) -> Match:
    """What the fields agree on; where they do not, a code outweighs whole names and these outweigh parts of names."""
    said = [(how, places) for how, places in said if places]
    if not said:
        return Match(feature, set())
    surest = min(how for how, _ in said)
    weighty = [places for how, places in said if how <= (surest if surest == How.CODE else max(surest, How.SPELLING))]
    everything = weighty if surest == How.CODE else [places for _, places in said]
    return Match(feature, set.intersection(*everything) or set.intersection(*weighty) or set.union(*weighty), surest)


def _spelling(text: str) -> str:
    """The form in which spellings of one name are equal; empty where it would fit too many names."""
    shared = skeleton(fold_name(text))
    return shared if len(shared) >= SHORTEST_SKELETON else ""


def _parts(text: str) -> Iterator[str]:
    """The names in a field that holds several, and each without the words beside it."""
    for part in SEPARATORS.split(text):
        name = part.strip()
        yield name
        if (bare := BESIDE.sub("", name)) != name:
            yield bare
