"""Claims of the model's, checked: what comes out stands in the text and is made of names that are known. Pure.

The text of a report is hostile and may talk the model into anything. So nothing is taken over as the model wrote it:
spans are computed here, names are looked up here, and the rest is a choice among a few words.
"""

from datetime import datetime

from events.extraction.found import FoundClaim
from gazetteer.finder import Mention

from .failure import Invalid
from .naming import Names, words_in
from .passages import Passage
from .quantities import quantity
from .quotations import Quotation, located
from .schema import COUNTING, KINDS, MODES, STANCES
from .times import interval

SCORE = 0.5  # below the scores of the rules: how sure a model is of its reading nobody has measured
ROLES = ("actor", "source")


def checked(raw: object, passage: Passage, names: Names, published: datetime | None, rule: str) -> FoundClaim:
    """The claim of an answer as the rules would hand it over; Invalid when anything in it does not hold."""
    if not isinstance(raw, dict):
        raise Invalid("it is no object")
    kind, stance, mode = (_one_of(raw, *choice) for choice in (("kind", KINDS), ("stance", STANCES), ("mode", MODES)))
    quotation = located(raw.get("quote"), passage)
    place = _place(raw.get("place"), quotation, kind, names)
    number, unit = quantity(raw, quotation.words)
    said = {role: words_in(raw.get(role), passage.text) for role in ("actor", "counterparty", "source")}
    actor = said["actor"] and names.actor(said["actor"])
    other = said["counterparty"] and names.actor(said["counterparty"])
    days = raw.get("event_start"), raw.get("event_end")
    first, last, precision = interval(*days, published, is_future=mode == "future")
    return FoundClaim(
        start=quotation.start,
        end=quotation.end,
        quote=quotation.text,
        places=place.slugs if place else (),
        kind=kind,
        stance=stance,
        mode=mode,
        actor=actor,
        counterparty=other if other != actor else None,
        source=said["source"] and names.source(said["source"]),
        source_text=said["source"],
        event_start=first,
        event_end=last,
        time_precision=precision,
        quantity=number,
        unit=unit,
        partial=raw.get("partial") is True,
        rule=rule,
        score=SCORE,
        spans=tuple(_spans(quotation, place, said)),
    )


def _one_of(raw: dict, name: str, allowed: tuple[str, ...]) -> str:
    value = raw.get(name)
    if value not in allowed:
        raise Invalid(f"its {name} is none of ours")
    return value


def _place(words: object, quotation: Quotation, kind: str, names: Names) -> Mention | None:
    if words is None and kind in COUNTING:
        return None
    place = names.place(words, quotation.words) if isinstance(words, str) else None
    if place is None:
        raise Invalid("its place is not in the gazetteer and the quote")
    return place


def _spans(quotation: Quotation, place: Mention | None, said: dict[str, str | None]):
    """Place and names first: the desk marks a stretch by the first role that covers it."""
    if place:
        yield "place", quotation.at + place.start, quotation.at + place.end
    for role in ROLES:
        yield from quotation.stretch(role, said[role])
    yield "trigger", quotation.at, quotation.at + len(quotation.words)
