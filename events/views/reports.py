"""Reports with their claims."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from events.explanations import Explanation, explained
from events.models import Claim, Report
from events.passages import cut_by_claims
from events.views.place_map import is_drawn, map_of
from gazetteer.features import features
from gazetteer.models import Place


def report_list(request: HttpRequest) -> HttpResponse:
    """GET /reports/?page=2 — reports, newest first, with how many claims each holds."""
    reports = (
        Report.objects.readable()
        .select_related("publisher")
        .defer("text", "body")
        .annotate(
            number_of_claims=Count("claims"),
            number_pending=Count("claims", filter=Q(claims__status=Claim.Status.PENDING)),
        )
    )
    return render(
        request, "events/report_list.html", {"page_obj": Paginator(reports, 40).get_page(request.GET.get("page"))}
    )


def report_page(request: HttpRequest, pk: int) -> HttpResponse:
    """GET /reports/5/ — the text with its claims marked in it, and why each was read so."""
    report = get_object_or_404(Report.objects.select_related("publisher").defer("body"), pk=pk)
    claims = report.claims.exclude(status=Claim.Status.REJECTED).of_a_known_report()
    explanations = explained(report.text, claims)
    context = {"report": report, "explanations": explanations, "passages": cut_by_claims(report.text, explanations)}
    context["config"] = _map_of(explanations)
    return render(request, "events/report_detail.html", context)


def _map_of(explanations: Iterable[Explanation]) -> dict | None:
    """The map of the places that are spoken of; None where none of them can be drawn."""
    places = {why.claim.place_id for why in explanations if why.claim.place_id}
    shaped = features(Place.every.filter(pk__in=places).order_by("slug")) if places else []
    return map_of(shaped, "links") if any(map(is_drawn, shaped)) else None
