"""Each change within some days in a row of its own: what the map's strip of the war counts, and where it shows it."""

import csv
from dataclasses import dataclass, replace
from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from events import answers
from events.beside import in_words
from events.questions import Question
from events.turns import KEYS, Turn, Turns, Where, turns
from events.views.asked import asked_of, day_shown
from events.views.days import DayRange
from events.views.ordering import heads
from gazetteer.cells import guarded

ON_A_PAGE = 100
WHERES = [("", _("everywhere")), *Where.choices]
TITLES = {
    "time": _("When"),
    "place": _("Place"),
    "before": _("Before"),
    "after": _("From then on"),
    "evidence": _("Evidence"),
}
CELLS = (
    "start", "place", "name_ar", "name_en", "where", "before", "status", "holder", "challenger", "besieged", "evidence",
    "in_words", "known", "revision", "sources",
)  # fmt: skip


class Params(forms.Form):
    """Whether only what the map shows is listed, or only what it cannot; and the order."""

    where = forms.ChoiceField(
        required=False,
        choices=WHERES,
        error_messages={"invalid_choice": _("Ask for what is shown or for what is unplaced.")},
    )
    sort = forms.ChoiceField(
        required=False, choices=[(sort, sort) for name in KEYS for sort in (name, f"-{name}")],
        error_messages={"invalid_choice": _("No such order.")},
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """Days of the record and what is listed of them; `errors` names what of the address is wrong."""

    question: Question
    times: dict
    days: DayRange
    form: Params

    @property
    def errors(self) -> list[str]:
        """What is wrong, a sentence each."""
        found = [*self.days.errors.values(), *self.form.errors.values()]
        return [*self.times["errors"], *(str(errors[0]) for errors in found)]

    @property
    def window(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.days.cleaned_data["first"], self.days.cleaned_data["last"]

    @property
    def sort(self) -> str:
        return self.form.cleaned_data["sort"] or "time"

    def turns(self) -> Turns:
        """All changes of these days; where no day is asked for, of all that there are."""
        asked = (
            day if self.days[name].value() else None for name, day in zip(("first", "last"), self.window, strict=True)
        )
        return turns(self.question, *asked)

    def listed(self, found: Turns) -> Turns:
        """Those of them that are listed, in their order."""
        return found.narrowed(self.form.cleaned_data["where"]).ordered(self.sort)


def changes_page(request: HttpRequest) -> HttpResponse:
    """GET /table/changes/?from=2016-11-26&to=2016-12-07&known=2016-12-08&where=unplaced&sort=-time&page=2"""
    asked = _asked(request)
    context = {"asked": asked, "times": asked.times, "form": asked.form, "wheres": WHERES}
    context["days"] = {"first": asked.days["first"].value() or "", "last": asked.days["last"].value() or ""}
    if not asked.errors:
        context |= _shown(request, asked)
    return render(request, "events/table_of_changes.html", context, status=400 if asked.errors else 200)


def changes_csv(request: HttpRequest) -> HttpResponse:
    """GET /table/changes.csv?from=2016-11-26&to=2016-12-07 — the rows of the page at that address, all of them."""
    asked = _asked(request)
    if asked.errors:
        return HttpResponse("\n".join(asked.errors), status=400, content_type="text/plain; charset=utf-8")
    name = f"aleppo-changes-{asked.window[0]}-{asked.window[1]}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    answer = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.DictWriter(answer, fieldnames=CELLS, restval="")
    writer.writeheader()
    for turn in asked.listed(asked.turns())[:]:
        writer.writerow({name: guarded(cell) for name, cell in {**_cells(turn), **asked.question.as_of}.items()})
    return answer


def _asked(request: HttpRequest) -> Asked:
    question, times = asked_of(request)
    begins, ends = answers.span_of(question) or (None, day_shown(question, request))
    asked = Asked(question, times, DayRange(request.GET, ends, begins), Params(request.GET))
    asked.days.is_valid()
    asked.form.is_valid()
    return asked


def _shown(request: HttpRequest, asked: Asked) -> dict:
    found = asked.turns()
    first, last = asked.window
    page = Paginator(asked.listed(found), ON_A_PAGE).get_page(request.GET.get("page"))
    query = urlencode({"from": first, "to": last, **asked.question.as_of})
    return {
        "first": first, "last": last, "days": {"first": first.isoformat(), "last": last.isoformat()}, "page_obj": page,
        "rows": [_row(turn, asked.question) for turn in page.object_list], "number": len(found), "query": query,
        "counts": [(where, found.count_at(where)) for where in Where],
        "columns": heads(request, TITLES, asked.sort, ["evidence"]), "sorts": KEYS,
    }  # fmt: skip


def _row(turn: Turn, question: Question) -> dict:
    when = replace(question, on=turn.start.date(), at=turn.hour).when
    query = urlencode({**when, "place": turn.place.slug, **question.as_of})
    return {"turn": turn, "query": query, "before": in_words(turn.before), "after": in_words(turn.after)}


def _cells(turn: Turn) -> dict[str, str]:
    after = turn.after
    return {
        "start": turn.start.isoformat(), "place": turn.place.slug, "name_ar": turn.place.name_ar,
        "name_en": turn.place.name_en, "where": turn.where, "before": in_words(turn.before), "status": after.status,
        "holder": after.holder.slug if after.holder else "", "evidence": str(after.evidence_count),
        "challenger": after.challenger.slug if after.challenger else "", "in_words": in_words(after),
        "besieged": "yes" if after.is_besieged else "no",
    }  # fmt: skip
