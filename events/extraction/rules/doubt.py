"""Whether it is said to be so: stance and mode."""

import re
from collections.abc import Sequence

from ..arguments.verbs import is_second_verb
from ..mentions import Named
from ..reading import Reading
from ..triggers import Trigger

REPORTED = re.compile(r"(?:ما|التي|الذي|what|which|that)\s+$")  # what another said is what is denied
COMMA = re.compile("[،,;؛]")
QUESTION = ("?", "؟")
MODE_REACH = 80  # characters between "aims to" and what is aimed at
HELD_REACH = 25  # the same for what is held while something is aimed at
FAIL_REACH = 70  # characters between "did not succeed" and in what
NOT_YET_REACH = 24  # characters between "the capture of X" and "would"


def mode_of(reading: Reading, trigger: Trigger, places: Sequence[Named]) -> str:
    """Whether it has come about, may yet, or had before: actual, hypothetical, historical, or what the phrase says."""
    if trigger.phrase.mode:
        return trigger.phrase.mode
    if reading.text.rstrip(' "»”').endswith(QUESTION) or _is_not_yet(reading, trigger, places):
        return "hypothetical"
    reach = HELD_REACH if trigger.phrase.frame == "state" else MODE_REACH
    floor = max(reading.clause_start(trigger.start), trigger.start - reach)
    wish = reading.cue("hypothetical", floor, trigger.end)
    if wish and not reading.cue("aftermath", wish.end(), trigger.start):  # "vowed to fight on after losing"
        return "hypothetical"
    aim = reading.cue("aim", trigger.start - 8, trigger.start)
    if aim and trigger.start - aim.end() < 2:
        return "hypothetical"
    return "historical" if reading.cue("pluperfect", floor, trigger.end) else "actual"


def _is_not_yet(reading: Reading, trigger: Trigger, places: Sequence[Named]) -> bool:
    """What follows the noun and its place: "the capture of X would cut"."""
    if not _is_noun(trigger):
        return False
    end = max(trigger.end, *(place.end for place in places))
    cue = reading.cue("not_yet", end, end + NOT_YET_REACH)
    return cue is not None and not reading.text[end : cue.start()].strip(' "»')


def stance_of(reading: Reading, trigger: Trigger, kind: str) -> tuple[str, tuple[int, int] | None]:
    """Whether it is asserted, denied or retracted, and where the words that turn it stand."""
    floor = max(reading.clause_start(trigger.start), trigger.start - 110)
    if taken_back := reading.cue("retract", floor, trigger.start):
        return "retracts", taken_back.span()
    cue = reading.cue("deny", floor, trigger.start)
    if cue and _says_more(reading, cue.end(), trigger.start):
        cue = None
    near = reading.cue("not", trigger.start - 20, trigger.start)
    if near and trigger.start - near.end() < 3:
        cue = cue or near
    if kind != "clash":  # an attack that failed was an attack
        cue = cue or _failure(reading, trigger, floor)
    cue = cue or reading.cue("not_after", trigger.end, min(trigger.end + 45, reading.clause_end(trigger.start)))
    return ("denies", (cue.start(), cue.end())) if cue else ("asserts", None)


def _says_more(reading: Reading, start: int, end: int) -> bool:
    """The speaker says something else behind what he denies: "denied the report and said that"."""
    between = [verb for verb in reading.verbs if start <= verb.start() < end]
    return any(not REPORTED.search(reading.text, start, verb.start()) for verb in between)


def _shares(other: Trigger, trigger: Trigger) -> bool:
    """What failed before this one failed with it: an attack, or one thing of two, «في اقتحام الحي والسيطرة على»."""
    return other.phrase.kind == "clash" or (_is_noun(other) and _is_noun(trigger))


def _is_noun(trigger: Trigger) -> bool:
    return trigger.phrase.id.endswith(".noun")


def _goes_on(reading: Reading, trigger: Trigger, cue: re.Match) -> bool:
    """What came about beside the failure: «فشلت الهدنة وسيطر الجيش على». English puts the two side by side."""
    if reading.lexicon.language == "en":
        return trigger.start - cue.end() > 2
    return not _is_noun(trigger) and is_second_verb(reading, trigger)


def _failure(reading: Reading, trigger: Trigger, floor: int) -> re.Match | None:
    """The words that say that somebody did not succeed, with whoever that was between them and the trigger, or None.

    What was held "but for X" is what is left; and what came about after a failure is no failure.
    """
    cue = reading.cue("fail", max(floor, trigger.start - FAIL_REACH), trigger.start)
    if cue is None or COMMA.search(reading.text, cue.end(), trigger.start) or _goes_on(reading, trigger, cue):
        return None
    if any(cue.end() <= one.start < trigger.start and not _shares(one, trigger) for one in reading.triggers):
        return None
    is_after = reading.cue("aftermath", cue.end(), trigger.start)
    is_left = reading.cue("but_for", cue.end(), reading.clause_end(trigger.start))
    return None if is_after or is_left else cue
