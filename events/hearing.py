"""What was said of one place, in the order in which it counts, and what each word means for a change. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from operator import attrgetter, itemgetter
from typing import NamedTuple

from events.testimony import Testimony, Verdict, verdict


class Word(NamedTuple):
    """A testimony that speaks for or against one change of holder."""

    said: Testimony
    verdict: Verdict
    order: tuple[datetime, datetime, bool, bool]  # of one moment, a word for it goes first, then a denial


def word_on(said: Testimony, side: str) -> Word | None:
    """The testimony as a word on the change to `side`; None when it says nothing of it."""
    found = verdict(said, side)
    if not found.speaks:
        return None
    return Word(said, found, (said.start, said.published_at, found.supports, said.stance != "asserts"))


def latest_of_each_origin(words: Iterable[Word]) -> list[Word]:
    """Each origin's last word on one change; of words that are alike in their order, the one that comes last counts."""
    words = sorted(words, key=attrgetter("order"))
    changes = [word.said for word in words if word.verdict.supports]
    since = min([said.start for said in changes], default=None)
    until = max([said.end for said in changes], default=None)
    last: dict[str, Word] = {}
    for word in words:
        said, found, _ = word
        is_too_early = found.not_of_before and since is not None and said.end <= since
        is_too_late = found.not_of_after and until is not None and said.start >= until
        if not (is_too_early or is_too_late):
            last[said.origin] = word
    return list(last.values())


class Heard:
    """A testimony among others; what it means for a change to one side or another is worked out once."""

    __slots__ = ("_words", "claimed_for", "said")

    def __init__(self, said: Testimony):
        self.said = said
        self.claimed_for = said.side if said.claims_the_whole else None  # the side that it says took the place
        self._words: dict[str, Word | None] = {}

    def on(self, side: str) -> Word | None:
        """Its word on the change to `side`, if it speaks to that."""
        if side not in self._words:
            self._words[side] = word_on(self.said, side)
        return self._words[side]


class Hearing:
    """All that was said of one place, in order of the moments from which it counts."""

    def __init__(self, testimonies: Iterable[Testimony], window: timedelta):
        self._window = window
        keyed = [(said.moment(window), said.published_at, said.rank, Heard(said)) for said in testimonies]
        keyed.sort(key=itemgetter(0, 1, 2))
        self._moments = [row[0] for row in keyed]
        self._heard = [row[3] for row in keyed]
        self._is_arranged = any([heard.said.is_apart or heard.said.change for heard in self._heard])

    def moment_by_moment(self) -> Iterable[tuple[datetime, list[Testimony], list[Heard]]]:
        """What counts from each moment, and what is weighed with it; what stands apart counts by itself."""
        first = last = 0
        while last < len(self._moments):
            start, moment = last, self._moments[last]
            last = bisect_right(self._moments, moment, start)
            first = bisect_right(self._moments, moment - self._window, first, last)
            fresh, recent = [heard.said for heard in self._heard[start:last]], self._heard[first:last]
            if self._is_arranged:
                yield from ((moment, some, self._beside(some, recent, first)) for some in _by_change(fresh))
            else:
                yield moment, fresh, recent

    def _beside(self, fresh: Sequence[Testimony], recent: list[Heard], first: int) -> list[Heard]:
        """Of what is within the window what belongs with it, and whatever else an editor put to the same change."""
        tied = {said.change for said in fresh if said.change}
        recent = [heard for heard in self._heard[:first] if heard.said.change in tied] + recent
        if fresh[0].is_apart:
            return [heard for heard in recent if heard.said is fresh[0] or not heard.said.claims_the_whole]
        return [heard for heard in recent if not heard.said.is_apart]


def _by_change(fresh: Sequence[Testimony]) -> Iterable[list[Testimony]]:
    together = [said for said in fresh if not said.is_apart]
    if together:
        yield together
    yield from ([said] for said in fresh if said.is_apart)
