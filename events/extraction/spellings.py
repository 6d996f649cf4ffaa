"""Latin names of places in spellings that nobody listed: Ramussa for Ramouseh, al-Halk for al-Hellok."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from gazetteer.finder import Mention, Name
from gazetteer.folding import fold_name
from gazetteer.romanisation import skeleton

ARTICLE = r"(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]s|[Aa]r|[Aa]n|[Aa]t|[Aa]z|[Aa]d)"
WORD = rf"(?:{ARTICLE}[- ])?[A-Z][\w'’]+"
RUN = re.compile(rf"(?<![\w-]){WORD}(?:[ -]{WORD}){{0,3}}")
PART = re.compile(rf"(?<![\w-]){WORD}")
BEHIND = re.compile(r"[ ](?:district|neighbou?rhood|area|quarter|suburb|village|roundabout|front|bridge|crossing)s?\b")
BEFORE = re.compile(r"(?:district|neighbou?rhood|area|quarter|suburb|village)s?(?: of)? $")
SURE = 4  # signs of a skeleton that is no chance; a shorter one needs an article or "district" beside it
LEAST = 3
LONG_WORD = 6  # letters of a name whose few consonants are no chance
LONGEST = 3  # words of a name


class Spellings:
    """Finds capitalised names that are spelled otherwise than any listed name, but have the same consonants."""

    def __init__(self, names: Iterable[Name]):
        self._names = [(name.text, name.slug) for name in names if name.language == "en"]

    @cached_property
    def _slugs(self) -> dict[str, str | None]:
        """The place of each skeleton; None where several have it. Built when the first English sentence is read."""
        found: dict[str, str | None] = {}
        for text, slug in self._names:
            key = _key(text)
            found[key] = slug if found.get(key, slug) == slug else None
        return found

    def find(self, original: str, taken: Sequence[tuple[int, int]]) -> list[Mention]:
        """The names in a sentence, none in a stretch that is `taken`; spans are those of the sentence."""
        found = []
        for run in RUN.finditer(original):
            found += self._in_run(original, run, taken)
        return found

    def _in_run(self, original: str, run: re.Match, taken) -> Iterator[Mention]:
        words = list(PART.finditer(original, run.start(), run.end()))
        at = 0
        while at < len(words):
            for count in range(min(LONGEST, len(words) - at), 0, -1):
                start, end = words[at].start(), words[at + count - 1].end()
                slug = self._slug(original, start, end)
                if slug and not any(start < last and first < end for first, last in taken):
                    yield Mention((slug,), start, end)
                    at += count - 1
                    break
            at += 1

    def _slug(self, original: str, start: int, end: int) -> str | None:
        name = original[start:end]
        key = _key(name)
        slug = self._slugs.get(key) if len(key) >= LEAST else None
        is_sure = len(key) >= SURE or len(name) > LONG_WORD
        if slug is None or not (is_sure or _is_marked(original, start, end)):
            return None
        return slug if start > 0 or " " in name or _is_marked(original, start, end) else None


def _is_marked(original: str, start: int, end: int) -> bool:
    has_article = re.match(rf"{ARTICLE}[- ]", original[start:end])
    return bool(has_article or BEHIND.match(original, end) or BEFORE.search(original[max(0, start - 20) : start]))


@lru_cache(maxsize=50_000)
def _key(name: str) -> str:
    return skeleton(fold_name(name.replace("-", " ").replace("Centre", "Center")))
