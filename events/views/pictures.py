"""The map to take away: one day as SVG or PNG, a row of days as GIF, with legend, date and citation drawn in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from django import forms
from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag, urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events import answers
from events.atlas import atlas
from events.pictures import raster, sheet
from events.questions import Question
from events.remembered import basis
from events.views.asked import asked_of, day_shown, file_name, no_day
from events.views.captions import captions
from events.views.days import DayRange

MOST_FRAMES = 48
MANNER = 2  # raised when the sheet itself is drawn otherwise, so that readers' copies of the old one do not stay


class PictureParams(forms.Form):
    """How many pixels across."""

    width = forms.IntegerField(required=False, min_value=400, max_value=2400)


class FilmParams(DayRange):
    """Every `step` days from the first to the last one; where no step is given, as many as make a short film."""

    width = forms.IntegerField(required=False, min_value=400, max_value=1000)
    step = forms.IntegerField(required=False, min_value=1, max_value=3660)

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        whole = (cleaned["last"] - cleaned["first"]).days
        step = cleaned["step"] or max(1, -(-whole // (MOST_FRAMES - 1)))
        if -(-whole // step) >= MOST_FRAMES:
            told = _("A film has at most %(most)s frames; take a longer step or fewer days.")
            raise forms.ValidationError({"step": forms.ValidationError(told, params={"most": MOST_FRAMES})})
        cleaned["days"] = [cleaned["first"] + timedelta(days=at) for at in (*range(0, whole, step), whole)]
        return cleaned


def map_svg(request: HttpRequest) -> HttpResponse:
    """GET /export/map.svg?on=2016-12-07&at=14&known=2016-12-08&lang=ar"""
    return _answer(request, "svg", PictureParams, lambda job: next(job.drawings()).encode())


def map_png(request: HttpRequest) -> HttpResponse:
    """GET /export/map.png?on=2016-12-07&sources=sohr&width=2400"""
    return _answer(request, "png", PictureParams, lambda job: raster.png(next(job.drawings()), job.width or 1200))


def map_gif(request: HttpRequest) -> HttpResponse:
    """GET /export/map.gif?from=2016-11-20&to=2016-12-22&step=1&width=720"""
    return _answer(request, "gif", FilmParams, lambda job: raster.gif(job.drawings(), job.width or 720))


TYPES = {"svg": "image/svg+xml", "png": "image/png", "gif": "image/gif"}


@dataclass(frozen=True, slots=True)
class Job:
    """Which days to draw, of what, how wide, and where a reader finds the first of them again."""

    question: Question
    days: list[date]
    width: int | None
    site: str
    last_revision: int

    @property
    def revision(self) -> int:
        return self.last_revision if self.question.revision is None else self.question.revision

    @property
    def name(self) -> str:
        """The first day and the last one, once where they are the same, with the hour where one is asked for."""
        return "-".join(file_name(self.moment_of(day)) for day in dict.fromkeys((self.days[0], self.days[-1])))

    def address(self, day: date) -> str:
        """The map of that day, pinned to the revision where a revision can answer."""
        pinned = self.question.as_of or {"revision": self.revision}
        return f"{self.site}{reverse('map')}?{urlencode(self.moment_of(day).when | pinned)}"

    def moment_of(self, day: date) -> Question:
        """The same question of that day; an hour is that hour of each day."""
        return replace(self.question, on=day)

    def drawings(self) -> Iterator[str]:
        """The sheet of each day."""
        book = atlas(self.question)
        backdrop = sheet.backdrop(book.shapes, book.context, book.bounds, mirrored=get_language() == "ar")
        slugs, told = [shape.slug for shape in book.shapes], captions(self.question, self.revision)
        for day in self.days:
            moment = self.moment_of(day)
            looks = book.looks_before(moment.moment)
            yield sheet.draw(backdrop, looks, told.of(moment, looks, slugs, self.address(day)))


def _answer(request: HttpRequest, kind: str, params: type, draw: Callable[[Job], bytes]) -> HttpResponse:
    question, times = asked_of(request)
    day = day_shown(question, request)
    form = params(request.GET, day) if params is FilmParams else params(request.GET)
    wrong = {**no_day(request, question), **times["wrong"]}
    if wrong or not form.is_valid():
        return refused({**wrong, **{form.add_prefix(name): found[0] for name, found in form.errors.items()}})
    given = form.cleaned_data
    site = settings.GAZETTEER_SITE.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
    job = Job(question, given.get("days") or [day], given["width"], site, answers.latest_revision())
    key = _mark(kind, job)
    etag = quote_etag(key)
    fresh = get_conditional_response(request, etag=etag)
    if fresh is not None:
        return fresh
    picture = caches["pictures"].get_or_set(key, lambda: draw(job))
    name = f"aleppo-{job.name}.{kind}"
    headers = {"ETag": etag, "Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-cache"}
    return HttpResponse(picture, content_type=TYPES[kind], headers=headers)


def _mark(kind: str, job: Job) -> str:
    """What tells this picture from every other, before and after any correction."""
    parts = (MANNER, kind, get_language(), job, settings.CONTROL_STALE_DAYS, *basis("shapes"))
    return sha256(repr(parts).encode()).hexdigest()


def refused(wrong: dict[str, str]) -> HttpResponse:
    """What is wrong, a line a parameter, by its name."""
    lines = [f"{name}: {sentence}" for name, sentence in wrong.items()]
    return HttpResponse("\n".join(lines), status=400, content_type="text/plain; charset=utf-8")
