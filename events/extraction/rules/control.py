"""The main rule: a phrase of the lexicon, the places it is about, who did it."""

import re
from collections.abc import Iterator

from ..arguments import actor_of, places_of, receiver_of
from ..draft import Draft
from ..mentions import Named
from ..reading import Reading
from ..triggers import Trigger
from .counts import listed_counts

TAKING = ("capture", "hold", "transfer")
BEGIN_REACH = 16  # characters between "began to" and "withdraw"
REPORTED = re.compile(r"(?:ما|التي|الذي|what|which|that)\s+$")  # what another said is what is denied
MODE_REACH = 80  # characters between "aims to" and what is aimed at
HELD_REACH = 25  # the same for what is held while something is aimed at
ATTEMPT_REACH = 34  # characters between "offensive" and "to take"


def control(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for each phrase and each place it is about."""
    triggers = reading.triggers
    for index, trigger in enumerate(triggers):
        following = [one for one in triggers[index + 1 : index + 9] if _ends_reach(reading, one)]
        preceding = triggers[:index]
        if _is_aftermath(reading, trigger) or _is_taker_of_fall(reading, trigger, preceding[-1:]):
            continue
        places = places_of(reading, trigger, following[:1], preceding[-1:])
        until = following[0].start if following else len(reading.text)
        if places:
            yield from _drafts(reading, trigger, places, until)


def _ends_reach(reading: Reading, following: Trigger) -> bool:
    """What stands behind a later verb belongs to it; but Arabic puts "after fighting in X" before what was reached."""
    is_inserted = reading.lexicon.language == "ar" and _is_aftermath(reading, following)
    return following.phrase.frame != "state" and not is_inserted


def _drafts(reading: Reading, trigger: Trigger, places, until: int) -> Iterator[Draft]:
    last = max(until, max(place.end for place in places))
    receiver = receiver_of(reading, trigger, last) if trigger.phrase.receiver else None
    actor = receiver or actor_of(reading, trigger, places, last)
    kind, mode = "transfer" if receiver else _kind(reading, trigger, actor), _mode(reading, trigger)
    if kind == "hold" and mode == "historical" and not trigger.phrase.mode:
        return  # who held it before is no news of who holds it
    stance, negation = _stance(reading, trigger)
    told = {id(place): number.value for group, number in listed_counts(reading) for place in group.places}
    for place in places:
        partial, quantity = _is_of_a_part(reading, trigger, place), told.get(id(place))
        yield Draft(
            trigger.phrase.id, kind, stance, mode, (trigger.start, trigger.end), place, actor, partial, negation,
            quantity, "neighbourhoods" if quantity else None,
        )  # fmt: skip


def _is_of_a_part(reading: Reading, trigger: Trigger, place: Named) -> bool:
    """Less than the whole: "parts of" before the place or its list; what only begins; a retreat from nowhere named.

    "Several quarters, including X" says of X that it was the whole.
    """
    is_inferred = trigger.phrase.kind == "withdrawal" and place.start <= trigger.start
    if is_inferred or reading.cue("begins", trigger.start - BEGIN_REACH, trigger.start + 1):
        return True
    floor = trigger.end if place.start >= trigger.end else reading.clause_start(place.start)
    cue = reading.cue("partial", floor, place.start)
    return cue is not None and reading.cue("include", cue.end(), place.start) is None


def _is_aftermath(reading: Reading, trigger: Trigger) -> bool:
    """Fighting that only says when or why something else happened."""
    if trigger.phrase.kind != "clash":
        return False
    cue = reading.cue("aftermath", trigger.start - 14, trigger.start)
    return cue is not None and trigger.start - cue.end() < 2


def _is_taker_of_fall(reading: Reading, trigger: Trigger, preceding: list[Trigger]) -> bool:
    """Words such as "in the hands of" behind "fell" name who took the place, and are no claim of their own."""
    if trigger.phrase.frame != "state" or not preceding or preceding[0].phrase.frame != "fall":
        return False
    return reading.clause_end(preceding[0].start) >= trigger.end


def _kind(reading: Reading, trigger: Trigger, actor) -> str:
    kind = trigger.phrase.kind
    if trigger.phrase.id.endswith(".enter") and _has_been_left(reading):
        return "capture"  # the other side has gone
    if trigger.phrase.frame == "fall" and actor is None:
        return "loss"
    if kind == "capture" and (cue := reading.cue("attempt", trigger.start - ATTEMPT_REACH, trigger.start)):
        return "clash" if reading.lexicon.language == "ar" or trigger.start - cue.end() < 3 else kind
    return kind


def _has_been_left(reading: Reading) -> bool:
    has_left = any(one.phrase.kind == "withdrawal" for one in reading.triggers)
    return has_left or reading.memory.left or reading.cue("gone", 0, len(reading.text)) is not None


def _mode(reading: Reading, trigger: Trigger) -> str:
    if trigger.phrase.mode:
        return trigger.phrase.mode
    reach = HELD_REACH if trigger.phrase.frame == "state" else MODE_REACH
    floor = max(reading.clause_start(trigger.start), trigger.start - reach)
    wish = reading.cue("hypothetical", floor, trigger.end)
    if wish and not reading.cue("aftermath", wish.end(), trigger.start):  # "vowed to fight on after losing"
        return "hypothetical"
    aim = reading.cue("aim", trigger.start - 8, trigger.start)
    if aim and trigger.start - aim.end() < 2:
        return "hypothetical"
    return "historical" if reading.cue("pluperfect", floor, trigger.end) else "actual"


def _says_more(reading: Reading, start: int, end: int) -> bool:
    """The speaker says something else behind what he denies: "denied the report and said that"."""
    between = [verb for verb in reading.verbs if start <= verb.start() < end]
    return any(not REPORTED.search(reading.text, start, verb.start()) for verb in between)


def _stance(reading: Reading, trigger: Trigger):
    floor = max(reading.clause_start(trigger.start), trigger.start - 110)
    if taken_back := reading.cue("retract", floor, trigger.start):
        return "retracts", taken_back.span()
    cue = reading.cue("deny", floor, trigger.start)
    if cue and _says_more(reading, cue.end(), trigger.start):
        cue = None
    near = reading.cue("not", trigger.start - 14, trigger.start)
    if near and trigger.start - near.end() < 3:
        cue = cue or near
    cue = cue or reading.cue("not_after", trigger.end, min(trigger.end + 45, reading.clause_end(trigger.start)))
    return ("denies", (cue.start(), cue.end())) if cue else ("asserts", None)
