"""Old addresses of places that were merged."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from events.answers import recorded_at
from events.questions import Question
from gazetteer.models import Place, Redirect
from gazetteer.past import as_they_were


def place_at(slug: str, question: Question) -> Place | None:
    """The place of this slug, at a revision as it was then; one that was merged since, if that revision has it."""
    known = Place.objects.with_surroundings().filter(slug=slug).first()
    if question.revision is None:
        return known
    found = known or _merged_since(slug, question.revision)
    return as_they_were([found], recorded_at(question.revision))[0] if found else None


def _merged_since(slug: str, revision: int) -> Place | None:
    merged = Place.every.with_surroundings().filter(slug=slug).first()
    return merged if merged and merged.control_periods.at_revision(revision).exists() else None


def moved(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead to the same address of the place that this one was merged into, for good; 404 when there is none."""
    found = get_object_or_404(Redirect.objects.select_related("place"), slug=slug)
    address = reverse(request.resolver_match.view_name, args=[found.place.slug])
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{query}" if query else address, permanent=True)
