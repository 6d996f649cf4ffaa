"""Taking back what an editor entered: what that means, why it is done, and doing it. Nothing is deleted."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from events import control
from events.admin.reason import ReasonForm
from events.models import ControlEvent

LIST = "admin:events_controlevent_changelist"


def taking_back_page(request: HttpRequest, admin_site, opts, entry: ControlEvent | None) -> HttpResponse:
    """What taking the entry back would do, and, sent with a reason, doing it."""
    if entry is None:
        return _was_taken_back(request)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _take_back(request, entry, form.cleaned_data["reason"])
    context = {
        **admin_site.each_context(request), "opts": opts, "form": form, "entry": entry,
        "title": _("Take an entry back"),
    }  # fmt: skip
    return TemplateResponse(request, "admin/events/controlevent/take_back.html", context)


def _take_back(request: HttpRequest, entry: ControlEvent, reason: str) -> HttpResponse:
    try:
        revision = control.withdraw(entry, by=request.user, reason=reason)
    except control.AlreadyTakenBack:
        return _was_taken_back(request)
    done = _("The entry “%(entry)s” is taken back, in revision %(number)s; it stays on record.")
    messages.success(request, done % {"entry": entry, "number": revision.pk})
    return redirect(LIST)


def _was_taken_back(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("Somebody took it back before you; nothing was changed."))
    return redirect(LIST)
