"""Reports with their claims."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from events.explanations import explained
from events.models import Claim, Report
from events.passages import cut_by_claims


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
    return render(request, "events/report_detail.html", context)
