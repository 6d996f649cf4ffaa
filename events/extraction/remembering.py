"""What a sentence leaves to those after it: of each thing remembered, what it is, by what it was before."""

from .arguments import is_city, is_wide
from .memory import Left

ACTING = frozenset({"capture", "hold", "advance", "clash", "linkup", "transfer"})
TOLD_ON = frozenset({"capture", "hold", "loss", "withdrawal", "transfer", "advance", "clash"})
ANCHORS = 6


def _about(left: Left) -> list:
    return [draft.place for draft in left.drafts if draft.place] or left.reading.places


def _places(before, left: Left):
    return tuple(_about(left)[-1:]) or before


def _quarter(before, left: Left):
    return tuple([one for one in _about(left) if not is_wide(one)][-1:]) or before


def _city(before, left: Left):
    return tuple([one for one in left.reading.places if is_city(one, left.reading.text)][-1:]) or before


def _speaker(before, left: Left):
    named = [one for one in left.reading.speakers if one.start < one.end and not one.carried]
    return (named[-1].slug, left.reading.sentence.words(named[-1].start, named[-1].end)) if named else before


def _actor(before, left: Left):
    acting = [draft.actor for draft in left.drafts if draft.actor and draft.kind in ACTING]
    return acting[-1] if acting else before


def _day(before, left: Left):
    return left.reading.dates[-1].first if left.reading.dates else before


def _told(before, left: Left):
    return next((draft for draft in reversed(left.drafts) if draft.kind in TOLD_ON), None)


def _left(before, left: Left):
    return any(draft.kind == "withdrawal" for draft in left.drafts)


def _anchors(before, left: Left):
    facts = left.reading.finders.facts
    sure = [one.slugs[0] for one in left.reading.places if len(one.slugs) == 1]
    return [*before, *(facts[slug] for slug in sure if slug in facts)][-ANCHORS:]


STEPS = {
    "places": _places,
    "quarter": _quarter,
    "city": _city,
    "speaker": _speaker,
    "actor": _actor,
    "day": _day,
    "told": _told,
    "left": _left,
    "anchors": _anchors,
}
