"""The rule: from what was said about one place to what we know of it. Pure.

Review answers "does the source say this?". The rule answers "then what do we know?". `/method/` publishes it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from events.hearing import Heard, Hearing, Word, latest_of_each_origin
from events.testimony import FIGHTING, Testimony, last_words, rival_of, verdict

RULE_ID = "control"
RULE_VERSION = "5"

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
DAY = timedelta(days=1)
OTHER_LINES = ("no-successor", "fighting", "held", "held-against", "denied", "siege", "editor")


class State(NamedTuple):
    """Who holds a place, and how sure that is. Without a status: no information."""

    holder: str | None = None
    status: str | None = None
    challenger: str | None = None
    is_besieged: bool = False


class Finding(NamedTuple):
    """What the rule found at one moment: the state from then on, the deciding line, what spoke for and against."""

    at: datetime
    until: datetime
    state: State
    line: str
    supports: tuple[str, ...]
    denials: tuple[str, ...]
    change: str = ""  # of holder, as "to government" or "from opposition"; empty for whatever else is said


class Weighed(NamedTuple):
    """One change of holder, weighed."""

    side: str
    status: str | None
    line: str
    supports: tuple[str, ...]
    denials: tuple[str, ...]
    rival: str | None = None  # the party that the denials put in its place


def assess(testimonies: Iterable[Testimony], *, window: timedelta) -> list[Finding]:
    """The findings about one place, in order of time; the order of the testimonies does not matter."""
    findings: list[Finding] = []
    state = State()
    for moment, fresh, recent in Hearing(testimonies, window).moment_by_moment():
        found = _find(state, fresh, recent)
        if found is not None:
            state, *rest = found
            findings.append(Finding(moment, _end(fresh, moment), state, *rest))
    return findings


def _end(fresh: Sequence[Testimony], moment: datetime) -> datetime:
    """Until when it was so, as far as what is new says."""
    last = max([said.end for said in fresh])
    return last if last > moment else moment + DAY


Keys = tuple[str, ...]
# State, line, supports, denials, and the change of holder where it is one
Found = tuple[State, str, Keys, Keys] | tuple[State, str, Keys, Keys, str] | None


def _find(state: State, fresh: Sequence[Testimony], recent: Sequence[Heard]) -> Found:
    rulings = [said for said in fresh if said.ruling]
    if rulings:
        return _ruled(state, rulings[-1])
    said = last_words(fresh)
    found = (
        _change(state, fresh, recent)
        or _departure(state, said)
        or _fighting(state, said)
        or _confirmation(state, said)
        or _siege(state, said)
        or _denial(state, said)
    )
    return found and _with_siege(_with_denials(found, said), said)


def _with_denials(found: Found, fresh: Sequence[Testimony]) -> Found:
    """A denial stays listed, also beside what the table does not weigh."""
    state, line, supports, denials, *change = found
    if line not in OTHER_LINES:
        return found
    listed = {*supports, *denials}
    denied = [said for said in fresh if said.stance != "asserts" and said.key not in listed]
    against = tuple([said.key for said in denied if _is_against(said, state.holder)])
    return state, line, supports, denials + against, *change


def _is_against(said: Testimony, holder: str | None) -> bool:
    """A denial of what is found: of who holds it, or of fighting or a siege there."""
    return holder is None or said.kind in (*FIGHTING, "siege") or verdict(said, holder).denies


def _with_siege(found: Found, fresh: Sequence[Testimony]) -> Found:
    """A siege of the same moment is a flag beside whatever else was found."""
    state, line, supports, denials, *change = found
    siege = None if line == "siege" else _siege(state, fresh)
    return (siege[0], line, supports + siege[2], denials, *change) if siege else found


def _ruled(state: State, said: Testimony) -> Found:
    """An editor's own judgement stands."""
    holder = said.side or (state.holder if said.ruling == "contested" else None)
    ruled = State(holder, said.ruling, said.other, said.is_besieged)
    return ruled, "editor", (said.key,), ()


def weigh(side: str, recent: Iterable[Testimony]) -> Weighed:
    """The change of holder to `side`, by the table; each origin counts once, with its latest word."""
    return _weighed(side, [Heard(said) for said in recent])


