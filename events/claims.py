"""Claims of a report, stored: what the extraction found becomes rows that wait for review."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from events.extraction.found import FoundClaim
from events.models import Actor, Claim, Report, Source, is_of_our_time
from gazetteer.models import Place


@transaction.atomic
def store_found(report: Report, found: Iterable[FoundClaim]) -> bool:
    """Store what was found and mark the report read; False, and nothing done, when it is read already."""
    state = Report.objects.select_for_update().values_list("state", flat=True).get(pk=report.pk)
    if state != Report.State.READING:
        return False
    rows = _rows(report, list(found))
    Claim.objects.bulk_create(rows, ignore_conflicts=True)
    Report.objects.filter(pk=report.pk).update(state=Report.State.READ, read_at=timezone.now(), leased_until=None)
    return True


def _rows(report: Report, found: list[FoundClaim]) -> list[Claim]:
    places = _ids(Place, (slug for claim in found for slug in claim.places))
    actors = _ids(Actor, (slug for claim in found for slug in (claim.actor, claim.counterparty)))
    sources = _ids(Source, (claim.source for claim in found))
    return [_row(report, claim, places, actors, sources) for claim in found]


def _ids(model, slugs: Iterable[str | None]) -> dict[str, int]:
    return dict(model.objects.filter(slug__in={slug for slug in slugs if slug}).values_list("slug", "pk"))


def _row(report: Report, found: FoundClaim, places: dict, actors: dict, sources: dict) -> Claim:
    is_certain = len(found.places) == 1
    is_dated = is_of_our_time(found.event_start) and is_of_our_time(found.event_end)  # else it is undated: a misreading
    return Claim(
        report=report,
        start=found.start,
        end=found.end,
        quote=found.quote,
        rule=found.rule,
        score=found.score,
        spans=[list(span) for span in found.spans],
        place_id=places.get(found.places[0]) if is_certain else None,
        candidates=[] if is_certain else list(found.places),
        kind=found.kind,
        stance=found.stance,
        mode=found.mode,
        is_partial=found.partial,
        actor_id=actors.get(found.actor),
        counterparty_id=actors.get(found.counterparty),
        source_id=sources.get(found.source),
        source_text=(found.source_text or "")[:300],
        quantity=found.quantity,
        unit=found.unit or "",
        event_start=found.event_start if is_dated else None,
        event_end=found.event_end if is_dated else None,
        time_precision=found.time_precision,
    )
