"""Which places belong to a trigger."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ..mentions import Group, Named
from ..reading import Reading
from ..triggers import Trigger
from .asides import is_aside, is_background, is_container, is_excepted, is_goal, is_near, is_struck
from .earlier import REACH, earlier, relative
from .scale import all_have_parts, all_wide, is_large, is_wide

NEXT = 45  # characters between places of one fight
SUFFIX = re.compile("(?:ته|تها|تحريره|تحريرها|استرجاعه|استرجاعها)$")
NEXT_WORDS = 5
WHICH = re.compile(r"(?<!\w)(?:الذي|التي|اللذين|which|that)\W*$")
PRONOUN = 8  # characters behind a trigger within which an "it" stands
COMMAS = (",", "،")
WIDE_REACH = 60  # characters between a region and the place in it that is meant


def places_of(
    reading: Reading, trigger: Trigger, following: Sequence[Trigger], preceding: Sequence[Trigger]
) -> tuple[Named, ...]:
    """The places that a trigger is about: after it or before it, as its frame says."""
    until = min((one.start for one in following), default=len(reading.text))
    since = max((one.end for one in preceding if not _is_inserted(reading, one, trigger)), default=0)
    after = _after(reading, trigger, until)
    if trigger.phrase.frame == "act":
        return after or _meant(reading, trigger, until)
    before = _before(reading, trigger, since)
    if trigger.phrase.frame == "fall" and _undergoes_behind(reading, trigger):
        return after or before or _meant(reading, trigger, until)
    if before and all_have_parts(before):
        before = _listed(reading, trigger, min(until, reading.clause_end(trigger.start))) or before
    behind = after if trigger.phrase.frame == "state" else _listed(reading, trigger, until)
    return before or behind or _meant_before(reading, trigger, since)


def _is_inserted(reading: Reading, other: Trigger, trigger: Trigger) -> bool:
    """Stands between commas, before the trigger: "Shaar, held by rebels since 2012, fell to the army"."""
    text = reading.text
    return text[: other.start].rstrip().endswith(COMMAS) and text[: trigger.start].rstrip().endswith(COMMAS)


def _after(reading: Reading, trigger: Trigger, until: int) -> tuple[Named, ...]:
    end = min(until, max(reading.clause_end(trigger.start), trigger.end))
    if _needs_from(reading, trigger):
        end = trigger.end
    zone = [one for one in reading.groups if trigger.start <= one.start < end and not is_excepted(reading, one)]
    direct = [one for one in zone if not is_aside(reading, one, trigger.end, trigger.phrase.toward)]
    direct = [one for one in direct if not is_struck(reading, one)]
    if not direct and trigger.phrase.kind == "clash":
        direct = [one for one in zone if is_near(reading, one)]  # fighting is told by what it is near
    if not direct and (trigger.phrase.foe_behind or trigger.phrase.kind == "linkup"):
        direct = zone  # an attack is beaten where it comes from; a garrison is met where it lies
    named = [one for one in zone if one in direct or is_goal(reading, one)]
    direct = [one for one in direct if not (is_large(one) and is_container(reading.text, named, one))]
    listed = _listed(reading, trigger, min(until, reading.clause_end(trigger.start)))
    if not direct:
        return listed
    chosen = _first(reading, trigger, direct)
    if listed:
        named = () if all_have_parts(chosen) else tuple(chosen)
        return (*named, *(one for one in listed if one not in named))
    return tuple(chosen)


def _needs_from(reading: Reading, trigger: Trigger) -> bool:
    """English leaves *from* a place: one behind a bare "withdrew" is where something else happens."""
    if reading.lexicon.language != "en" or trigger.phrase.kind != "withdrawal":
        return False
    words = reading.text[trigger.start : trigger.end]
    if not words.startswith(("withdr", "retreat", "pull")) or words.endswith(("from", "of")):
        return False
    return reading.cue("away", trigger.end, trigger.end + 30) is None


def _undergoes_behind(reading: Reading, trigger: Trigger) -> bool:
    """The place that falls stands behind the verb: in Arabic, and in "the fall of"."""
    return reading.lexicon.language == "ar" or reading.text[trigger.start : trigger.end].endswith(" of")


def _first(reading: Reading, trigger: Trigger, direct: list[Group]) -> list[Named]:
    """The first list; a narrower one right behind it where that is a region; fighting is at all of them."""
    chosen = list(direct[0].places)
    if trigger.phrase.kind == "clash":
        chosen += _around(reading, direct)
    if len(direct) > 1 and all_wide(chosen) and direct[1].start - direct[0].end < WIDE_REACH:
        return list(direct[1].places)
    return chosen


def _around(reading: Reading, direct: list[Group]) -> list[Named]:
    """Fighting is told with all the places it is at: "in the mosque, in the Old City"."""
    found: list[Named] = []
    for before, group in pairwise(direct):
        if group.start - before.end > NEXT or len(reading.text[before.end : group.start].split()) > NEXT_WORDS:
            break
        found += [place for place in group.places if not is_wide(place)]
    return found


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


def _before(reading: Reading, trigger: Trigger, since: int) -> tuple[Named, ...]:
    floor = max(since, reading.clause_start(trigger.start))
    zone = [one for one in reading.groups if floor <= one.start and one.end <= trigger.start]
    direct = [one for one in zone if not is_aside(reading, one, floor)]
    if not direct:
        return ()
    last = direct[-1]
    if len(direct) > 1 and all_wide(last.places):
        last = direct[-2]
    return last.places


def _meant(reading: Reading, trigger: Trigger, until: int) -> tuple[Named, ...]:
    """The place of an "it" behind the trigger, of the relative clause it stands in, or the one just left."""
    if found := relative(reading, trigger):
        return found
    end = min(until, trigger.end + REACH, max(reading.clause_end(trigger.start), trigger.end))
    is_retreat = trigger.phrase.kind == "withdrawal"
    if trigger.phrase.object_suffix and SUFFIX.search(reading.text, trigger.start, trigger.end):
        return earlier(reading, trigger, "")  # "since its recapture"
    cue = reading.cue("anaphor", trigger.end, end) or _it(reading, trigger)
    if cue and reading.cue("around", cue.start() - 8, cue.start()):
        return ()  # "on the roads around the city"
    if cue and not (is_retreat and reading.cue("direction", cue.start() - 6, cue.start())):
        return earlier(reading, trigger, cue[0])
    behind = [one for one in reading.groups if trigger.end <= one.start < end]
    is_named = any(not (is_goal(reading, one) or is_container(reading.text, behind, one)) for one in behind)
    if is_retreat and is_named and not _needs_from(reading, trigger):
        return ()  # "from the quarters north of X": from somewhere else than the place just named
    if not is_retreat and trigger.phrase.kind != "linkup":
        return ()
    left = [one for one in reading.groups if one.end <= trigger.start and not is_background(reading, one)]
    return left[-1].places if left else ()


def _it(reading: Reading, trigger: Trigger):
    """An "it" right behind the trigger; in a relative clause it stands for what that is about, which no name tells."""
    if WHICH.search(reading.text, max(0, trigger.start - 14), trigger.start):
        return None
    return reading.cue("pronoun", trigger.end, trigger.end + PRONOUN)


def _meant_before(reading: Reading, trigger: Trigger, since: int) -> tuple[Named, ...]:
    attacked = [one for one in reading.groups if one.end <= trigger.start and not is_background(reading, one)]
    if trigger.phrase.foe_behind and attacked:  # "tried to advance in X, but was repelled"
        return attacked[-1].places
    floor = max(since, reading.clause_start(trigger.start))
    cue = reading.cue("anaphor", floor, trigger.start)
    return earlier(reading, trigger, cue[0]) if cue else ()
