"""What a sentence leaves to those after it."""

from collections.abc import Mapping, Sequence

from .arguments import is_city, is_wide
from .draft import Draft
from .memory import Memory
from .names import PlaceFact
from .reading import Reading
from .sentence import Sentence

ACTING = frozenset({"capture", "hold", "advance", "clash", "linkup", "transfer"})
TOLD_ON = frozenset({"capture", "hold", "loss", "withdrawal", "transfer", "advance", "clash"})
ANCHORS = 6


def remember(
    memory: Memory, sentence: Sentence, reading: Reading, drafts: Sequence[Draft], facts: Mapping[str, PlaceFact]
) -> None:
    """Put what was read into the memory of the report."""
    _remember_places(memory, reading, drafts, facts)
    control = [draft for draft in drafts if draft.kind in TOLD_ON]
    memory.told = control[-1] if control else None
    memory.left = any(draft.kind == "withdrawal" for draft in drafts)
    acting = [draft.actor for draft in drafts if draft.actor and draft.kind in ACTING]
    memory.actor = acting[-1] if acting else memory.actor
    named = [one for one in reading.speakers if one.start < one.end and not one.carried]
    if named:
        memory.speaker = (named[-1].slug, sentence.words(named[-1].start, named[-1].end))
    if reading.dates:
        memory.day = reading.dates[-1].first


def _remember_places(memory: Memory, reading: Reading, drafts: Sequence[Draft], facts) -> None:
    sure = [facts[one.slugs[0]] for one in reading.places if len(one.slugs) == 1 and one.slugs[0] in facts]
    memory.anchors = [*memory.anchors, *sure][-ANCHORS:]
    about = [draft.place for draft in drafts if draft.place] or reading.places
    quarters = [one for one in about if not is_wide(one)]
    cities = [one for one in reading.places if is_city(one, reading.text)]
    memory.places = (about[-1],) if about else memory.places
    memory.quarter = (quarters[-1],) if quarters else memory.quarter
    memory.city = (cities[-1],) if cities else memory.city
