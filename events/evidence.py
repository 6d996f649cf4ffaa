"""What was said about places, read from the tables as the rule's testimonies."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from django.conf import settings

from events import bulk
from events.affiliations import DAMASCUS, Affiliations
from events.grouping import Arrangement, arranged
from events.models import Actor, Claim, ControlEvent, Grouping, Source
from events.origins import Printed, counted_once
from events.perspectives import Perspective, seen_from
from events.testimony import Testimony
from gazetteer.models import Membership

FIGHTS_ANYWHERE = ("advance", "clash")  # said of a region, they name no member


def testimonies_about(
    place_ids: Iterable[int], *, before: datetime | None = None, perspective: Perspective | None = None
) -> dict[int, list[Testimony]]:
    """For each place what accepted claims and live entries say of it or of a region it belongs to, each text once.

    `before` lets in only evidence published before that moment; `perspective` only what its origins say.
    """
    place_ids = list(place_ids)
    regions = _regions_of(place_ids)
    subjects = {*place_ids, *(one.region_id for found in regions.values() for one in found)}
    voices = Voices()
    printed: dict[int, list[Printed]] = defaultdict(list)
    for subject, row in chain(_claims(subjects, voices), _entries(subjects, voices)):
        if before is None or row.said.published_at < before:  # before copies are found: what was not known has none
            printed[subject].append(row)
    said = {subject: counted_once(rows, window=settings.CONTROL_WINDOW) for subject, rows in printed.items()}
    if perspective is not None:
        said = {subject: seen_from(perspective, rows) for subject, rows in said.items()}
    words = _arrangements(place_ids)
    return {
        place: arranged(said.get(place, []) + _from_regions(regions[place], said), words[place]) for place in place_ids
    }


def _arrangements(place_ids: list[int]) -> dict[int, list[Arrangement]]:
    """What editors decided about the statements of each place, in the order in which they did."""
    found: dict[int, list[Arrangement]] = defaultdict(list)
    for one in Grouping.objects.live().filter(place__in=place_ids):
        found[one.place_id].append(Arrangement(one.pk, one.act, frozenset(one.statements), one.start, one.end))
    return found


def _regions_of(place_ids: list[int]) -> dict[int, list[Membership]]:
    regions: dict[int, list[Membership]] = {place: [] for place in place_ids}
    for membership in Membership.objects.filter(member__in=place_ids):
        regions[membership.member_id].append(membership)
    return regions


def _from_regions(regions: list[Membership], by_subject: dict[int, list[Testimony]]) -> list[Testimony]:
    """What is said of a whole region holds for its members of that day; what is said of a part of it names none."""
    return [
        testimony._replace(is_of_region=True)
        for membership in regions
        for testimony in by_subject.get(membership.region_id, [])
        if not testimony.is_partial
        and testimony.kind not in FIGHTS_ANYWHERE
        and membership.holds_on(testimony.start.astimezone(DAMASCUS).date())
    ]


CLAIM = (
    "place_id", "pk", "kind", "stance", "is_partial", "actor_id", "counterparty_id", "source_id", "event_start",
    "event_end", "quote", "report_id", "report__published_at", "report__received_at", "report__publisher_id",
    "report__sketch",
)  # fmt: skip
ENTRY = (
    "place_id", "pk", "kind", "stance", "is_partial", "actor_id", "counterparty_id", "source_id", "event_start",
    "event_end", "known_at", "status", "is_besieged", "first",
)  # fmt: skip


class Voices:
    """Whose word a statement is and of which sides it speaks, read at once for all."""

    def __init__(self):
        self.affiliations = Affiliations()
        self.slugs = dict(Source.objects.values_list("pk", "slug"))
        sides = Actor.objects.values_list("pk", "side")
        self.sides = {None: None, **{pk: None if side == "none" else side for pk, side in sides}}


def _claims(subjects: set[int], voices: Voices) -> Iterable[tuple[int, Printed]]:
    rows = Claim.objects.that_can_move_the_map().about(subjects).order_by()
    return ((place, _of_claim(voices, *row)) for place, *row in bulk.read(rows.values_list(*CLAIM)))


def _of_claim(
    voices: Voices, pk, kind, stance, is_partial, actor, counterparty, source, start, end, quote,
    report, published_at, received_at, publisher, sketch,
) -> Printed:  # fmt: skip
    """A row of CLAIM as what was printed."""
    speaker, published_at = source or publisher, published_at or received_at
    said = Testimony(
        f"claim:{pk}", voices.slugs[speaker] if speaker else f"report:{report}",
        voices.affiliations.on(speaker, published_at), kind, stance, voices.sides[actor], voices.sides[counterparty],
        is_partial, start, end, published_at,
    )  # fmt: skip
    printed_by = voices.slugs[publisher] if publisher else f"report:{report}"
    return Printed(said, printed_by, source is not None, quote, bytes(sketch))


def _entries(subjects: set[int], voices: Voices) -> Iterable[tuple[int, Printed]]:
    live = ControlEvent.objects.live().filter(origin=ControlEvent.Origin.ENTERED, place__in=subjects).order_by()
    return ((place, _of_entry(voices, *row)) for place, *row in bulk.read(live.values_list(*ENTRY)))


def _of_entry(
    voices: Voices, pk, kind, stance, is_partial, actor, counterparty, source, start, end, known_at, status,
    is_besieged, first,
) -> Printed:  # fmt: skip
    """A row of ENTRY; it has no text of its own, so it is never a copy."""
    key = f"entry:{pk}"
    origin = voices.slugs[source] if source else key
    said = Testimony(
        key, origin, voices.affiliations.on(source, known_at), kind, stance, voices.sides[actor],
        voices.sides[counterparty], is_partial, start, end, known_at, None if source else (status or None), is_besieged,
        first_key=f"entry:{first}" if first else "",
    )  # fmt: skip
    return Printed(said, origin, source is not None)
