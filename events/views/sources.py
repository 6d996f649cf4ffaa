"""Whoever says something, and the record of what it said."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from events import kinds, records, track_record
from events.affiliations import Affiliations
from events.models import Source, SpeaksFor
from events.track_record import Record
from gazetteer.folding import in_lists

MOST_ALONE = 50


def source_list(request: HttpRequest) -> HttpResponse:
    """GET /sources/ — whoever says something, with the side it speaks for, how often it was heard, and its record."""
    found, heard = records.records_of_all(), records.heard()
    sources = list(Source.objects.with_latest_affiliation())
    sources.sort(key=lambda source: (source.affiliation, in_lists(source.name)))
    for source in sources:
        source.record = found.get(source.slug) or Record()
        source.number_of_claims = heard.claims.get(source.pk, 0)
        source.number_of_entries = heard.entries.get(source.pk, 0)
        source.affiliation_name = SpeaksFor(source.affiliation).label
    return render(
        request,
        "events/source_list.html",
        {"sources": sources, "few": track_record.FEW, "horizon": track_record.HORIZON},
    )


def source_page(request: HttpRequest, slug: str) -> HttpResponse:
    """GET /sources/sohr/ — for whom it speaks since when, and what became of what it said."""
    source = get_object_or_404(Source, slug=slug)
    found, heard = records.record_of(source), records.heard()
    context = {
        "source": source,
        "kind": kinds.OF_SOURCES.get(source.kind, source.kind),
        "affiliations": Affiliations([source.pk]).of(source.pk),
        "record": found,
        "alone": records.reported_alone(found, most=MOST_ALONE),
        "most_alone": MOST_ALONE,
        "number_of_claims": heard.claims.get(source.pk, 0),
        "number_of_entries": heard.entries.get(source.pk, 0),
        "few": track_record.FEW,
        "horizon": track_record.HORIZON,
    }
    return render(request, "events/source.html", context)
