"""Control events by hand, and what the rule derived."""

from datetime import datetime
from typing import ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils.translation import gettext_lazy as _

from events import control
from events.admin.checks import checks_page
from events.admin.filled import FilledByAddress
from events.admin.grouping import MAY, grouping_page, ungrouping_page
from events.admin.note_translation import MAY as MAY_TRANSLATE
from events.admin.note_translation import note_translation_page
from events.admin.place_choice import PlaceByName, beside_place
from events.admin.taking_back import taking_back_page
from events.models import HELD, Actor, ControlEvent, ControlPeriod, Side, Stance, Status, is_of_our_time
from events.testimony import LEAVING
from events.twice import stored_before

OF_TWO = (Status.SHARED, Status.CONTESTED)
MOMENTS = ("event_start", "event_end", "known_at")


class EntryForm(PlaceByName):
    """An event as an editor enters it, with the reason that goes on record."""

    reason = forms.CharField(label=_("reason"), max_length=300, help_text=_("Why you enter it; shown in the record."))

    class Meta:
        model = ControlEvent
        fields = [
            "place", "kind", "stance", "is_partial", "actor", "counterparty", "status", "is_besieged",
            "event_start", "event_end", "time_precision", "geo_precision", "source", "known_at", "credibility",
            "sub_event_type", "note",
        ]  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("event_start"), cleaned.get("event_end")
        if start and end and end <= start:
            self.add_error("event_end", _("It must end after it began."))
        if not cleaned.get("source") and not cleaned.get("status"):
            self.add_error("status", _("Name a source, or give the status that you judge it to be."))
        if not cleaned.get("source") and cleaned.get("status") in HELD and not _is_of_a_side(cleaned.get("actor")):
            self.add_error("actor", _("Name who holds it, by your judgement: a party that belongs to a side."))
        if not cleaned.get("source") and cleaned.get("status") in OF_TWO and not _are_of_two_sides(cleaned):
            self.add_error("counterparty", _("Name two parties of different sides, as actor and as counterparty."))
        if not cleaned.get("source"):
            self._check_what_is_judged(cleaned)
        return cleaned

    def _check_what_is_judged(self, cleaned: dict) -> None:
        """A judgement says what is so, and who holds a place holds the whole of it and has not just lost it."""
        if cleaned.get("stance", Stance.ASSERTS) != Stance.ASSERTS:
            self.add_error("stance", _("Only a source denies or retracts: name it, or enter what you judge to be so."))
        if cleaned.get("status") not in HELD:
            return
        if cleaned.get("is_partial"):
            self.add_error("is_partial", _("Who holds a place holds all of it: name a source, or give another status."))
        if cleaned.get("kind") in LEAVING:
            told = _("This says who lost it: choose how the party that holds it came by it, or give another status.")
            self.add_error("kind", told)


def _is_of_a_side(actor: Actor | None) -> bool:
    return actor is not None and actor.side != Side.NONE


def _are_of_two_sides(cleaned: dict) -> bool:
    actor, counterparty = cleaned.get("actor"), cleaned.get("counterparty")
    return _is_of_a_side(actor) and _is_of_a_side(counterparty) and actor.side != counterparty.side


def _moment(text: str) -> datetime | None:
    """The moment, in Damascus where no zone is given; None for what is none of our time."""
    try:
        moment = forms.DateTimeField(required=False).clean(text)
    except forms.ValidationError:
        return None
    return moment if is_of_our_time(moment) else None


@admin.register(ControlEvent)
class ControlEventAdmin(FilledByAddress):
    form = EntryForm
    list_display = ["place", "event_start", "kind", "stance", "actor", "status", "origin", "source", "rule"]
    list_filter = ["origin", "status", "kind", "source"]
    list_select_related = ["place", "actor", "source"]
    search_fields = ["place__slug", "place__names__text", "note"]
    autocomplete_fields = ["place", "actor", "counterparty", "source"]
    date_hierarchy = "event_start"
    change_form_template = "admin/events/controlevent/change_form.html"

    class Media:
        css: ClassVar = {"all": ["events/css/desk.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).filter(removed_in=None).prefetch_related("place__names")

    def get_urls(self):
        view = self.admin_site.admin_view
        own = [
            path("<int:pk>/group/", view(self.group_view), name="events_controlevent_group"),
            path("<int:pk>/translate/", view(self.translate_view), name="events_controlevent_translate"),
            path("groupings/<int:pk>/take-back/", view(ungrouping_page), name="events_grouping_take_back"),
        ]
        return [*own, *super().get_urls()]

    def group_view(self, request, pk: int):
        """The page where statements are put together, set apart or dated."""
        return grouping_page(request, self.admin_site, self.opts, pk)

    def translate_view(self, request, pk: int):
        """The page where the note of an entry is put into the other language."""
        return note_translation_page(request, self.admin_site, self.opts, pk)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {**(extra_context or {}), "may_group": request.user.has_perms(MAY), "show_delete": False}
        context["may_translate"] = request.user.has_perm(MAY_TRANSLATE)
        return super().change_view(request, object_id, form_url, context)

    def get_changeform_initial_data(self, request) -> dict:
        """What the address gives, its moments as moments, which the stock form cannot split."""
        given = super().get_changeform_initial_data(request)
        return {**given, **{name: _moment(given[name]) for name in MOMENTS if name in given}}

    def get_fields(self, request, entry=None):
        return beside_place(super().get_fields(request, entry)) if entry is None else self.form._meta.fields

    def has_change_permission(self, request, obj=None) -> bool:
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request, obj=None) -> bool:
        is_derived = obj is not None and obj.origin == ControlEvent.Origin.DERIVED
        return not is_derived and super().has_delete_permission(request, obj)

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)  # entries are taken back one by one, each with its revision
        return actions

    def delete_view(self, request, object_id, extra_context=None):
        """The page where an entry is taken back, in place of the stock one, which speaks of deleting."""
        entry = self.get_object(request, object_id)
        if not self.has_delete_permission(request, entry):
            raise PermissionDenied
        return taking_back_page(request, self.admin_site, self.opts, entry)

    def save_model(self, request, entry, form, change):
        if not entry.source and not entry.note:
            entry.note = form.cleaned_data["reason"]  # readers see why an editor's own judgement stands
        reason = form.cleaned_data["reason"]
        before = stored_before(entry, by=request.user, reason=reason)  # by a double click
        if before:
            entry.pk = before.pk
        else:
            control.enter([entry], by=request.user, reason=reason)


class ReadOnly(admin.ModelAdmin):
    """Rows that only the program writes."""

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(ControlPeriod)
class ControlPeriodAdmin(ReadOnly):
    list_display = ["place", "start", "holder", "challenger", "status", "is_besieged", "evidence_count", "added_in"]
    list_filter = ["status", "holder"]
    list_select_related = ["place", "holder", "challenger", "added_in"]
    search_fields = ["place__slug", "place__names__text"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(removed_in=None).prefetch_related("place__names")

    def get_urls(self):
        checks = path("checks/", self.admin_site.admin_view(self.checks), name="events_checks")
        return [checks, *super().get_urls()]

    def checks(self, request):
        """The page of possible faults, for whoever may see the record."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return checks_page(request, self.admin_site, self.opts)
