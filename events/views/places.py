"""Places: the list with its map, and one place with all that is known of it."""

from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.db.models import Case, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events import answers, sentences
from events.affiliations import Affiliations
from events.models import Claim
from events.moved import moved
from events.telling import told
from gazetteer.features import feature_of, with_shape_as_json
from gazetteer.models import Ambiguity, Place
from gazetteer.portrait import portrait
from gazetteer.search import search

A_PAGE = 50
MOST_FOUND = 200


class ListParams(forms.Form):
    """What the list is narrowed to."""

    q = forms.CharField(required=False, max_length=100)
    kind = forms.ChoiceField(required=False, choices=[("", _("every kind")), *Place.Kind.choices])


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


def place_list(request: HttpRequest) -> HttpResponse:
    """GET /places/?q=تشرين&kind=neighbourhood&page=2 — places by name in either script, on a map beside the list."""
    form = ListParams(request.GET)
    form.is_valid()
    asked, kind = form.cleaned_data.get("q", ""), form.cleaned_data.get("kind", "")
    found = _found(asked) if asked else Place.objects.order_by("slug")
    found = found.filter(kind=kind) if kind else found
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    page.object_list = list(with_shape_as_json(page.object_list).with_surroundings())
    context = {
        "page_obj": page, "asked": asked, "kind": kind, "kinds": form.fields["kind"].choices,
        "ambiguities": Ambiguity.objects.about(asked) if asked else [],
        "config": _map_config([feature_of(place) for place in page], "links"),
    }  # fmt: skip
    return render(request, "events/place_list.html", context)


def _found(asked: str) -> QuerySet:
    """The places that a search finds, the likeliest first."""
    ids = [hit.place.pk for hit in search(asked, limit=MOST_FOUND)]
    order = Case(*(When(pk=pk, then=number) for number, pk in enumerate(ids)), default=MOST_FOUND)
    return Place.objects.filter(pk__in=ids).order_by(order)


def _map_config(features: list[dict], manner: str, chosen: str | None = None) -> dict:
    """What the script of a page's map needs: shapes to draw, how, and in which language."""
    kinds = {str(value): str(label) for value, label in Place.Kind.choices}
    return {"features": features, "manner": manner, "chosen": chosen, "kinds": kinds, "language": get_language()}


def place_page(request: HttpRequest, slug: str) -> HttpResponse:
    """GET /places/shaar/?on=2016-12-07 — a place, who held it, and the evidence up to a day."""
    place = Place.objects.with_surroundings().filter(slug=slug).first()
    if place is None:
        return moved(request, slug)
    known = portrait(place)
    last = answers.span_of_the_record()
    day = _day_of(request) or (last[1] if last else date.today())
    found = answers.explain(place, day)
    affiliations = Affiliations()
    history = list(answers.history_of(place))
    for row in history:
        row.sentence = sentences.state_of(row)
    context = {
        "place": place,
        "on": day,
        "period": found.period,
        "sentence": sentences.state_of(found.period) if found.period else "",
        "why": sentences.why(found.decided_by.rule) if found.decided_by else "",
        "evidence_for": told(found.supports, affiliations),
        "evidence_against": told(found.denials, affiliations),
        "history": history,
        "claims": _claims_about(place),
        "portrait": known,
        "config": _map_config(known.shapes, "portrait", chosen=place.slug),
    }
    return render(request, "events/place.html", context)


def _claims_about(place: Place):
    claims = Claim.objects.filter(place=place).exclude(status=Claim.Status.REJECTED).with_names()
    return claims.defer("report__text", "report__body").order_by("report__published_at", "start")
