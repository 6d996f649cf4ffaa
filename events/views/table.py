"""The same facts as the map, in rows: for those who cannot or would not use a map, and for spreadsheets."""

import csv
from dataclasses import dataclass, replace

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from events.models import Side, Status
from events.questions import Question
from events.standing import Standing, standings
from events.tabulation import CELLS, COLUMNS, NONE, cells, narrowed, ordered
from events.views.asked import asked_of, day_shown, file_name, no_day
from events.views.ordering import heads
from gazetteer.cells import guarded
from gazetteer.search import search

MOST_FOUND = 500
TITLES = {
    "name": _("Place"), "kind": _("Kind"), "holder": _("Who held it"), "challenger": _("Against it"),
    "status": _("Status"), "besieged": _("Besieged"), "since": _("Since"), "last": _("Last evidence"),
    "evidence": _("Evidence"), "area": _("Area, km²"),
}  # fmt: skip
FIGURES = ("evidence", "area")
SORTS = [*COLUMNS, *(f"-{name}" for name in COLUMNS)]
SIDES = [("", _("every side")), *[choice for choice in Side.choices if choice[0] != Side.NONE]]
STATUSES = [("", _("every status")), *Status.choices, (NONE, _("no information"))]


def _choice(choices: list, otherwise: str) -> forms.ChoiceField:
    return forms.ChoiceField(required=False, choices=choices, error_messages={"invalid_choice": otherwise})


class TableParams(forms.Form):
    """What the table is narrowed to, and its order."""

    q = forms.CharField(required=False, max_length=100)
    side = _choice(SIDES, _("No such side."))
    status = _choice(STATUSES, _("No such status."))
    sort = _choice([(name, name) for name in SORTS], _("No such order."))


@dataclass(frozen=True, slots=True)
class Asked:
    """A day of the record, narrowed and ordered; `errors` names what of the address is wrong."""

    question: Question
    times: dict
    form: TableParams
    errors: dict[str, str]
    no_day: dict[str, str]

    @property
    def sort(self) -> str:
        return self.form.cleaned_data.get("sort") or "name"


def table_page(request: HttpRequest) -> HttpResponse:
    """GET /table/?on=2016-12-07&at=14&known=2016-12-08&side=government&status=claimed&q=shaar&sort=-since"""
    asked = _asked(request)
    rows = [] if asked.times["errors"] else _rows(asked)
    context = {
        "rows": rows, "times": asked.times, "on": asked.question.on, "form": asked.form, "errors": asked.errors,
        "sides": SIDES, "statuses": STATUSES, "columns": heads(request, TITLES, asked.sort, FIGURES),
        "map_query": urlencode(asked.question.asked), "question": asked.question, "hours": range(24),
        "chosen": request.GET.get("place", ""), "sort": asked.form.cleaned_data.get("sort", ""),
    }  # fmt: skip
    return render(request, "events/table.html", context, status=400 if asked.errors or asked.times["errors"] else 200)


def table_csv(request: HttpRequest) -> HttpResponse:
    """GET /table.csv?on=2016-12-07&status=claimed — the rows of the page at that address, all columns."""
    asked = _asked(request)
    wrong = [*asked.no_day.values(), *asked.times["errors"], *asked.errors.values()]
    if wrong:
        return HttpResponse(
            "\n".join(str(error) for error in wrong), status=400, content_type="text/plain; charset=utf-8"
        )
    headers = {"Content-Disposition": f'attachment; filename="aleppo-control-{file_name(asked.question)}.csv"'}
    answer = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.DictWriter(answer, fieldnames=CELLS, restval="")
    writer.writeheader()
    for row in _rows(asked):
        writer.writerow({name: guarded(cell) for name, cell in cells(row, asked.question).items()})
    return answer


def _asked(request: HttpRequest) -> Asked:
    question, times = asked_of(request)
    form = TableParams(request.GET)
    form.is_valid()
    errors = {name: found[0] for name, found in form.errors.items()}
    return Asked(replace(question, on=day_shown(question, request)), times, form, errors, no_day(request, question))


def _rows(asked: Asked) -> list[Standing]:
    given = asked.form.cleaned_data
    wanted = given.get("q")
    places = {hit.place.pk for hit in search(wanted, limit=MOST_FOUND)} if wanted else None
    found = narrowed(standings(asked.question), places=places, side=given.get("side"), status=given.get("status"))
    return ordered(found, asked.sort)
