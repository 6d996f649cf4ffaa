"""The map, the rule it follows, and what can be taken away."""

from datetime import timedelta

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from events import answers, assessment, likeness, sentences, weights
from events.atlas import city
from events.counts import counts
from events.embedding import allowed_origins
from events.models import Actor, Side, SpeaksFor
from events.views.asked import asked_of, day_shown, window_of


def map_page(request: HttpRequest) -> HttpResponse:
    """GET /?on=2016-12-07&at=14&known=2016-12-08&place=shaar — the map; its script reads the address."""
    return _map(request, "events/map.html")


def embed_page(request: HttpRequest) -> HttpResponse:
    """GET /embed/?on=2016-12-07&place=shaar&lang=ar — the map alone, which the sites of EMBED_ORIGINS may frame."""
    answer = _map(request, "events/embed.html")
    if origins := allowed_origins():
        answer.xframe_options_exempt = True  # that header knows no origins; the policy below says who may
        return csp_replace({"frame-ancestors": origins})(lambda _: answer)(request)
    return answer


def _map(request: HttpRequest, template: str) -> HttpResponse:
    question, times = asked_of(request)
    query = times["query"]
    config = {
        "timeline_url": None if times["errors"] else f"{reverse('api:timeline')}?{query}",
        "place_api": reverse("api:why", args=["SLUG"]),
        "place_page": reverse("place", args=["SLUG"]),
        "as_of": f"&{query}" if query else "",
        "language": get_language(),
        "on": question.on,
        "at": question.at,
        **window_of(request),
        "opens_on": settings.MAP_OPENS_ON,
        "city": city(),
        "record": answers.span_of_the_record(question.revision) or answers.span_of_the_record(),
        "revision": question.revision,
    }
    sides = [actor for actor in Actor.objects.filter(parent=None).exclude(side=Side.NONE) if actor.slug != "russia"]
    shown = day_shown(question, request)
    context = {"config": config, "actors": sides, "times": times, "on": question.on, "shown": shown}
    return render(request, template, context, status=400 if times["errors"] else 200)


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
    """GET /counts/?known=2016-12-08 — what sources counted, beside the map's own figure of that day."""
    question, times = asked_of(request)
    context = {"counts": [] if times["errors"] else counts(question), "on": question.on, "times": times}
    return render(request, "events/counts.html", context, status=400 if times["errors"] else 200)


def data_page(request: HttpRequest) -> HttpResponse:
    """GET /data/?revision=12 — what can be taken away, as of the times asked for, and how to cite it."""
    question, times = asked_of(request)
    revision = times["last"] if question.revision is None else question.revision
    record = answers.span_of_the_record(question.revision)
    query = urlencode({"on": day_shown(question, request)} | question.asked)
    frame = f"{request.build_absolute_uri(reverse('embed'))}?{query}"
    context = {
        "embed": f"{frame}&{urlencode({'lang': get_language()})}" if allowed_origins() else "",
        "revision": revision, "record": record, "times": times, "on": question.on, "query": query,
        "feed": urlencode({"since": max(0, revision - 1)}), "as_of": f"?{times['query']}" if times["query"] else "",
    }  # fmt: skip
    return render(request, "events/data.html", context, status=400 if times["errors"] else 200)
