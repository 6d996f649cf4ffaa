"""Which places and which actor belong to a trigger."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .mentions import Group, Named
from .reading import Reading, Trigger

NEAR = 90  # characters before a trigger in which its subject stands
CITY = re.compile("مدينه|city")
QUARTER = re.compile("حي|district|neighbo")
RELATIVE = re.compile(r"(?:الذي|التي|الذين|which|who|that)(?: had| has| have)?\W*$")
NEXT = 45
WHOLE = frozenset({"aleppo-city", "east-aleppo", "west-aleppo"})
WIDE = WHOLE | {"old-city", "north-of-citadel", "south-of-citadel"}


def places_of(
    reading: Reading, trigger: Trigger, following: Sequence[Trigger], preceding: Sequence[Trigger]
) -> tuple[Named, ...]:
    """The places that a trigger is about: after it or before it, as its frame says."""
    until = min((one.start for one in following), default=len(reading.text))
    since = max((one.end for one in preceding), default=0)
    after = _after(reading, trigger, until)
    before = _before(reading, trigger, since)
    if trigger.phrase.frame == "act":
        return after or _anaphor(reading, trigger, until)
    if trigger.phrase.frame == "fall" and reading.lexicon.language == "ar":
        return after or before or _anaphor(reading, trigger, until)
    if before and all(is_wide(place) for place in before):
        before = _listed(reading, trigger, min(until, reading.clause_end(trigger.start))) or before
    return before or (after if trigger.phrase.frame == "state" else ()) or _anaphor_before(reading, trigger, since)


def _after(reading: Reading, trigger: Trigger, until: int) -> tuple[Named, ...]:
    end = min(until, max(reading.clause_end(trigger.start), trigger.end))
    zone = [one for one in reading.groups if trigger.start <= one.start < end]
    direct = [one for one in zone if not _is_aside(reading, trigger, one)]
    listed = _listed(reading, trigger, min(until, reading.clause_end(trigger.start)))
    if not direct:
        return listed
    first = direct[0]
    chosen = list(first.places)
    if trigger.phrase.kind == "clash":
        chosen += _around(reading, direct)
    if len(direct) > 1 and all(is_wide(place) for place in chosen) and direct[1].start - first.end < 60:
        chosen = list(direct[1].places)
    if listed:
        named = () if all(is_wide(place) for place in chosen) else tuple(chosen)
        return (*named, *(one for one in listed if one not in named))
    return tuple(chosen)


def _around(reading: Reading, direct: list[Group]) -> list[Named]:
    """Fighting is told with all the places it is at: "in the mosque, in the Old City"."""
    found: list[Named] = []
    for before, group in pairwise(direct):
        if group.start - before.end > NEXT:
            break
        found += [place for place in group.places if not WHOLE.intersection(place.slugs)]
    return found


def is_wide(place: Named) -> bool:
    """Names a city or a region rather than a place in it."""
    return bool(WIDE.intersection(place.slugs))


def _listed(reading: Reading, trigger: Trigger, until: int) -> tuple[Named, ...]:
    """Places that stand behind "including"."""
    for group in reading.groups:
        if trigger.end <= group.start < until:
            cue = reading.cue("include", max(trigger.end, group.start - 40), group.start)
            if cue and not any(
                trigger.end <= other.start < group.start and other.start > cue.end() for other in reading.groups
            ):
                return group.places
    return ()


def _is_aside(reading: Reading, trigger: Trigger, group: Group) -> bool:
    """Only says where it is ("north of", "towards"), or from where."""
    floor = max(trigger.end, group.start - 28)
    return _stands_before(reading, "beside", floor, group) or (
        not trigger.phrase.toward and _stands_before(reading, "direction", floor, group)
    )


def _stands_before(reading: Reading, name: str, floor: int, group: Group) -> bool:
    cue = reading.cue(name, floor, group.start)
    return cue is not None and group.start - cue.end() <= 12


def _before(reading: Reading, trigger: Trigger, since: int) -> tuple[Named, ...]:
    floor = max(since, reading.clause_start(trigger.start))
    zone = [one for one in reading.groups if floor <= one.start and one.end <= trigger.start]
    direct = [one for one in zone if not _is_aside(reading, Trigger(trigger.phrase, floor, floor), one)]
    if not direct:
        return ()
    last = direct[-1]
    if len(direct) > 1 and all(is_wide(place) for place in last.places):
        last = direct[-2]
    return last.places


def _anaphor(reading: Reading, trigger: Trigger, until: int) -> tuple[Named, ...]:
    end = min(until, trigger.end + NEAR, max(reading.clause_end(trigger.start), trigger.end))
    cue = reading.cue("anaphor", trigger.end, end)
    if cue and not (trigger.phrase.kind == "withdrawal" and reading.cue("direction", cue.start() - 6, cue.start())):
        return _earlier(reading, trigger, cue[0])
    if trigger.phrase.kind == "withdrawal" and any(trigger.end <= one.start < end for one in reading.groups):
        return ()  # "from the quarters north of X": from somewhere else than the place just named
    left = [
        one
        for one in reading.groups
        if one.end <= trigger.start and not _stands_before(reading, "beside", one.start - 28, one)
    ]
    is_retreat = trigger.phrase.kind == "withdrawal"  # from the place just named
    return left[-1].places if left and is_retreat else ()


def _anaphor_before(reading: Reading, trigger: Trigger, since: int) -> tuple[Named, ...]:
    floor = max(since, reading.clause_start(trigger.start))
    cue = reading.cue("anaphor", floor, trigger.start)
    return _earlier(reading, trigger, cue[0]) if cue else ()


def _earlier(reading: Reading, trigger: Trigger, words: str) -> tuple[Named, ...]:
    """The places of the same sentence before the trigger, else of the sentence before."""
    if CITY.search(words) and reading.memory.city:
        return tuple(replace(one, start=trigger.start, end=trigger.start) for one in reading.memory.city)
    earlier = [
        one for one in reading.groups if one.end <= trigger.start and not _stands_before(reading, "beside", 0, one)
    ]
    last = reading.told_about[-1:] or reading.memory.places
    if QUARTER.search(words):  # "the quarter" is no region
        earlier = [one for one in earlier if not all(is_wide(place) for place in one.places)]
        last = [one for one in last if not is_wide(one)] or reading.memory.quarter
    if earlier:
        return earlier[-1].places
    return tuple(replace(one, start=trigger.start, end=trigger.start) for one in last)


def actor_of(reading: Reading, trigger: Trigger, places: Sequence[Named], until: int) -> Named | None:
    """Who did it: behind "by" where the place undergoes it; else around the verb."""
    if trigger.phrase.frame in ("fall", "passive", "state"):
        return _by(reading, trigger, until)
    limit = min((place.start for place in places if place.start >= trigger.end), default=until)
    limit = min(limit, trigger.end + NEAR)
    inside = [one for one in reading.actors if trigger.start <= one.start < limit and _acts(reading, one, trigger)]
    if inside:
        return inside[0]
    if trigger.phrase.kind == "withdrawal" and not any(one.start >= trigger.end for one in places):
        return _subject_before(reading, trigger, True)
    return _subject_before(reading, trigger) or _otherwise(reading, trigger)


def _otherwise(reading: Reading, trigger: Trigger) -> Named | None:
    """A fight names its parties behind it; any other verb without a subject goes on from the sentence before."""
    if trigger.phrase.kind == "clash" and (
        later := next((one for one in reading.actors if one.start > trigger.end), None)
    ):
        return later
    last = reading.memory.actor
    return replace(last, start=trigger.start, end=trigger.start) if last else None


def _acts(reading: Reading, actor: Named, trigger: Trigger) -> bool:
    """A party behind the verb is its subject in Arabic; in English only behind "by"."""
    if reading.lexicon.language == "en":
        return actor.start <= trigger.end or reading.text[: actor.start].rstrip().endswith(" by")
    return not is_against(reading, actor, trigger.end)


def _by(reading: Reading, trigger: Trigger, until: int) -> Named | None:
    end = min(until, trigger.end + NEAR)
    hand = reading.cue("hand", trigger.start, end)
    actors = [one for one in reading.actors if trigger.start <= one.start < end]
    if trigger.phrase.frame == "state":
        return actors[0] if actors else _subject_before(reading, trigger)
    if hand is None:
        return None
    return next((one for one in actors if one.start >= hand.start()), None)


def _subject_before(reading: Reading, trigger: Trigger, whoever: bool = False) -> Named | None:
    before = [one for one in reading.actors if one.end <= trigger.start + 1]
    relative = RELATIVE.search(reading.text, max(0, trigger.start - 14), trigger.start)
    if relative and before and not reading.text[before[-1].end : relative.start()].strip(' "»,،'):
        return before[-1]  # the one that "who" stands for, whatever preposition is before it
    said = [speaker for speaker in reading.speakers if not speaker.carried]
    free = [one for one in before if whoever or not is_against(reading, one, 0)]
    acting = [one for one in free if not any(speaker.start <= one.start < speaker.end for speaker in said)]
    chosen = acting or free
    return chosen[-1] if chosen else None


def is_against(reading: Reading, actor: Named, floor: int) -> bool:
    """The actor stands behind "against" or "from": it is the other party."""
    cue = reading.cue("against", max(floor, actor.start - 14), actor.start + 1)
    return cue is not None and actor.start - cue.end() < 3


def is_city(place: Named, text: str) -> bool:
    """Names a whole city, which "the city" may mean later."""
    return "aleppo-city" in place.slugs or bool(CITY.search(text, max(0, place.start - 8), place.start))
