"""Which statements speak of one change, decided at the desk: put together, set apart, or dated, each with a reason."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import control
from events.dating import dating, told_of
from events.models import HELD, ControlEvent, Evidence, Grouping, of_our_time
from events.statements import Statement, statements_near
from events.twice import stored_before
from gazetteer.models import Place

MAY = ("events.add_grouping", "events.add_controlevent")
MOMENT = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
CAME_BY = {"withdrawal": "transfer", "loss": "capture"}  # how a place came to its holder that another party left
REASON = forms.TextInput(attrs={"dir": "auto", "size": 70})


class GroupingForm(forms.Form):
    """An act on chosen statements, and why."""

    statements = forms.MultipleChoiceField(
        label=gettext_lazy("statements"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Tick the statements that you decide about.")},
    )  # fmt: skip
    act = forms.ChoiceField(
        label=gettext_lazy("what you decide"), choices=Grouping.Act.choices, widget=forms.RadioSelect
    )
    start = forms.DateTimeField(label=gettext_lazy("from"), required=False, widget=MOMENT, validators=[of_our_time])
    end = forms.DateTimeField(label=gettext_lazy("until"), required=False, widget=MOMENT, validators=[of_our_time])
    reason = forms.CharField(
        label=gettext_lazy("reason"), max_length=300, widget=REASON,
        help_text=Grouping._meta.get_field("reason").help_text,
    )  # fmt: skip

    def __init__(self, *args, statements: list[Statement], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["statements"].choices = [(one.key, one) for one in statements]

    def clean(self):
        cleaned = super().clean()
        act, start, end = cleaned.get("act"), cleaned.get("start"), cleaned.get("end")
        if act == Grouping.Act.MERGE and len(cleaned.get("statements", ())) == 1:
            self.add_error("statements", _("Tick at least two statements that speak of one change."))
        if act == Grouping.Act.PIN:
            self._check_time(start, end)
        else:
            cleaned["start"] = cleaned["end"] = None
        return cleaned

    def _check_time(self, start, end) -> None:
        if not start and "start" not in self.errors:
            self.add_error("start", _("Give the time from which it happened."))
        if not end and "end" not in self.errors:
            self.add_error("end", _("Give the time by which it had happened."))
        if start and end and end <= start:
            self.add_error("end", _("It must end after it began."))


def grouping_page(request: HttpRequest, admin_site, opts, pk: int) -> HttpResponse:
    """The statements of a derived event and of those near it, and, sent with an act and a reason, doing it."""
    if not request.user.has_perms(MAY):
        raise PermissionDenied
    event = get_object_or_404(ControlEvent.objects.derived().select_related("place"), pk=pk)
    if event.removed_in_id:
        messages.warning(request, _("It was derived anew since you opened its page; what stands now is listed here."))
        return _to_the_events_of(event.place)
    near = statements_near(event)
    own = {item.key for item in Evidence.objects.filter(event=event, same_text_as=None)}
    form = GroupingForm(request.POST or None, statements=near, initial={"statements": [*own], "act": "merge"})
    if request.method == "POST" and form.is_valid():
        return _group(request, event, form)
    context = {
        **admin_site.each_context(request), "opts": opts, "form": form, "event": event, "statements": near,
        "own": own, "title": _("Group the statements about a change"), "dating": dating(event),
        "decisions": [(one, told_of(one)) for one in Grouping.objects.live().filter(place=event.place)],
        "overrule": _overrule(event),
    }  # fmt: skip
    return TemplateResponse(request, "admin/events/controlevent/group.html", context)


@transaction.atomic
def _group(request: HttpRequest, event: ControlEvent, form: GroupingForm) -> HttpResponse:
    grouping = Grouping(place=event.place, **form.cleaned_data)
    before = stored_before(grouping, by=request.user, reason=grouping.reason)  # by a double click
    revision = before.added_in if before else control.group(grouping, by=request.user)
    done = _("Decided, in revision %(number)s; the place's history was derived again.") % {"number": revision.pk}
    messages.success(request, done)
    return _to_the_events_of(event.place)


def _to_the_events_of(place: Place) -> HttpResponse:
    return redirect(f"{reverse('admin:events_controlevent_changelist')}?{urlencode({'q': place.slug})}")


def _overrule(event: ControlEvent) -> str:
    """The form of an entry that stands against what the rule made of it, with that and its time filled in."""
    moments = {name: getattr(event, name).isoformat() for name in ("event_start", "event_end", "known_at")}
    parties = {"actor": event.actor_id or "", "counterparty": event.counterparty_id or ""}
    kind = CAME_BY.get(event.kind, event.kind) if event.status in HELD else event.kind
    state = {"place": event.place_id, "kind": kind, "status": event.status}
    given = state | parties | {"is_besieged": event.is_besieged or ""} | moments
    return f"{reverse('admin:events_controlevent_add')}?{urlencode(given)}"


def ungrouping_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a grouping back, with a reason, and go on at the list of events of its place."""
    if not request.user.has_perms(MAY):
        raise PermissionDenied
    grouping = get_object_or_404(Grouping.objects.live().select_related("place"), pk=pk)
    reason = request.POST.get("reason", "").strip()[:300]
    if request.method != "POST" or not reason:
        messages.error(request, _("Give a reason for taking it back; nothing was changed."))
    else:
        _take_back(request, grouping, reason)
    return _to_the_events_of(grouping.place)


def _take_back(request: HttpRequest, grouping: Grouping, reason: str) -> None:
    try:
        revision = control.ungroup(grouping, by=request.user, reason=reason)
    except control.AlreadyTakenBack:
        messages.error(request, _("Somebody took it back before you; nothing was changed."))
    else:
        messages.success(request, _("Taken back, in revision %(number)s.") % {"number": revision.pk})
