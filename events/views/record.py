"""The map, the rule it follows, and what can be taken away."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from events import answers, assessment, likeness, sentences, weights
from events.counts import counts
from events.models import Actor, Side, SpeaksFor


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
        "weights": [(sentences.SPEAKERS[who], support, denial) for who, support, denial in weights.weights()],
        "same": round(100 * likeness.SAME),
        "run": likeness.SHINGLE,
        "shortest_passage": likeness.SHORTEST_PASSAGE,
        "shortest_report": likeness.SHORTEST_REPORT,
        "affiliations": SpeaksFor.choices,
    }
    return render(request, "events/method.html", context)


def counts_page(request: HttpRequest) -> HttpResponse:
    """GET /counts/ — what sources counted, beside the map's own figure of that day."""
    return render(request, "events/counts.html", {"counts": counts()})


def data_page(request: HttpRequest) -> HttpResponse:
    """GET /data/ — what can be taken away, and how to cite it."""
    return render(
        request, "events/data.html", {"revision": answers.latest_revision(), "record": answers.span_of_the_record()}
    )
