"""What one origin said about one place, and what that means for a change of holder. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

INDEPENDENT = "independent"
TAKING, LEAVING, FIGHTING = ("capture", "transfer"), ("withdrawal", "loss"), ("advance", "clash")
UNKNOWN = "unknown"  # nobody knows whom the origin speaks for, so its word is never strong


class Testimony(NamedTuple):
    """An accepted claim, or an editor's entry, as the rule sees it. Sides, not actors; moments are aware."""

    key: str  # what it stands for, such as "claim:12"
    origin: str  # who says it; each origin counts once
    affiliation: str  # a side, INDEPENDENT or UNKNOWN
    kind: str
    stance: str
    side: str | None  # who took, holds, lost or attacks the place
    other: str | None  # the counterparty
    is_partial: bool  # speaks of less than the whole
    start: datetime
    end: datetime
    published_at: datetime
    ruling: str | None = None  # the status that an editor set by own judgement
    is_besieged: bool = False
    is_of_region: bool = False  # said of a region that the place belongs to
    copies: tuple[str, ...] = ()  # keys of statements read from the same text, which do not count
    told: tuple[datetime, datetime] | None = None  # the time that it gave, where others give the change a narrower one
    change: str = ""  # an editor's word: the change it belongs to, together with whatever bears the same
    is_apart: bool = False  # an editor's word: it speaks of no change that others speak of
    first_key: str = ""  # the key that it had at first, where it has been taken back and brought back since

    def moment(self, window: timedelta) -> datetime:
        """When it counts from: its start, or, where the interval is too long to say, its end."""
        return self.start if self.end - self.start <= window else self.end

    @property
    def rank(self) -> tuple:
        """What orders statements of one moment: what they say, not the number that they happened to get.

        Of an editor's rulings the one made last counts, so these go by the number that they had at first.
        """
        key = self.first_key or self.key
        number = len(key), key
        if self.ruling:
            return (), number
        parties = self.side or "", self.other or ""
        what = self.origin, self.kind, self.stance, *parties, self.is_partial, self.is_of_region
        return (*what, self.end, *self.times), number

    @property
    def times(self) -> tuple[datetime, datetime]:
        """The time that it gives, as it gave it."""
        return self.told or (self.start, self.end)

    @property
    def claims_the_whole(self) -> bool:
        return self.kind in TAKING and self.stance == "asserts" and not self.is_partial and self.ruling is None

    @property
    def is_departure(self) -> bool:
        return self.kind in LEAVING and self.stance == "asserts" and not self.is_partial

    @property
    def is_partial_claim(self) -> bool:
        """Says of less than the whole place that somebody fights for it or has it."""
        is_of_part = self.kind in FIGHTING or (self.is_partial and self.kind in TAKING + LEAVING)
        return is_of_part and self.stance == "asserts"


def last_words(fresh: Sequence[Testimony]) -> Sequence[Testimony]:
    """The statements of one moment without those that their own origin denied or retracted later."""
    taken_back = [said for said in fresh if said.stance != "asserts"]
    return (
        [said for said in fresh if not any(_takes_back(later, said) for later in taken_back)] if taken_back else fresh
    )


def _takes_back(later: Testimony, said: Testimony) -> bool:
    is_same = (later.origin, later.kind) == (said.origin, said.kind) and later.side in (None, said.side)
    return is_same and said.stance == "asserts" and later.published_at > said.published_at


class Verdict(NamedTuple):
    """Whether a testimony supports or denies a change of holder, and how strongly."""

    supports: bool = False
    denies: bool = False
    is_strong: bool = False
    not_of_before: bool = False  # denies it only when said of the same time or later
    not_of_after: bool = False  # a rival's later capture is a change of its own, not a denial of this one

    @property
    def speaks(self) -> bool:
        return self.supports or self.denies


def verdict(said: Testimony, side: str) -> Verdict:
    """What `said` means for the change of holder to `side`."""
    what = said.kind, said.stance, said.is_partial, said.ruling, said.side, said.other, said.affiliation, side
    found = _verdicts.get(what)
    if found is None:
        found = _verdicts[what] = _verdict(said, side)
    return found


_verdicts: dict[tuple, Verdict] = {}  # of a few thousand kinds of statement; there are no more


def _verdict(said: Testimony, side: str) -> Verdict:
    if said.ruling:
        return Verdict()
    if said.stance != "asserts":
        return _denial_of(said, side)
    if said.is_partial_claim:
        return Verdict(denies=True, is_strong=_denies_strongly(said, side), not_of_before=True)
    if said.kind in ("capture", "transfer", "hold"):
        return _possession(said, side)
    if said.is_departure:
        return _departure(said, side)
    return Verdict()


def _possession(said: Testimony, side: str) -> Verdict:
    """Having a place speaks for the one and against the others."""
    if said.side == side:
        return Verdict(supports=True, is_strong=said.affiliation not in (side, UNKNOWN))
    if said.side is None:
        return Verdict()
    return Verdict(
        denies=True,
        is_strong=said.affiliation not in (said.side, UNKNOWN),
        not_of_before=True,
        not_of_after=said.kind != "hold",
    )


def _departure(said: Testimony, side: str) -> Verdict:
    """Leaving speaks against the party that left, and for the one that the claim names or leaves open."""
    if said.side == side:
        return Verdict(denies=True, is_strong=_denies_strongly(said, side))
    if said.other in (None, side):
        return Verdict(supports=True, is_strong=said.affiliation not in (side, UNKNOWN))
    return Verdict()


def _denial_of(said: Testimony, side: str) -> Verdict:
    taking = said.kind in ("capture", "transfer", "hold") and said.side in (None, side)
    leaving = said.kind in LEAVING and said.side != side
    if not (taking or leaving):
        return Verdict()
    return Verdict(denies=True, is_strong=_denies_strongly(said, side))


def _denies_strongly(said: Testimony, side: str) -> bool:
    return said.affiliation in (INDEPENDENT, side)


def rival_of(said: Testimony, side: str) -> str | None:
    """The party that a denial of the change to `side` puts in its place, as far as it says or speaks for one."""
    named = [party for party in (said.side, said.other) if party and party != side]
    if named:
        return named[0]
    return said.affiliation if said.affiliation not in (side, INDEPENDENT, UNKNOWN) else None
