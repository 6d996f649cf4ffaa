"""Two perspectives side by side."""

from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from events import answers, comparison
from events.beside import Pair, as_config, in_words
from events.perspectives import Difference, Perspective, UnknownSource, days_to_compare
from events.questions import end_of
from events.sentences import SETS
from events.views.days import DayField
from events.views.tellers import names_of_tellers, told_by
from gazetteer.folding import in_lists
from gazetteer.models import Place

A_PAGE = 100
DAYS = ("first", "last", "on", "known")


class CompareParams(forms.Form):
    """Which two, on which days, and what counts."""

    a = forms.CharField(required=False, max_length=2000)
    b = forms.CharField(required=False, max_length=2000)
    first = DayField()
    last = DayField()
    on = DayField()
    known = DayField()
    revision = forms.CharField(required=False)
    silent = forms.BooleanField(required=False)
    surety = forms.BooleanField(required=False)

    def add_prefix(self, field_name: str) -> str:
        return {"first": "from", "last": "to"}.get(field_name, field_name)

    def clean_a(self) -> Perspective | None:
        return self._perspective("a")

    def clean_b(self) -> Perspective | None:
        return self._perspective("b")

    def clean_revision(self) -> None:
        """What two accounts tell is worked out today, so it is of no earlier revision."""
        if self.cleaned_data["revision"]:
            raise forms.ValidationError(_("Accounts are compared as known today or on a day, not as of a revision."))

    def _perspective(self, field: str) -> Perspective | None:
        text = self.cleaned_data[field]
        if not text:
            return None
        try:
            return comparison.perspective(text)
        except UnknownSource as error:
            names = ", ".join(name[:60] for name in error.names)
            message = _("No source is known as %(names)s.") if names else _("Name one to fifty sources.")
            raise forms.ValidationError(message, params={"names": names}) from None

    def clean(self) -> dict:
        cleaned = super().clean()
        asked = cleaned.get("first"), cleaned.get("last")
        cleaned["first"], cleaned["last"] = days_to_compare(answers.span_of_the_record(), *asked)
        for name in DAYS:
            if cleaned.get(name) and not 1900 <= cleaned[name].year <= 2100:
                self.add_error(name, _("The year must lie between 1900 and 2100."))
        if "first" in cleaned and "last" in cleaned and cleaned["first"] > cleaned["last"]:
            self.add_error("last", _("The last day lies before the first one."))
        cleaned["on"] = cleaned.get("on") or cleaned.get("last")
        return cleaned


@dataclass(frozen=True, slots=True)
class Row:
    """A difference in words."""

    place: Place
    first: date
    last: date
    days: int
    a: str
    b: str


def compare_page(request: HttpRequest) -> HttpResponse:
    """GET /compare/?a=sana&b=sohr&from=2016-11-26&to=2016-12-22&on=2016-12-07&known=2016-12-08&silent=1&surety=1"""
    form = CompareParams(request.GET)
    is_asked = bool(form.is_valid() and form.cleaned_data["a"] and form.cleaned_data["b"])
    names = names_of_tellers()
    chosen = {field: request.GET.get(field, "") for field in ("a", "b")}
    days = {name: request.GET.get(form.add_prefix(name)) or _iso(form, name) for name in DAYS}
    context = {
        "days": days, "form": form, "is_asked": is_asked, "chosen": chosen, "sets": SETS.items(),
        "sources": [one for one in names.items() if one[0] not in SETS],
        "name_a": told_by(chosen["a"], names), "name_b": told_by(chosen["b"], names), "names": names,
    }  # fmt: skip
    if is_asked:
        context |= _compared(form.cleaned_data, request.GET.get("page"))
    return render(request, "events/compare.html", context, status=200 if form.is_valid() else 400)


def _compared(asked: dict, page: str | None) -> dict:
    """The list of differences, and the two maps of one day."""
    known, day = asked["known"], asked["on"]
    question = comparison.Question(
        asked["a"], asked["b"], asked["first"], asked["last"] + timedelta(days=1), asked["silent"], asked["surety"],
        before=end_of(known) if known else None,
    )  # fmt: skip
    told, actors = comparison.accounts(question), comparison.umbrellas()
    found = sorted(comparison.differences(question, told), key=lambda one: in_lists(str(one.place)))
    rows = [_row(one, actors) for one in found]
    pairs = [
        Pair(one.place, *(comparison.as_period(state, actors) for state in (one.a, one.b)), one.differs)
        for one in comparison.on_day(question, told, day)
    ]
    times = {"on": day, **({"known": known} if known else {})}
    links = {side: f"/?{urlencode({**times, 'sources': asked[side].text})}&place=SLUG" for side in ("a", "b")}
    return {
        "page_obj": Paginator(rows, A_PAGE).get_page(page),
        "beside": as_config(pairs, links),
        "day": day,
        "known": known,
        "differing": sum(pair.differs for pair in pairs),
    }


def _iso(form: CompareParams, name: str) -> str:
    """The day that is looked at when none was asked for."""
    day = form.cleaned_data.get(name)
    return day.isoformat() if day else ""


def _row(one: Difference, actors: dict) -> Row:
    a, b = (comparison.as_period(state, actors) for state in (one.a, one.b))
    days = (one.until - one.start).days
    return Row(one.place, one.start, comparison.last_day(one), days, *(in_words(period, _silence) for period in (a, b)))


def _silence() -> str:
    return str(_("Says nothing of it"))
