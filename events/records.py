"""The record of sources, read from the tables: the same number of queries for one source and for all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from events.affiliations import DAMASCUS
from events.assessment import State
from events.evidence import testimonies_about
from events.models import Claim, ControlEvent, ControlPeriod, Source
from events.telling import translated_notes
from events.timeline import Span
from events.track_record import Record, tally
from gazetteer.models import Place


def records_of_all() -> dict[str, Record]:
    """The record of every source that said who holds a place, by slug."""
    return _tallied(_spoken_of(Claim.objects.all(), ControlEvent.objects.all()))


def record_of(source: Source) -> Record:
    """The record of one source, from the places that it spoke of."""
    claims = Claim.objects.filter(Q(source=source) | Q(source=None, report__publisher=source))
    places = _spoken_of(claims, ControlEvent.objects.filter(source=source))
    return _tallied(places).get(source.slug, Record())


def _spoken_of(claims: QuerySet, entries: QuerySet) -> set[int]:
    said = claims.that_can_move_the_map().values_list("place")
    entered = entries.live().filter(origin=ControlEvent.Origin.ENTERED, source__isnull=False).values_list("place")
    return {place for (place,) in said.union(entered)}


def _tallied(places: set[int]) -> dict[str, Record]:
    return tally(testimonies_about(places), _spans(places), zone=DAMASCUS)


def _spans(places: Iterable[int]) -> Mapping[int, list[Span]]:
    periods = ControlPeriod.objects.live().filter(place__in=places).order_by("place", "start")
    found: dict[int, list[Span]] = defaultdict(list)
    for place, start, holder, challenger, status in periods.values_list(
        "place", "start", "holder__side", "challenger__side", "status"
    ):
        found[place].append(Span(start, State(holder, status, challenger), 0, frozenset()))
    return found


@dataclass(frozen=True, slots=True)
class Heard:
    """How often each source was heard, by id: accepted claims that it answers for, and editors' entries."""

    claims: Mapping[int, int]
    entries: Mapping[int, int]


def heard() -> Heard:
    """How often each source was heard; a claim that names no source is its publisher's."""
    spoken = Claim.objects.accepted().order_by().values_list(Coalesce("source", "report__publisher"))
    entered = ControlEvent.objects.live().filter(source__isnull=False).order_by().values_list("source")
    return Heard(Counter(dict(spoken.annotate(Count("pk")))), Counter(dict(entered.annotate(Count("pk")))))


@dataclass(frozen=True, slots=True)
class Alone:
    """Something that one source alone reported: the place, and the claim or the entry."""

    place: Place
    said: Claim | ControlEvent
    note: str = ""  # of an entry, in the reader's language where an editor gave it


def reported_alone(record: Record, *, most: int) -> list[Alone]:
    """The newest of what it alone reported, in words that can be looked at."""
    numbers = defaultdict(list)
    for _, key in record.alone:
        what, number = key.split(":")
        numbers[what].append(int(number))
    claims = Claim.objects.filter(pk__in=numbers["claim"]).with_names().defer("report__text", "report__body")
    entries = ControlEvent.objects.filter(pk__in=numbers["entry"]).select_related("place", "actor")
    newest = [
        *claims.order_by("-event_start", "-pk")[:most],
        *entries.prefetch_related("place__names").order_by("-event_start", "-pk")[:most],
    ]
    newest.sort(key=lambda one: (one.event_start, one.pk), reverse=True)
    return _alone(newest[:most])


def _alone(said: list[Claim | ControlEvent]) -> list[Alone]:
    notes = [one.note if isinstance(one, ControlEvent) else "" for one in said]
    words = translated_notes(notes)
    return [Alone(one.place, one, words.get(note, note)) for one, note in zip(said, notes, strict=True)]
