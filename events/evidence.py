"""What was said about places, read from the tables as the rule's testimonies."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.conf import settings

from events.affiliations import Affiliations
from events.grouping import Arrangement, arranged
from events.models import Actor, Claim, ControlEvent, Grouping
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
    subjects = {*place_ids, *(region for found in regions.values() for region in found)}
    affiliations = Affiliations()
    printed: dict[int, list[Printed]] = defaultdict(list)
    for subject, row in _claims(subjects, affiliations) + _entries(subjects, affiliations):
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
    for one in Grouping.objects.live().filter(place__in=place_ids).order_by("pk"):
        found[one.place_id].append(Arrangement(one.pk, one.act, frozenset(one.statements), one.start, one.end))
    return found


def _regions_of(place_ids: list[int]) -> dict[int, list[int]]:
    regions: dict[int, list[int]] = {place: [] for place in place_ids}
    for region, member in Membership.objects.filter(member__in=place_ids).values_list("region_id", "member_id"):
        regions[member].append(region)
    return regions


def _from_regions(regions: list[int], by_subject: dict[int, list[Testimony]]) -> list[Testimony]:
    """What is said of a whole region holds for its members; what is said of a part of it names none of them."""
    said = [testimony for region in regions for testimony in by_subject.get(region, [])]
    return [
        replace(testimony, is_of_region=True)
        for testimony in said
        if not testimony.is_partial and testimony.kind not in FIGHTS_ANYWHERE
    ]


def _claims(subjects: set[int], affiliations: Affiliations) -> list[tuple[int, Printed]]:
    claims = Claim.objects.that_can_move_the_map().about(subjects)
    return [
        (claim.place_id, _of_claim(claim, affiliations))
        for claim in claims.select_related("report__publisher", "source", "actor", "counterparty").defer(
            "report__body", "report__text"
        )
    ]


def _of_claim(claim: Claim, affiliations: Affiliations) -> Printed:
    report, speaker = claim.report, claim.source or claim.report.publisher
    published_at = report.published_at or report.received_at
    said = Testimony(
        key=f"claim:{claim.pk}",
        origin=speaker.slug if speaker else f"report:{claim.report_id}",
        affiliation=affiliations.on(speaker and speaker.pk, published_at),
        kind=claim.kind,
        stance=claim.stance,
        side=_side(claim.actor),
        other=_side(claim.counterparty),
        is_partial=claim.is_partial,
        start=claim.event_start,
        end=claim.event_end,
        published_at=published_at,
    )
    publisher = report.publisher.slug if report.publisher else f"report:{claim.report_id}"
    return Printed(said, publisher, claim.source is not None, claim.quote, bytes(report.sketch))


def _entries(subjects: set[int], affiliations: Affiliations) -> list[tuple[int, Printed]]:
    entries = ControlEvent.objects.live().filter(origin=ControlEvent.Origin.ENTERED, place__in=subjects)
    return [
        (entry.place_id, _of_entry(entry, affiliations))
        for entry in entries.select_related("source", "actor", "counterparty")
    ]


def _of_entry(entry: ControlEvent, affiliations: Affiliations) -> Printed:
    """An entry has no text of its own, so it is never a copy."""
    source = entry.source
    said = Testimony(
        key=f"entry:{entry.pk}",
        origin=source.slug if source else f"entry:{entry.pk}",
        affiliation=affiliations.on(entry.source_id, entry.known_at),
        kind=entry.kind,
        stance=entry.stance,
        side=_side(entry.actor),
        other=_side(entry.counterparty),
        is_partial=entry.is_partial,
        start=entry.event_start,
        end=entry.event_end,
        published_at=entry.known_at,
        ruling=None if source else (entry.status or None),
        is_besieged=entry.is_besieged,
    )
    return Printed(said, said.origin, source is not None)


def _side(actor: Actor | None) -> str | None:
    return None if actor is None or actor.side == "none" else actor.side
