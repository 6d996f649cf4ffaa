"""What changed between two days: in figures, on two maps, and place by place."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from events import answers
from events.beside import Pair, as_config, in_words
from events.changed import Changed, Changes, changed
from events.models import Side
from events.questions import Question
from events.views.asked import asked_of, day_shown
from events.views.days import DayRange
from gazetteer.folding import in_lists


def changed_page(request: HttpRequest) -> HttpResponse:
    """GET /changed/?from=2016-11-26&to=2016-12-07&known=2016-12-08&sources=sohr — what changed between two days."""
    question, times = asked_of(request)
    form = DayRange(request.GET, day_shown(question, request))
    is_asked = form.is_valid() and not times["errors"]
    days = {"first": form["first"].value() or "", "last": form["last"].value() or ""}
    context = {"form": form, "times": times, "is_asked": is_asked, "days": days}
    if is_asked:
        first, last = form.cleaned_data["first"], form.cleaned_data["last"]
        context |= _shown(changed(question, first, last), question, first, last)
    return render(request, "events/changed.html", context, status=200 if is_asked else 400)


def _shown(changes: Changes, question: Question, first: date, last: date) -> dict:
    pairs = [Pair(one.place, one.before, one.after, one.is_other) for one in changes.places]
    queries = {"a": _query(first, question), "b": _query(last, question)}
    links = {side: f"/?{query}&place=SLUG" for side, query in queries.items()}
    rows = [_row(one) for one in sorted(changes.different, key=lambda one: in_lists(str(one.place)))]
    return {
        "days": {"first": first.isoformat(), "last": last.isoformat()}, "first": first, "last": last,
        "balances": [(dict(Side.choices).get(one.side), one) for one in changes.balances],
        "taken": [row for row in rows if row["one"].changed_hands],
        "surer": [row for row in rows if not row["one"].changed_hands],
        "pictures": {side: f"{reverse('map-svg')}?{query}" for side, query in queries.items()},
        "query_first": queries["a"], "query_last": queries["b"],
        "api_query": urlencode({"from": first, "to": last, **question.as_of}),
        "back": f"?{urlencode({'from': first, 'to': last})}",
        "beside": as_config(pairs, links, at=answers.recorded_at(question.revision)),
    }  # fmt: skip


def _query(day: date, question: Question) -> str:
    return urlencode({"on": day, **question.as_of})


def _row(one: Changed) -> dict:
    return {"one": one, "place": one.place, "before": in_words(one.before), "after": in_words(one.after)}
