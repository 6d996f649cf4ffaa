"""The rule: from what was said about one place to what we know of it. Pure.

Review answers "does the source say this?". The rule answers "then what do we know?". `/method/` publishes it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from events.testimony import Testimony, Verdict, latest_of_each_origin, rival_of, verdict

RULE_ID = "control"
RULE_VERSION = "3"

# What support and denial of one change amount to; `/method/` shows this very table. None: no change.
TABLE: dict[tuple[str, str], str | None] = {
    ("strong", "none"): "assessed",
    ("strong", "partisan"): "assessed",
    ("strong", "strong"): "contested",
    ("partisan", "none"): "claimed",
    ("partisan", "partisan"): "contested",
    ("partisan", "strong"): "contested",
    ("none", "none"): None,
    ("none", "partisan"): None,
    ("none", "strong"): None,
}
OTHER_LINES = ("no-successor", "fighting", "held", "held-against", "denied", "siege", "editor")


@dataclass(frozen=True, slots=True)
class State:
    """Who holds a place, and how sure that is. Without a status: no information."""

    holder: str | None = None
    status: str | None = None
    challenger: str | None = None
    is_besieged: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rule found at one moment: the state from then on, the deciding line, what spoke for and against."""

    at: datetime
    until: datetime
    state: State
    line: str
    supports: tuple[str, ...]
    denials: tuple[str, ...]
    change: str = ""  # of holder, as "to government" or "from opposition"; empty for whatever else is said


@dataclass(frozen=True, slots=True)
class Weighed:
    """One change of holder, weighed."""

    side: str
    status: str | None
    line: str
    supports: tuple[str, ...]
    denials: tuple[str, ...]
    rival: str | None = None  # the party that the denials put in its place


def assess(testimonies: Iterable[Testimony], *, window: timedelta) -> list[Finding]:
    """The findings about one place, in order of time; the order of the testimonies does not matter."""
    heard = Heard(testimonies, window)
    findings: list[Finding] = []
    state = State()
    for moment, fresh in heard.moment_by_moment():
        found = _find(state, fresh, heard.beside(fresh, moment))
        if found is None:
            continue
        state, line, supports, denials, *change = found
        until = max([said.end for said in fresh if said.end > moment], default=moment + timedelta(days=1))
        findings.append(Finding(moment, until, state, line, supports, denials, *change))
    return findings


class Heard:
    """What was said of one place, in order of the moments from which it counts."""

    def __init__(self, testimonies: Iterable[Testimony], window: timedelta):
        self._window = window
        keyed = [(said.moment(window), said) for said in testimonies]
        keyed.sort(key=lambda pair: (pair[0], pair[1].published_at, pair[1].rank))
        self._moments = [moment for moment, _ in keyed]
        self._said = [said for _, said in keyed]
        self._tied = [pair for pair in keyed if pair[1].change]

    def moment_by_moment(self) -> Iterable[tuple[datetime, list[Testimony]]]:
        """What counts from each moment; what stands apart counts by itself."""
        for moment, pairs in groupby(zip(self._moments, self._said, strict=True), key=lambda pair: pair[0]):
            fresh = [said for _, said in pairs]
            together = [said for said in fresh if not said.is_apart]
            if together:
                yield moment, together
            yield from ((moment, [said]) for said in fresh if said.is_apart)

    def beside(self, fresh: Sequence[Testimony], moment: datetime) -> list[Testimony]:
        """What is weighed with it: within the window, and whatever an editor put to the same change."""
        first, last = (bisect_right(self._moments, at) for at in (moment - self._window, moment))
        tied = {said.change for said in fresh if said.change}
        earlier = [said for at, said in self._tied if at <= moment - self._window and said.change in tied]
        recent = earlier + self._said[first:last]
        if fresh[0].is_apart:
            return [said for said in recent if said is fresh[0] or not said.claims_the_whole]
        return [said for said in recent if not said.is_apart]


Keys = tuple[str, ...]
# State, line, supports, denials, and the change of holder where it is one
Found = tuple[State, str, Keys, Keys] | tuple[State, str, Keys, Keys, str] | None


def _find(state: State, fresh: Sequence[Testimony], recent: Sequence[Testimony]) -> Found:
    rulings = [said for said in fresh if said.ruling]
    if rulings:
        return _ruled(state, rulings[-1])
    return (
        _change(state, fresh, recent)
        or _departure(state, fresh)
        or _fighting(state, fresh)
        or _confirmation(state, fresh)
        or _siege(state, fresh)
        or _denial(state, fresh)
    )


def _ruled(state: State, said: Testimony) -> Found:
    """An editor's own judgement stands."""
    holder = said.side or (state.holder if said.ruling == "contested" else None)
    ruled = State(holder, said.ruling, said.other, said.is_besieged)
    return ruled, "editor", (said.key,), ()


def weigh(side: str, recent: Sequence[Testimony]) -> Weighed:
    """The change of holder to `side`, by the table; each origin counts once, with its latest word."""
    counted = latest_of_each_origin(recent, side)
    supports = [(said, found) for said, found in counted if found.supports]
    denials = [(said, found) for said, found in counted if found.denies]
    line = (_strength(supports), _strength(denials))
    rival = next(filter(None, (rival_of(said, side) for said, _ in denials)), None)
    return Weighed(side, TABLE[line], "-".join(line), _keys(supports), _keys(denials), rival)


