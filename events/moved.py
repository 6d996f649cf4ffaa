"""Old addresses of places that were merged."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from gazetteer.models import Redirect


def moved(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead to the same address of the place that this one was merged into, for good; 404 when there is none."""
    found = get_object_or_404(Redirect.objects.select_related("place"), slug=slug)
    address = reverse(request.resolver_match.view_name, args=[found.place.slug])
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{query}" if query else address, permanent=True)
