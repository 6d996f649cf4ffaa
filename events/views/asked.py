"""What a page is asked in the three times, and what it says when that is no question."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from pydantic import TypeAdapter, ValidationError

from events.models import Revision
from events.questions import BadQuestion, MaybeDay, Question, question_of
from events.templatetags.reader import number
from events.views.by_name import GivenByName, slugs_of
from events.views.tellers import names_of_tellers, told_by

DAY = TypeAdapter(MaybeDay)


def asked_of(request: HttpRequest) -> tuple[Question, dict]:
    """The question, and what the page's part on the times shows; a status of 400 goes with its errors."""
    try:
        question, errors = question_of(request), {}
    except BadQuestion as bad:
        _lead_to_slugs(request.GET.get("sources", ""), bad)
        question, errors = Question(on=bad.on), {name: _sentence(name, request) for name in bad.fields}
    given = {name: request.GET.get(name, "") for name in ("known", "revision", "sources")} if errors else question.as_of
    names, no_such_day = names_of_tellers(), "" if errors else no_day(request, question).get("on", "")
    if no_such_day:
        _let_links_carry(day_shown(question, request), request)
    times = {
        "errors": [errors[name] for name in ("on", "at", "known", "revision", "sources") if name in errors],
        "wrong": errors,
        "no_day": no_such_day,
        "given": given,
        "question": question,
        "act": Revision.objects.filter(pk=question.revision).first() if question.revision else None,
        "last": Revision.objects.last_number(),
        "query": urlencode(question.as_of),
        "perspectives": list(names.items()),
        "told_by": told_by(question.sources, names),
        "is_open": bool(errors),
    }
    return question, times


def _let_links_carry(day: date, request: HttpRequest) -> None:
    """The address named a day that is none: what the page leads to names the day that it shows instead."""
    request.GET = request.GET.copy()
    request.GET["on"] = day.isoformat()
    request.GET.pop("at", None)


def _lead_to_slugs(given: str, bad: BadQuestion) -> None:
    """Sources given by their names are no mistake: there is an address with their slugs."""
    slugs = slugs_of(given) if given and "sources" in bad.fields else None
    if slugs and slugs != given:
        raise GivenByName(slugs)


def day_shown(question: Question, request: HttpRequest) -> date:
    """The day asked for, else the last one of the window, else the one on which the map opens."""
    window = window_of(request)
    last = window["to"] or date.fromisoformat(settings.MAP_OPENS_ON)
    return question.on or max(last, window["from"] or last)


def window_of(request: HttpRequest) -> dict[str, date | None]:
    """The days that the address names as `from` and `to`, in either order; None for what is no day."""
    return {name: _day(request.GET.get(name, "")) for name in ("from", "to")}


def is_day(text: str) -> bool:
    """Whether an address may name it as a day."""
    return _day(text) is not None


def _day(text: str) -> date | None:
    try:
        return DAY.validate_python(text)
    except ValidationError:
        return None


def no_day(request: HttpRequest, question: Question) -> dict[str, str]:
    """What is wrong with `on` where a file, unlike a page, may not choose another day; empty when nothing is."""
    return {"on": _sentence("on", request)} if request.GET.get("on") and question.on is None else {}


def file_name(question: Question) -> str:
    """What the name of a file says of its moment: 2016-12-07, or 2016-12-07T14 for an hour."""
    return question.on.isoformat() if question.at is None else f"{question.on}T{question.at:02}"


def _sentence(name: str, request: HttpRequest) -> str:
    if name == "on":
        return _("Give the date as 2016-12-07.")
    if name == "at":
        return _("Give the hour as a number from 0 to 23, and its day with it.")
    if name == "sources" and request.GET.get("revision"):
        return _("Ask for what some sources tell or for what a revision recorded, not for both.")
    if name == "sources":
        return _("No such source is known. Give sources by name or slug, or independent, pro-government or opposition.")
    if name == "known":
        return _("“As known on” needs a day such as 2016-12-07, between 1900 and 2100.")
    if request.GET.get("known") and request.GET.get("revision"):
        return _("Ask for what was known on a day or for what a revision recorded, not for both.")
    last = number(Revision.objects.last_number())
    return _("There is no such revision; the last one is %(number)s.") % {"number": last}
