"""Text in, claims out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from gazetteer.finder import Finder, Mention, Name
from gazetteer.folding import Folded, fold

from .arguments import is_city, is_wide
from .dates import DAMASCUS, When, dates, day_start
from .draft import Draft
from .found import FoundClaim
from .lexicons import lexicon
from .mentions import ActorFinder, Named, groups, real_places
from .names import ActorName, PlaceFact, SourceName
from .namesakes import told_apart
from .phrases import Lexicon
from .reading import Memory, Reading, triggers_of
from .rules import RULES
from .sentences import sentences
from .settle import settled
from .speakers import SourceFinder, Speaker, at, speakers, verbs_of_saying
from .spellings import Spellings

__all__ = ["ActorName", "Extractor", "FoundClaim", "PlaceFact", "SourceName"]
ARABIC = re.compile("[\u0600-\u06ff]")
ACTING = ("capture", "hold", "advance", "clash", "linkup", "transfer")
TOLD_ON = ("capture", "hold", "loss", "withdrawal", "transfer", "advance", "clash")
ANCHORS = 6  # places named last that tell which of two namesakes is meant
LATIN = re.compile("[A-Za-z]")


class Extractor:
    """Reads reports with the names it was given; made once, used for many texts."""

    def __init__(
        self,
        *,
        places: Iterable[Name],
        actors: Iterable[ActorName],
        sources: Iterable[SourceName],
        facts: Mapping[str, PlaceFact] | None = None,
    ):
        places = list(places)
        self._places, self._spellings = Finder(places), Spellings(places)
        self._facts = facts or {}
        self._actors = ActorFinder(actors)
        self._sources = SourceFinder(sources)

    def extract(
        self,
        text: str,
        *,
        published_at: datetime | None = None,
        publisher: str | None = None,
        language: str | None = None,
    ) -> list[FoundClaim]:
        """The claims of a report, in order of the text; each stands on exact characters of it."""
        published_at = _aware(published_at)
        memory, found, seen = Memory(), [], set()
        for start, end in sentences(text):
            for claim in self._sentence(text[start:end], start, published_at, language, memory):
                key = (claim.start, claim.places, claim.kind, claim.quantity, claim.spans[0])
                if key not in seen:
                    seen.add(key)
                    found.append(claim)
        return found

    def _sentence(self, original: str, at_: int, published: datetime | None, language: str | None, memory: Memory):
        folded = fold(original)
        words = lexicon(_language(original, language))
        reading = self._read(original, folded, words, published, memory)
        drafts = settled(draft for rule in RULES for draft in rule(reading))
        claims = [self._claim(draft, reading, folded, original, at_, published) for draft in drafts]
        _remember(reading, drafts, original, folded, self._facts)
        return claims

    def _read(
        self, original: str, folded: Folded, words: Lexicon, published: datetime | None, memory: Memory
    ) -> Reading:
        text = folded.text
        capitals = original if len(original) == len(text) else text
        actors = self._actors.find(capitals, text, words)
        named = [self._named(one) for one in self._mentions(original, folded, words, actors)]
        named = real_places(named, text, actors, words)
        places = told_apart(named, self._facts, memory.anchors)
        triggers = triggers_of(text, words)
        verbs = verbs_of_saying(text, words, [(one.start, one.end) for one in places])
        told = speakers(text, verbs, words, self._sources, [one.start for one in triggers])
        about = [one for one in places if any(who.start <= one.start < who.end for who in told)]
        places = [one for one in places if one not in about]
        return Reading(
            text,
            0,
            words,
            places,
            groups(places, text, words),
            actors,
            triggers,
            told,
            dates(text, published, memory.day.date() if memory.day else None),
            memory,
            published,
            verbs,
            about,
            sorted(match.start() for match in words.cues["break"].finditer(text)),
        )

    def _mentions(self, original: str, folded: Folded, words: Lexicon, actors: list[Named]) -> list[Mention]:
        """What the sentence names by a listed name, or by one that is only spelled otherwise."""
        found = self._places.find(folded.text)
        if words.language != "en" or len(original) != len(folded.text):
            return found
        taken = [(one.start, one.end) for one in (*found, *actors)]
        return sorted([*found, *self._spellings.find(original, taken)], key=lambda one: one.start)

    def _named(self, mention: Mention) -> Named:
        fact = self._facts.get(mention.slugs[0])
        return Named(mention.slugs, mention.start, mention.end, bare=mention.bare, kind=fact.kind if fact else "")

    def _claim(
        self, draft: Draft, reading: Reading, folded: Folded, original: str, offset: int, published
    ) -> FoundClaim:
        who = at(reading.speakers, draft.trigger[0])
        slug, said = _source(who, reading, original, folded)
        when = _when(reading, draft)
        first, last, precision = _interval(when, published, draft.mode)
        places = draft.place.slugs if draft.place else ()
        other = _counterparty(reading, draft)
        return FoundClaim(
            start=offset,
            end=offset + len(original),
            quote=original,
            places=places,
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
            spans=tuple(_spans(draft, who, when, folded, offset)),
        )


def _aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=DAMASCUS) if moment and moment.tzinfo is None else moment


def _language(text: str, wished: str | None) -> str:
    """The language of a sentence: what most of its letters are, whatever the report is said to be in."""
    arabic, latin = len(ARABIC.findall(text)), len(LATIN.findall(text))
    return "ar" if arabic > latin or (arabic == latin and wished == "ar") else "en"


def _source(who: Speaker | None, reading: Reading, original: str, folded: Folded) -> tuple[str | None, str | None]:
    if who is None:
        return None, None
    if who.start == who.end:
        return reading.memory.speaker
    first, last = folded.span(who.start, who.end)
    said = original[first:last]
    return (reading.memory.speaker[0], said) if who.carried else (who.slug, said)


def _when(reading: Reading, draft: Draft) -> When | None:
    """The time expression nearest to the trigger."""
    return min(
        reading.dates,
        key=lambda one: min(abs(one.start - draft.trigger[1]), abs(one.end - draft.trigger[0])),
        default=None,
    )


def _interval(when: When | None, published: datetime | None, mode: str):
    if when is None:
        if published is None:
            return None, None, 1
        today = day_start(published.astimezone(DAMASCUS).date())
        return today, max(published, today + timedelta(minutes=1)), 1
    last = when.last
    if published and mode not in ("future",) and when.first < published:
        last = min(last, published)
    return when.first, last, when.precision


def _counterparty(reading: Reading, draft: Draft) -> Named | None:
    """The nearest actor of another side."""
    if draft.actor is None:
        return None
    others = [one for one in reading.actors if one.side and one.side != draft.actor.side]
    return min(others, key=lambda one: abs(one.start - draft.trigger[0]), default=None)


def _spans(
    draft: Draft, who: Speaker | None, when: When | None, folded: Folded, offset: int
) -> Iterator[tuple[str, int, int]]:
    stretches = [
        ("trigger", draft.trigger),
        ("place", draft.place and (draft.place.start, draft.place.end)),
        ("actor", draft.actor and (draft.actor.start, draft.actor.end)),
        ("source", who and (who.start, who.end)),
        ("date", when and (when.start, when.end)),
        ("negation", draft.negation),
    ]
    for role, stretch in stretches:
        if stretch and stretch[0] < stretch[1]:
            first, last = folded.span(*stretch)
            yield role, offset + first, offset + last


def _remember(reading: Reading, drafts: list[Draft], original: str, folded: Folded, facts) -> None:
    memory = reading.memory
    sure = [facts[one.slugs[0]] for one in reading.places if len(one.slugs) == 1 and one.slugs[0] in facts]
    memory.anchors = [*memory.anchors, *sure][-ANCHORS:]
    about = [draft.place for draft in drafts if draft.place and draft.place.end <= len(reading.text)]
    memory.city = next(((one,) for one in reversed(reading.places) if is_city(one, reading.text)), memory.city)
    quarters = [one for one in about or reading.places if not is_wide(one)]
    memory.quarter = (quarters[-1],) if quarters else memory.quarter
    if about:
        memory.places = (about[-1],)
    elif reading.places:
        memory.places = (reading.places[-1],)
    control = [draft for draft in drafts if draft.kind in TOLD_ON]
    memory.told = control[-1] if control else None
    memory.left = any(draft.kind == "withdrawal" for draft in drafts)
    acting = [draft.actor for draft in drafts if draft.actor and draft.kind in ACTING]
    memory.actor = acting[-1] if acting else memory.actor
    named = [one for one in reading.speakers if one.start < one.end and not one.carried]
    if named:
        first, last = folded.span(named[-1].start, named[-1].end)
        memory.speaker = (named[-1].slug, original[first:last])
    if reading.dates:
        memory.day = reading.dates[-1].first
