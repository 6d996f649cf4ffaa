"""Old addresses of places that were merged."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from events.questions import Question
from gazetteer.models import Place, Redirect


def place_at(slug: str, question: Question) -> Place | None:
    """The place of this slug; one that was merged since, if the revision that is asked for has periods of it."""
    known = Place.objects.with_surroundings().filter(slug=slug).first()
    if known or question.revision is None:
        return known
    merged = Place.every.with_surroundings().filter(slug=slug).first()
    return merged if merged and merged.control_periods.at_revision(question.revision).exists() else None


def moved(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead to the same address of the place that this one was merged into, for good; 404 when there is none."""
    found = get_object_or_404(Redirect.objects.select_related("place"), slug=slug)
    address = reverse(request.resolver_match.view_name, args=[found.place.slug])
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{query}" if query else address, permanent=True)