def _strength(counted: Sequence[tuple[Testimony, Verdict]]) -> str:
    if not counted:
        return "none"
    return "strong" if any(found.is_strong for _, found in counted) else "partisan"


def _keys(counted: Sequence[tuple[Testimony, Verdict]]) -> tuple[str, ...]:
    return tuple(said.key for said, _ in counted)


def _change(state: State, fresh: Sequence[Testimony], recent: Sequence[Testimony]) -> Found:
    """A change of holder that somebody asserts within the window and something new speaks to."""
    new = {said.key for said in fresh}
    sides = {said.side for said in recent if said.claims_the_whole and said.side}
    weighed = [weigh(side, recent) for side in sides]
    decided = [found for found in weighed if found.status and new.intersection(found.supports + found.denials)]
    if not decided:
        return None
    best = min(decided, key=_rank)
    return _after(state, best), best.line, best.supports, best.denials, f"to {best.side}"


def _rank(weighed: Weighed) -> tuple[int, str]:
    return ("assessed", "contested", "claimed").index(weighed.status), weighed.side


def _after(state: State, best: Weighed) -> State:
    """The state once the change to `best.side` has been weighed."""
    if best.status == "contested":
        return _contested(state, best)
    if state.holder != best.side:
        return State(best.side, best.status)
    status = "assessed" if "assessed" in (best.status, state.status) else best.status
    return replace(state, status=status, challenger=None)


def _contested(state: State, best: Weighed) -> State:
    """Both claim it: the holder of before stays named first, unless it is the very change that is in doubt."""
    if state.holder not in (None, best.side):
        return replace(state, status="contested", challenger=best.side)
    if state.holder == best.side and state.status == "assessed" and not best.line.endswith("strong"):
        return state  # whoever holds it for sure is not shaken by the loser's word alone
    if state.holder is None and best.rival:
        return State(best.rival, "contested", best.side)
    challenger = best.rival or state.challenger
    return replace(
        state, holder=best.side, status="contested", challenger=challenger if challenger != best.side else None
    )


def _departure(state: State, fresh: Sequence[Testimony]) -> Found:
    """A withdrawal or loss passes the place to the party that the claim names, else leaves it unknown."""
    left = [said for said in fresh if said.is_departure and state.holder in (None, said.side)]
    if not left:
        return None
    successor = next((said.other for said in left if said.other), None)
    keys = tuple(said.key for said in left)
    if successor is None:
        return State(None, "unknown"), "no-successor", keys, (), f"from {left[0].side}"
    weighed = weigh(successor, left)
    if weighed.status is None:
        return None  # whoever named the successor says since that it left as well
    return _after(state, weighed), weighed.line, weighed.supports, weighed.denials, f"to {successor}"


def _fighting(state: State, fresh: Sequence[Testimony]) -> Found:
    """An advance or clash by a party that is not the holder makes the place contested."""
    fights = [said for said in fresh if said.is_partial_claim]
    parties = [side for said in fights for side in (said.side, said.other) if side and side != state.holder]
    if not parties:
        return None
    holder = state.holder or next((said.other for said in fights if said.other and said.other != parties[0]), None)
    contested = replace(state, holder=holder, status="contested", challenger=parties[0])
    return contested, "fighting", tuple(said.key for said in fights), ()


def _confirmation(state: State, fresh: Sequence[Testimony]) -> Found:
    """That a party still holds the place confirms it, or fills a gap; said against the holder, it contests."""
    holds = [said for said in fresh if said.kind == "hold" and said.stance == "asserts" and said.side]
    if not holds:
        return None
    side = state.holder if any(said.side == state.holder for said in holds) else holds[0].side
    ours = [said for said in holds if said.side == side]
    keys, others = tuple(said.key for said in ours), tuple(said.key for said in holds if said.side != side)
    is_strong = any(verdict(said, side).is_strong for said in ours)
    if state.holder is None or state.status == "unknown":
        return State(side, "assessed" if is_strong else "claimed"), "held", keys, others
    if side == state.holder:
        return (replace(state, status="assessed") if _settles(state, is_strong) else state), "held", keys, others
    against = replace(state, status="contested", challenger=side) if is_strong else state
    return against, "held-against", (), keys


def _settles(state: State, is_strong: bool) -> bool:
    return is_strong and state.status == "claimed"


def _siege(state: State, fresh: Sequence[Testimony]) -> Found:
    """A flag beside the status; nobody besieges what they hold, as where a region has fallen in part."""
    sieges = [said for said in fresh if said.kind == "siege" and said.stance == "asserts"]
    keys = tuple(said.key for said in sieges if said.side is None or said.side != state.holder)
    if not keys or state.status is None:
        return None
    return replace(state, is_besieged=True), "siege", keys, ()


def _denial(state: State, fresh: Sequence[Testimony]) -> Found:
    """A denial alone changes nothing and stays listed."""
    keys = tuple(said.key for said in fresh if said.stance != "asserts")
    return (state, "denied", (), keys) if keys and state.status else None
