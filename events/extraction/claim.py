"""A draft made a claim: with its speaker, its time, and the characters it stands on."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from .dates import DAMASCUS, When, day_start
from .draft import Draft
from .found import FoundClaim
from .mentions import Named
from .reading import Reading
from .sentence import Sentence
from .speakers import Speaker, at

WHICH = re.compile(r"(?<!\w)(?:who|which|الذي|التي|الذين)(?!\w)")
COMMA, AFTER_COMMA = re.compile("[,،]"), re.compile(r"[,،]\s*$")
BEFORE_THAT = re.compile(r"(?<!\w)(?:بعد ان كان(?:ت|وا)?|بعدما كان(?:ت|وا)?|after having)(?!\w)")


def claim_of(draft: Draft, reading: Reading, sentence: Sentence) -> FoundClaim:
    """What a draft claims."""
    who, when, other = at(reading.speakers, draft.trigger[0]), _when(reading, draft), _counterparty(reading, draft)
    slug, said = _source(who, reading, sentence)
    first, last, precision = _interval(when, reading.published, draft.mode)
    return FoundClaim(
        start=sentence.start,
        end=sentence.start + len(sentence.original),
        quote=sentence.original,
        places=draft.slugs,
        kind=draft.kind,
        stance=draft.stance,
        mode=draft.mode,
        actor=draft.actor.slugs[0] if draft.actor else None,
        counterparty=other.slugs[0] if other else None,
        source=slug,
        source_text=said,
        event_start=first,
        event_end=last,
        time_precision=precision,
        quantity=draft.quantity,
        unit=draft.unit,
        partial=draft.partial,
        rule=draft.rule,
        score=draft.score,
        spans=tuple(_spans(draft, who, when, other, sentence)),
    )


def _source(who: Speaker | None, reading: Reading, sentence: Sentence) -> tuple[str | None, str | None]:
    if who is None:
        return None, None
    if who.start == who.end:
        return reading.memory.speaker
    said = sentence.words(who.start, who.end)
    return (reading.memory.speaker[0], said) if who.carried else (who.slug, said)


def _when(reading: Reading, draft: Draft) -> When | None:
    """The time expression nearest to the trigger, and not of another verb's clause."""
    start, end = draft.trigger
    return min(
        [
            one
            for one in reading.dates
            if not (_is_of_a_clause_behind(reading, end, one) or _is_inserted(reading, start, one))
        ],
        key=lambda one: min(abs(one.start - end), abs(one.end - start)),
        default=None,
    )


def _is_of_a_clause_behind(reading: Reading, end: int, when: When) -> bool:
    """The "on Saturday" of "retook it from the rebels, who had seized it on Saturday"; `end` is the trigger's."""
    if BEFORE_THAT.search(reading.text, end, when.start):
        return True
    verbs = (one.start for one in reading.triggers if end <= one.start < when.start)
    return any(WHICH.search(reading.text, end, verb) for verb in verbs)


def _is_inserted(reading: Reading, start: int, when: When) -> bool:
    """The "since 2012" of "Shaar, held by rebels since 2012, fell to the army"; `start` is the trigger's."""
    if not COMMA.search(reading.text, when.end, start):
        return False
    held = (one for one in reading.triggers if one.end <= when.start and one.phrase.kind == "hold")
    return any(AFTER_COMMA.search(reading.text, 0, one.start) for one in held)


def _interval(when: When | None, published: datetime | None, mode: str):
    """From when to when, and how exactly; never past publication, unless it is still to come."""
    if when is None:
        if published is None:
            return None, None, 1
        today = day_start(published.astimezone(DAMASCUS).date())
        return today, max(published, today + timedelta(minutes=1)), 1
    last = when.last
    if published and mode != "future" and when.first < published:
        last = min(last, published)
    return when.first, last, when.precision


def _counterparty(reading: Reading, draft: Draft) -> Named | None:
    """The nearest actor of another side."""
    if draft.actor is None:
        return None
    others = [one for one in reading.actors if one.side and one.side != draft.actor.side]
    return min(others, key=lambda one: abs(one.start - draft.trigger[0]), default=None)


def _spans(
    draft: Draft, who: Speaker | None, when: When | None, other: Named | None, sentence: Sentence
) -> Iterator[tuple[str, int, int]]:
    """The words of each role; none for what an earlier sentence tells."""
    stretches = [
        ("trigger", draft.trigger),
        ("place", draft.place and (draft.place.start, draft.place.end)),
        ("actor", draft.actor and (draft.actor.start, draft.actor.end)),
        ("counterparty", other and (other.start, other.end)),
        ("source", who and (who.start, who.end)),
        ("date", when and (when.start, when.end)),
        ("negation", draft.negation),
    ]
    for role, stretch in stretches:
        if stretch and stretch[0] < stretch[1]:
            yield role, *sentence.span(*stretch)
