"""Who did it: around the verb, or behind "by" where the place undergoes it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..mentions import Named
from ..reading import Reading
from ..speakers import at
from ..triggers import Trigger
from .verbs import is_second_verb, subject_of_both

NEAR = 90  # characters before a trigger in which its subject stands
REMOTE = 40  # characters behind a verb in which its subject stands, where one stands before it
BY_REACH = 40  # characters between "the capture of X" and "by"
RELATIVE = re.compile(r"(?:الذي|التي|الذين|which|who|that)(?: had| has| have)?\W*$")
AND = re.compile(r"\s*(?:and (?:the )?|و)")
ITSELF = re.compile(r"(?<!\w)(?:(?:it|they)(?: had| has| have)?|ان(?:ه|ها|هم)(?: قد)?)\s*$")
FROM = re.compile(r"\s*من\s")
BACKED = re.compile(
    r"(?:(?:backed|supported) by|مدعوم(?:ه|ا|ين)? ب?|بدعم(?: من)?|بمسانده)\s*(?:[^\W\d]+ (?:and )?){0,3}$"
)
TAKEN_FROM = re.compile(  # «انتزعت المعارضة من قوات النظام», but not «استعاد مقاتلون من المعارضة»
    r"(?<!\w)[وف]?(?:انتزع|استعاد|استرد|استرجع|حرر)(?:ت|وا)?\s+"
    r"(?:(?!مقاتل|عناصر|وحد|مجموع|مسلح|جنود|فصائل|قسم)\w+\s+){0,2}من\s+$"
)
BY = re.compile(r"\W*by (?:the )?$")
BELONGING = re.compile(r"(?:تابع|موالي)\w*\s+$")
TO = re.compile(r"(?<!\w)(?:الي|لل?|to(?: the)?)\s*$")
PLURAL = re.compile("(?:وا|ون)$")  # Arabic verbs agree in number only with a subject before them
JOINED = re.compile("لل?")  # written together with the name


def actor_of(reading: Reading, trigger: Trigger, places: Sequence[Named], until: int) -> Named | None:
    """The side that did it, as the frame of the trigger says; goes on from the sentence before where none is named."""
    if trigger.phrase.frame in ("fall", "passive", "state"):
        return _by(reading, trigger, until)
    limit = min((place.start for place in places if place.start >= trigger.end), default=until)
    limit = min(limit, trigger.end + NEAR)
    if PLURAL.search(reading.text, trigger.start, trigger.end) and (subject := _subject_before(reading, trigger, True)):
        return subject
    if teller := _teller(reading, trigger):
        return teller
    inside = [
        one for one in reading.actors if trigger.start < one.end and one.start < limit and _acts(reading, one, trigger)
    ]
    if inside and not (_is_remote(trigger, inside[0]) and _subject_before(reading, trigger)):
        return inside[0]
    if agent := _agent_of_noun(reading, trigger, places):
        return agent
    if trigger.phrase.kind == "withdrawal" and not any(one.start >= trigger.end for one in places):
        return _subject_before(reading, trigger, True)
    return _subject_before(reading, trigger) or _otherwise(reading, trigger)


def receiver_of(reading: Reading, trigger: Trigger, until: int) -> Named | None:
    """The side that a place is handed over to: the last one behind "to"."""
    end = min(until, trigger.end + 2 * NEAR)
    behind = [one for one in reading.actors if trigger.end <= one.start < end and _is_goal(reading, one, trigger.end)]
    return behind[-1] if behind else None


def _is_goal(reading: Reading, actor: Named, floor: int) -> bool:
    goal = TO.search(reading.text, floor, actor.start) or JOINED.match(reading.text, actor.start)
    return goal is not None and BELONGING.search(reading.text, floor, goal.start()) is None


def is_against(reading: Reading, actor: Named, floor: int) -> bool:
    """The actor stands behind "against" or "from": it is the other party."""
    cue = reading.cue("against", max(floor, actor.start - 14), actor.start + 1)
    if cue is not None and actor.start - cue.end() < 3:
        return True
    if BACKED.search(reading.text, max(floor, actor.start - 45), actor.start):
        return True
    if TAKEN_FROM.search(reading.text, max(floor, actor.start - 45), actor.start):
        return True
    partner = [one for one in reading.actors if AND.fullmatch(reading.text, one.end, actor.start)]
    return bool(partner) and is_against(reading, partner[-1], floor)  # "backed by A and B"


def _agent_of_noun(reading: Reading, trigger: Trigger, places: Sequence[Named]) -> Named | None:
    """The Y of "the capture of X by Y"."""
    if reading.lexicon.language != "en" or not reading.text[trigger.start : trigger.end].endswith(" of"):
        return None
    end = max((place.end for place in places), default=trigger.end)
    behind = [one for one in reading.actors if end <= one.start < end + BY_REACH]
    return next((one for one in behind if BY.fullmatch(reading.text, end, one.start)), None)


def _is_remote(trigger: Trigger, actor: Named) -> bool:
    """Far behind the verb, in another clause as likely as in its own."""
    return actor.start - trigger.end > REMOTE


def _teller(reading: Reading, trigger: Trigger) -> Named | None:
    """The party that tells of itself: "the army said it had taken", «أعلن الجيش أنه سيطر»."""
    if not ITSELF.search(reading.text, max(0, trigger.start - 14), trigger.start):
        return None
    who = at(reading.speakers, trigger.start)
    told = [one for one in reading.actors if who and who.start <= one.start < who.end]
    return told[0] if told else None


def _otherwise(reading: Reading, trigger: Trigger) -> Named | None:
    """A fight names its parties behind it; any other verb without a subject goes on from the sentence before."""
    if trigger.phrase.kind == "clash" and (
        later := next((one for one in reading.actors if one.start > trigger.end), None)
    ):
        return later
    last = reading.memory.actor
    return replace(last, start=trigger.start, end=trigger.start) if last else None


def _acts(reading: Reading, actor: Named, trigger: Trigger) -> bool:
    """A party behind the verb is its subject in Arabic; in English only behind "by", and whom one repels is not."""
    if reading.lexicon.language == "en":
        behind_by = reading.text[: actor.start].rstrip().endswith(" by")
        if trigger.phrase.foe_behind:
            return False  # "drove the rebels out", "repelled an attack by the rebels"
        return actor.start <= trigger.end or behind_by
    if trigger.phrase.foe_behind and actor.start >= trigger.end:
        return False
    if trigger.phrase.kind == "capture" and FROM.match(reading.text, trigger.end):
        return False  # «استعادته من المسلحين»
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
    if len(chosen) > 1 and is_second_verb(reading, trigger):
        return subject_of_both(reading, trigger, chosen)
    return chosen[-1] if chosen else None
