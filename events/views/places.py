"""Places: the list with its map, and one place with all that is known of it."""

from collections.abc import Sequence
from dataclasses import replace

from django import forms
from django.core.paginator import Paginator
from django.db.models import Case, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events import answers, sentences
from events.affiliations import Affiliations
from events.comparison import perspective
from events.dating import dating, decisions_about, told_of
from events.models import Claim, Review
from events.moved import moved, place_at
from events.questions import Question, end_of
from events.reviewed import Decided
from events.telling import told
from events.views.asked import asked_of, day_shown
from events.views.place_map import map_of
from events.whose_word import claims_of
from gazetteer.features import feature_of, with_shape_as_json
from gazetteer.models import Ambiguity, Place
from gazetteer.portrait import portrait
from gazetteer.queries import in_order
from gazetteer.search import search

A_PAGE = 50
MOST_FOUND = 200


class ListParams(forms.Form):
    """What the list is narrowed to."""

    q = forms.CharField(label=_("Name"), required=False, max_length=100)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("every kind")), *Place.Kind.choices],
        error_messages={"invalid_choice": _("No such kind.")},
    )  # fmt: skip


def place_list(request: HttpRequest) -> HttpResponse:
    """GET /places/?q=تشرين&kind=neighbourhood&page=2 — places by name in either script, on a map beside the list."""
    form = ListParams(request.GET)
    is_valid = form.is_valid()
    asked, kind = (form.cleaned_data["q"], form.cleaned_data["kind"]) if is_valid else ("", "")
    found = _found(asked) if asked else in_order(Place.objects.all(), get_language())
    found = found.filter(kind=kind) if kind else found
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    page.object_list = list(with_shape_as_json(page.object_list).with_surroundings())
    context = {
        "page_obj": page, "asked": asked, "kind": kind, "form": form, "typed": _typed(form),
        "kinds": form.fields["kind"].choices,
        "ambiguities": Ambiguity.objects.about(asked) if asked else [],
        "config": map_of([feature_of(place) for place in page], "links"),
    }  # fmt: skip
    return render(request, "events/place_list.html", context, status=200 if is_valid else 400)


def _typed(form: ListParams) -> str:
    """The name as it was typed, without what no page may hold."""
    return (form["q"].value() or "").replace("\0", "")


def _found(asked: str) -> QuerySet:
    """The places that a search finds, the likeliest first."""
    ids = [hit.place.pk for hit in search(asked, limit=MOST_FOUND)]
    order = Case(*(When(pk=pk, then=number) for number, pk in enumerate(ids)), default=MOST_FOUND)
    return Place.objects.filter(pk__in=ids).order_by(order)


def place_page(request: HttpRequest, slug: str) -> HttpResponse:
    """GET /places/shaar/?on=2016-12-07&at=14&known=2016-12-08 — a place, who held it, and the evidence up to then."""
    question, times = asked_of(request)
    place = place_at(slug, question)
    if place is None:
        return moved(request, slug)
    question = replace(question, on=day_shown(question, request))
    known = portrait(place)
    context = {
        "place": place, "on": question.on, "times": times, "as_of": f"&{times['query']}" if times["query"] else "",
        "portrait": known, "config": map_of(known.shapes, "portrait", chosen=place.slug), "question": question,
        "map_query": urlencode({**question.when, "place": place.slug, **question.as_of}),
        "in_view": urlencode(question.asked),
    }  # fmt: skip
    if times["errors"]:  # nothing else may stand in for what cannot be answered
        return render(request, "events/place.html", context, status=400)
    return render(request, "events/place.html", context | _told(place, question))


def _told(place: Place, question: Question) -> dict:
    """What is known of the place on the day, and through the war."""
    found, affiliations = answers.explain(place, question), Affiliations()
    history = list(answers.history_of(place, question))
    for row in history:
        row.sentence = sentences.state_of(row)
    return {
        "period": found.period,
        "since": found.begun and found.begun.start,
        "sentence": sentences.state_of(found.period) if found.period else "",
        "why": sentences.why(found.line),
        "dating": dating(found.begun and found.begun.event),
        "decisions": [(told_of(one), one.reason) for one in decisions_about(place, found.evidence, question.revision)],
        "evidence_for": told(found.supports, affiliations),
        "evidence_against": told(found.denials, affiliations),
        "history": history,
        "claims": _claims_about(place, question),
    }


def _claims_about(place: Place, question: Question) -> Sequence[Claim]:
    """Those not rejected, of the day and the sources asked for; at a revision those it had accepted, as they read."""
    if question.revision is not None:
        return _accepted_then(place, question.revision)
    claims = Claim.objects.filter(place=place).exclude(status=Claim.Status.REJECTED)
    if question.known:
        claims = claims.published_before(end_of(question.known))
    if question.sources:
        claims = claims_of(perspective(question.sources), claims)
    named = claims.with_names().defer("report__text", "report__body")
    return named.order_by("report__published_at", "start")


def _accepted_then(place: Place, revision: int) -> list[Claim]:
    accepted = Review.objects.at_revision(revision).filter(status=Claim.Status.ACCEPTED)
    published = accepted.filter(statement__place_id=place.pk).select_related("claim__report__publisher")
    return Decided(
        published.defer("claim__report__text", "claim__report__body"), "claim__report__published_at", "claim__start"
    )[:]
