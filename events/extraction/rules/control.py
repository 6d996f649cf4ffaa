"""The main rule: a phrase of the lexicon, the places it is about, who did it."""

from collections.abc import Iterator

from ..arguments import actor_of, places_of, receiver_of
from ..draft import Draft
from ..reading import Reading
from ..triggers import Trigger
from .counts import listed_counts
from .doubt import mode_of, stance_of
from .extent import is_of_a_part
from .kind import kind_of


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
        if places and not _is_of_no_ground(reading, trigger, places):
            yield from _drafts(reading, trigger, places, until)


def _ends_reach(reading: Reading, following: Trigger) -> bool:
    """What stands behind a later verb belongs to it; but Arabic puts "after fighting in X" before what was reached."""
    is_inserted = reading.lexicon.language == "ar" and _is_aftermath(reading, following)
    return following.phrase.frame != "state" and not is_inserted


def _is_of_no_ground(reading: Reading, trigger: Trigger, places) -> bool:
    """People, arms or a mood were taken, lost or held in the place, and not the place."""
    if trigger.phrase.kind not in ("capture", "loss") or trigger.phrase.frame != "act":
        return False
    end = min((place.start for place in places if place.start >= trigger.end), default=trigger.end)
    cue = reading.cue("no_ground", trigger.end, end)
    return cue is not None and (reading.lexicon.language == "ar" or cue.start() - trigger.end < 2)


def _drafts(reading: Reading, trigger: Trigger, places, until: int) -> Iterator[Draft]:
    last = max(until, max(place.end for place in places))
    receiver = receiver_of(reading, trigger, last) if trigger.phrase.receiver else None
    actor = receiver or actor_of(reading, trigger, places, last)
    kind, mode = "transfer" if receiver else kind_of(reading, trigger, actor), mode_of(reading, trigger, places)
    if kind == "hold" and mode == "historical" and not trigger.phrase.mode:
        return  # who held it before is no news of who holds it
    if mode == "hypothetical" and all(place.start == place.end for place in places):
        return  # an "it" of the sentence before, that somebody may take some day: too little to go by
    stance, negation = stance_of(reading, trigger, kind)
    told = {id(place): number.value for group, number in listed_counts(reading) for place in group.places}
    for place in places:
        partial, quantity = is_of_a_part(reading, trigger, place), told.get(id(place))
        yield Draft(
            trigger.phrase.id, kind, stance, mode, (trigger.start, trigger.end), place, actor, partial, negation,
            quantity, "neighbourhoods" if quantity else None,
        )  # fmt: skip


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
