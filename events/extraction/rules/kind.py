"""What a trigger tells of: taking, losing, fighting."""

from ..mentions import Named
from ..reading import Reading
from ..triggers import Trigger

ATTEMPT_REACH = 34  # characters between "offensive" and "to take"


def kind_of(reading: Reading, trigger: Trigger, actor: Named | None) -> str:
    """The kind of claim that the trigger makes here; most often the one that its phrase has in the lexicon."""
    kind = trigger.phrase.kind
    if trigger.phrase.id.endswith(".enter") and _has_been_left(reading, trigger):
        return "capture"  # the other side has gone
    if (trigger.phrase.frame == "fall" and actor is None) or _was_driven_out(reading, trigger, actor):
        return "loss"
    if kind == "capture" and (cue := reading.cue("attempt", trigger.start - ATTEMPT_REACH, trigger.start)):
        is_aimed_at = reading.lexicon.language == "ar" and trigger.phrase.id.endswith(".noun")
        return "clash" if is_aimed_at or trigger.start - cue.end() < 3 else kind
    return kind


def _was_driven_out(reading: Reading, trigger: Trigger, actor: Named | None) -> bool:
    """«طُردت قوات النظام من»: of the one party that is named between the verb and "from"."""
    if trigger.phrase.id != "ar.capture.drove-out" or actor is None or actor.start <= trigger.start:
        return False
    return reading.text[actor.end : trigger.end].strip() == "من"


def _has_been_left(reading: Reading, trigger: Trigger) -> bool:
    end = reading.clause_end(trigger.start)  # "entered, but withdrew hours later" is told of the same side
    has_left = any(one.phrase.kind == "withdrawal" and one.start < end for one in reading.triggers)
    return has_left or reading.memory.left or reading.cue("gone", 0, len(reading.text)) is not None
