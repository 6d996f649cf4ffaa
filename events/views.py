"""The pages: check what was asked, ask, and give the answer to a template."""

from datetime import date, timedelta

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events import answers, assessment, sentences
from events.models import Actor, Claim, Report, Side, Source
from events.passages import cut_by_claims
from gazetteer.models import Place


class DayParams(forms.Form):
    """The day that a page speaks of."""

    on = forms.DateField(required=False, error_messages={"invalid": _("Give the date as 2016-12-07.")})

    def clean_on(self) -> date | None:
        day = self.cleaned_data["on"]
        if day and not 1900 <= day.year <= 2100:
            raise forms.ValidationError(_("The year must lie between 1900 and 2100."))
        return day


def _day_of(request: HttpRequest) -> date | None:
    params = DayParams(request.GET)
    return params.cleaned_data["on"] if params.is_valid() else None


def map_page(request: HttpRequest) -> HttpResponse:
    """GET /?on=2016-12-07&place=shaar — the map; its script reads the address and the timeline."""
    config = {
        "timeline_url": reverse("api:timeline"),
        "place_api": reverse("api:why", args=["SLUG"]),
        "place_page": reverse("place", args=["SLUG"]),
        "language": get_language(),
        "opens_on": settings.MAP_OPENS_ON,
    }
    sides = [actor for actor in Actor.objects.filter(parent=None).exclude(side=Side.NONE) if actor.slug != "russia"]
    return render(request, "events/map.html", {"config": config, "actors": sides})


def place_page(request: HttpRequest, slug: str) -> HttpResponse:
    """GET /places/shaar/?on=2016-12-07 — a place, who held it, and the evidence up to a day."""
    place = get_object_or_404(Place.objects.with_names(), slug=slug)
    last = answers.span_of_the_record()
    day = _day_of(request) or (last[1] if last else date.today())
    found = answers.explain(place, day)
    history = list(answers.history_of(place))
    for row in history:
        row.sentence = sentences.state_of(row)
    context = {
        "place": place,
        "on": day,
        "period": found.period,
        "sentence": sentences.state_of(found.period) if found.period else "",
        "why": sentences.why(found.decided_by.rule) if found.decided_by else "",
        "evidence_for": found.supports,
        "evidence_against": found.denials,
        "history": history,
        "claims": _claims_about(place),
    }
    return render(request, "events/place.html", context)


def _claims_about(place: Place):
    claims = Claim.objects.filter(place=place).exclude(status=Claim.Status.REJECTED).with_names()
    return claims.defer("report__text", "report__body").order_by("report__published_at", "start")


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
    """GET /reports/5/ — the text with its claims marked in it."""
    report = get_object_or_404(Report.objects.select_related("publisher").defer("body"), pk=pk)
    claims = list(report.claims.exclude(status=Claim.Status.REJECTED).with_names().order_by("start", "pk"))
    context = {"report": report, "claims": claims, "passages": cut_by_claims(report.text, claims)}
    return render(request, "events/report_detail.html", context)


def source_list(request: HttpRequest) -> HttpResponse:
    """GET /sources/ — whoever says something, with the side it speaks for and how often it was heard."""
    sources = Source.objects.annotate(
        number_of_claims=Count("claims", filter=Q(claims__status=Claim.Status.ACCEPTED), distinct=True),
        number_of_entries=Count("control_events", filter=Q(control_events__removed_in=None), distinct=True),
    )
    return render(request, "events/source_list.html", {"sources": sources.order_by("affiliation", "slug")})


def method_page(request: HttpRequest) -> HttpResponse:
    """GET /method/ — the rule, from the table that the code runs."""
    rows = [
        {"support": support, "denial": denial, "status": status, "why": sentences.LINES.get(f"{support}-{denial}", "")}
        for (support, denial), status in assessment.TABLE.items()
    ]
    lines = [(line, sentences.LINES[line]) for line in assessment.OTHER_LINES]
    context = {
        "rule_id": assessment.RULE_ID,
        "rule_version": assessment.RULE_VERSION,
        "window_hours": settings.CONTROL_WINDOW // timedelta(hours=1),
        "table": rows,
        "lines": lines,
    }
    return render(request, "events/method.html", context)


def data_page(request: HttpRequest) -> HttpResponse:
    """GET /data/ — what can be taken away, and how to cite it."""
    return render(
        request, "events/data.html", {"revision": answers.latest_revision(), "record": answers.span_of_the_record()}
    )
