"""Who and what a folded text names: places with context deciding homographs, actors, lists of places."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gazetteer.finder import Finder, Name

from .names import ActorName
from .phrases import Lexicon, bare_name

HOLDING = re.compile(r"s?-(?:held|controlled|ruled|occupied)(?!\w)")  # tells of a place, not who acts
WINDOW = 40  # characters around a name that decide whether it is one
LONGEST_JOIN = 70
LISTING = re.compile(r"[،,/]|(?<!\w)و")
SEPARATOR = re.compile(r"[،,/&]|(?<!\w)و|\band\b|\bor\b")
PREPOSITION = re.compile(r"\b(?:في|من|على|عن|in|of|at|from)\b|(?<!\w)ب$")
UMBRELLA = {"government": "government", "opposition": "opposition", "kurdish": "ypg", "isil": "isil"}


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of the sentence that names something: places have slugs, actors a side beside."""

    slugs: tuple[str, ...]
    start: int
    end: int
    side: str = ""
    bare: bool = False
    kind: str = ""  # of a place: what the gazetteer says it is


@dataclass(frozen=True, slots=True)
class Group:
    """Places named in one list."""

    places: tuple[Named, ...]

    @property
    def start(self) -> int:
        return self.places[0].start

    @property
    def end(self) -> int:
        return self.places[-1].end


class ActorFinder:
    """Finds actors by their names and by the generic wording of a lexicon."""

    def __init__(self, names: Iterable[ActorName]):
        names = list(names)
        self._sides = {name.slug: name.side for name in names}
        self._finder = Finder(Name(name.text, name.slug, name.language) for name in names if self._fights(name))

    def find(self, text: str, folded: str, lexicon: Lexicon, likely: int, turned: str) -> list[Named]:
        """The actors, the longest where several readings overlap.

        `text` shows capitals, and is as long as `folded`; `turned` is that text made ready for finders.
        """
        found = [
            Named(one.slugs[:1], one.start, one.end, self.side(one.slugs[0]))
            for one in self._finder.find_in(turned)
            if not _is_small_word(text[one.start : one.end])
        ]
        for bit, slug, regex in lexicon.fighters:
            if likely & bit:
                found += [Named((slug,), *m.span(), self.side(slug)) for m in regex.finditer(folded)]
        return [one for one in without_overlaps(found) if not HOLDING.match(folded, one.end)]

    def side(self, slug: str) -> str:
        """The side of an actor; of one that nobody listed, the umbrella it is named after."""
        return self._sides.get(slug) or next((side for side, name in UMBRELLA.items() if name == slug), "")

    @staticmethod
    def _fights(name: ActorName) -> bool:
        return name.slug != "contested" and name.slug != "civilians" and len(name.text) > 1


def _is_small_word(text: str) -> bool:
    """An abbreviation written small is a word of the language: "is" is not IS."""
    return len(text) <= 4 and text.isascii() and not text.isupper()


def without_overlaps(found: Iterable[Named]) -> list[Named]:
    """The longest of those that overlap, in order of the text."""
    kept: list[Named] = []
    for one in sorted(found, key=lambda one: (one.start, one.start - one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def real_places(found: Sequence[Named], folded: str, taken: Sequence[Named], lexicon: Lexicon) -> list[Named]:
    """The mentions that are places here: not a word of the language, not part of an organisation's name."""
    if not found:
        return []
    free = [one for one in found if not any(_inside(one, other) for other in taken)]
    kept = []
    for group in groups(free, folded, lexicon):
        sure = [_is_place(place, folded, lexicon) for place in group.places]
        if any(sure) or len(sure) >= 3:
            kept += [
                one
                for one, is_sure in zip(group.places, sure, strict=True)
                if is_sure or _anded(one, group, folded, lexicon)
            ]
    return kept


def _anded(place: Named, group: Group, folded: str, lexicon: Lexicon) -> bool:
    """A doubtful name is one where "and" binds it to others of a list."""
    at = group.places.index(place)
    sides = [folded[group.places[at - 1].end : place.start]] if at else []
    sides += [folded[place.end : group.places[at + 1].start]] if at + 1 < len(group.places) else []
    named = lexicon.homographs.get(bare_name(folded[place.start : place.end]))
    return not (named and named.pattern == "") and (lexicon.language == "en" or any("و" in side for side in sides))


def _in_organisation(place: Named, before: str, lexicon: Lexicon) -> bool:
    return any(len(before) - match.end() < 3 for match in lexicon.cues["organisation"].finditer(before))


def _inside(place: Named, other: Named) -> bool:
    """The name is part of a longer one: Aleppo in Army of Aleppo."""
    return other.start <= place.start and place.end <= other.end and other.end - other.start > place.end - place.start


def _is_place(place: Named, folded: str, lexicon: Lexicon) -> bool:
    before = folded[max(0, place.start - WINDOW) : place.start]
    cues = lexicon.homographs.get(bare_name(folded[place.start : place.end]))
    if cues and cues.pattern == "":
        return False
    around = before + folded[place.end : place.end + WINDOW]
    if place.bare and cues and cues.search(around):
        return False
    if lexicon.before.search(before):
        return True
    if _in_organisation(place, before, lexicon):
        return False
    return not place.bare and not (cues and cues.search(around))


def groups(places: Sequence[Named], folded: str, lexicon: Lexicon) -> list[Group]:
    """The places gathered into lists."""
    lists: list[list[Named]] = []
    for place in places:
        if lists and _joined(lists[-1][-1], place, folded, lexicon):
            lists[-1].append(place)
        else:
            lists.append([place])
    return [Group(tuple(part)) for one in lists for part in _split_apposition(one, folded, lexicon)]


def _split_apposition(places: list[Named], folded: str, lexicon: Lexicon) -> list[list[Named]]:
    """Two Arabic names with a comma alone between them are no list: the second says where the first is."""
    if lexicon.language == "ar" and len(places) == 2 and "و" not in folded[places[0].end : places[1].start]:
        return [[place] for place in places]
    return [places]


def _joined(first: Named, second: Named, folded: str, lexicon: Lexicon) -> bool:
    between = folded[first.end : second.start]
    if len(between) > LONGEST_JOIN or (lexicon.language == "ar" and not LISTING.search(between)):
        return False
    return bool(lexicon.between.fullmatch(between)) and _separates(between)


def _separates(between: str) -> bool:
    """A list needs its comma or and: "the Citadel of Aleppo" is not one.

    Feeds that dropped commas leave a bare article.
    """
    if SEPARATOR.search(between):
        return True
    return not PREPOSITION.search(between)
