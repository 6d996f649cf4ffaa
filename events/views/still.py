"""The places at one moment as a picture, for the map's page until its scripts have come, and where none runs."""

from dataclasses import replace
from hashlib import sha256

from django import forms
from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext_lazy as _

from events import answers
from events.atlas import atlas
from events.compressed import pack, packed_answer, weak_etag
from events.pictures import still
from events.pictures.looks import IN_THE_DARK, PRINTED
from events.questions import Question
from events.remembered import basis
from events.views.asked import asked_of, day_shown, no_day
from events.views.pictures import refused

PALETTES = {"light": PRINTED, "dark": IN_THE_DARK}
MANNER = 1  # raised when it is drawn otherwise, so that readers' copies of the old one do not stay


class StillParams(forms.Form):
    """For which theme it is drawn."""

    theme = forms.ChoiceField(
        required=False, choices=[(name, name) for name in PALETTES],
        error_messages={"invalid_choice": _("Choose light or dark.")},
    )  # fmt: skip


def map_still(request: HttpRequest) -> HttpResponse:
    """GET /still.svg?on=2016-12-07&at=14&known=2016-12-08&theme=dark"""
    question, times = asked_of(request)
    form = StillParams(request.GET)
    wrong = {**no_day(request, question), **times["wrong"]}
    if wrong or not form.is_valid():
        return refused({**wrong, **{name: found[0] for name, found in form.errors.items()}})
    request.is_of_every_language = True
    moment, theme = replace(question, on=day_shown(question, request)), form.cleaned_data["theme"] or "light"
    mark = _mark(moment, theme)
    fresh = get_conditional_response(request, etag=weak_etag(mark))
    if fresh is not None:
        return fresh
    picture = caches["pictures"].get_or_set(mark, lambda: pack(_drawn(moment, theme).encode()))
    headers = {"ETag": weak_etag(mark), "Cache-Control": "no-cache"}
    return packed_answer(request, picture, content_type="image/svg+xml", headers=headers)


def _drawn(question: Question, theme: str) -> str:
    book = atlas(question)
    return still.draw(book.shapes, book.looks_before(question.moment), book.bounds, PALETTES[theme])


def _mark(question: Question, theme: str) -> str:
    """What tells this picture from every other, before and after any correction."""
    parts = (MANNER, question, theme, settings.CONTROL_STALE_DAYS, answers.latest_revision(), *basis("shapes"))
    return sha256(repr(("still", *parts)).encode()).hexdigest()
