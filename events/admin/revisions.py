"""The record of acts: who, when, why, how many rows; and undoing one, which is an act with a reason too."""

from typing import ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import control, undoing
from events.admin.control import ReadOnly
from events.admin.reason import ReasonForm
from events.models import ControlEvent, ControlPeriod, Grouping, Review, Revision
from gazetteer.joining import joined

NEEDED = ("events.add_controlevent", "events.delete_controlevent", "events.change_claim")
COUNTED = {"events": ControlEvent, "periods": ControlPeriod, "reviews": Review, "groupings": Grouping}


def _number_of(model: type, field: str) -> Coalesce:
    """How many rows of the model name the revision in that field."""
    rows = model.objects.filter(**{field: OuterRef("pk")}).order_by().values(field)
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


@admin.register(Revision)
class RevisionAdmin(ReadOnly):
    list_display: ClassVar = ["number", "undoing", "recorded_at", "recorded_by", "act", "reason", "added", "removed"]
    list_filter: ClassVar = ["act", "recorded_by"]
    list_select_related: ClassVar = ["recorded_by", "undone_in"]
    search_fields: ClassVar = ["reason"]
    date_hierarchy = "recorded_at"
    fields: ClassVar = ["recorded_at", "recorded_by", "act", "reason", "undoes", "added", "removed"]
    readonly_fields: ClassVar = ["added", "removed"]
    change_form_template = "admin/events/revision/change_form.html"

    def get_queryset(self, request):
        counts = {
            f"{name}_{field}": _number_of(model, field)
            for name, model in COUNTED.items()
            for field in ("added_in", "removed_in")
        }
        return super().get_queryset(request).annotate(**counts)

    def get_urls(self):
        own = path("<int:pk>/undo/", self.admin_site.admin_view(self.undo_view), name="events_revision_undo")
        return [own, *super().get_urls()]

    # Columns

    @admin.display(description=gettext_lazy("number"), ordering="pk")
    def number(self, revision: Revision) -> int:
        return revision.pk

    @admin.display(description=gettext_lazy("added"))
    def added(self, revision: Revision) -> str:
        return _counts(revision, "added_in")

    @admin.display(description=gettext_lazy("removed"))
    def removed(self, revision: Revision) -> str:
        return _counts(revision, "removed_in")

    @admin.display(description=gettext_lazy("undo"))
    def undoing(self, revision: Revision) -> str:
        undone = getattr(revision, "undone_in", None)
        if undone:
            return _("undone in revision %(number)s") % {"number": undone.pk}
        address = reverse("admin:events_revision_undo", args=[revision.pk])
        return format_html('<a href="{}">{}</a>', address, _("Undo…"))

    # One act

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {**(extra_context or {}), "may_undo": request.user.has_perms(NEEDED)}
        return super().change_view(request, object_id, form_url, context)

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What undoing would do, and, sent with a reason, doing it."""
        if not request.user.has_perms(NEEDED):
            raise PermissionDenied
        revision = get_object_or_404(self.get_queryset(request), pk=pk)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            return self._undo(request, revision, form.cleaned_data["reason"])
        context = {
            **self.admin_site.each_context(request), "opts": self.opts, "form": form, "revision": revision,
            "title": _("Undo revision %(number)s") % {"number": pk}, "obstacle": undoing.obstacle_to_undoing(revision),
            "effects": undoing.effects_of_undoing(revision),
        }  # fmt: skip
        return TemplateResponse(request, "admin/events/revision/undo.html", context)

    def _undo(self, request: HttpRequest, revision: Revision, reason: str) -> HttpResponse:
        try:
            undone = control.undo(revision, by=request.user, reason=reason)
        except undoing.CannotBeUndone as error:
            self.message_user(request, str(error), messages.ERROR)
            return redirect("admin:events_revision_undo", revision.pk)
        done = _("Revision %(old)s is undone, in revision %(new)s.") % {"old": revision.pk, "new": undone.pk}
        self.message_user(request, done, messages.SUCCESS)
        return redirect("admin:events_revision_changelist")


def _counts(revision: Revision, field: str) -> str:
    """How many rows of each kind, those of which there are any."""
    names = {"events": _("events"), "periods": _("periods"), "reviews": _("reviews"), "groupings": _("groupings")}
    numbers = {names[name]: getattr(revision, f"{name}_{field}") for name in COUNTED}
    return joined(*(f"{name}: {number}" for name, number in numbers.items() if number)) or "–"