def _weighed(side: str, recent: Sequence[Heard]) -> Weighed:
    counted = latest_of_each_origin([word for heard in recent if (word := heard.on(side))])
    supports = [word for word in counted if word.verdict.supports]
    denials = [word for word in counted if word.verdict.denies]
    line = (_strength(supports), _strength(denials))
    rival = next(filter(None, (rival_of(word.said, side) for word in denials)), None)
    return Weighed(side, TABLE[line], "-".join(line), _keys(supports), _keys(denials), rival)


def _strength(counted: Sequence[Word]) -> str:
    if not counted:
        return "none"
    return "strong" if any([word.verdict.is_strong for word in counted]) else "partisan"


def _keys(counted: Sequence[Word]) -> Keys:
    return tuple([word.said.key for word in counted])


def _change(state: State, fresh: Sequence[Testimony], recent: Sequence[Heard]) -> Found:
    """A change of holder that somebody asserts within the window and something new speaks to."""
    sides = {heard.claimed_for for heard in recent if heard.claimed_for}
    if not sides:
        return None
    new = {said.key for said in fresh}
    weighed = [_weighed(side, recent) for side in sides]
    decided = [found for found in weighed if found.status and not new.isdisjoint(found.supports + found.denials)]
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
    return state._replace(status=status, challenger=None)


def _contested(state: State, best: Weighed) -> State:
    """Both claim it: the holder of before stays named first, unless it is the very change that is in doubt."""
    if state.holder not in (None, best.side):
        return state._replace(status="contested", challenger=best.side)
    if state.holder == best.side and state.status == "assessed" and not best.line.endswith("strong"):
        return state  # whoever holds it for sure is not shaken by the loser's word alone
    if state.holder is None and best.rival:
        return State(best.rival, "contested", best.side)
    challenger = best.rival or state.challenger
    return State(best.side, "contested", challenger if challenger != best.side else None, state.is_besieged)


def _departure(state: State, fresh: Sequence[Testimony]) -> Found:
    """A withdrawal or loss passes the place to the party that the claim names, else leaves it unknown."""
    left = [said for said in fresh if said.is_departure and state.holder in (None, said.side)]
    if not left:
        return None
    successor = next((said.other for said in left if said.other), None)
    keys = tuple(said.key for said in left)
    if successor is None:
        return State(None, "unknown"), "no-successor", keys, (), f"from {left[0].side}"
    weighed = weigh(successor, [*left, *(said for said in fresh if said.stance != "asserts")])
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
    contested = state._replace(holder=holder, status="contested", challenger=parties[0])
    return contested, "fighting", tuple(said.key for said in fights), ()


def _confirmation(state: State, fresh: Sequence[Testimony]) -> Found:
    """That a party still holds the place confirms it, or fills a gap; said against the holder, it contests."""
    holds = [said for said in fresh if said.kind == "hold" and said.stance == "asserts" and said.side]
    if not holds:
        return None
    side = state.holder if state.holder in [said.side for said in holds] else holds[0].side
    ours = [said for said in holds if said.side == side]
    keys, others = tuple([said.key for said in ours]), tuple([said.key for said in holds if said.side != side])
    is_strong = any([verdict(said, side).is_strong for said in ours])
    if state.holder is None or state.status == "unknown":
        return State(side, "assessed" if is_strong else "claimed"), "held", keys, others
    if side == state.holder:
        return (state._replace(status="assessed") if _settles(state, is_strong) else state), "held", keys, others
    against = state._replace(status="contested", challenger=side) if is_strong else state
    return against, "held-against", (), keys


def _settles(state: State, is_strong: bool) -> bool:
    return is_strong and state.status == "claimed"


def _siege(state: State, fresh: Sequence[Testimony]) -> Found:
    """A flag beside the status; nobody besieges what they hold, as where a region has fallen in part."""
    sieges = [said for said in fresh if said.kind == "siege" and said.stance == "asserts"]
    keys = tuple(said.key for said in sieges if said.side is None or said.side != state.holder)
    if not keys or state.status is None:
        return None
    return state._replace(is_besieged=True), "siege", keys, ()


def _denial(state: State, fresh: Sequence[Testimony]) -> Found:
    """A denial alone changes nothing and stays listed."""
    keys = tuple(said.key for said in fresh if said.stance != "asserts")
    return (state, "denied", (), keys) if keys and state.status else None
