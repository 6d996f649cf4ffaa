"""The queue of machine-read claims: each shown in its text, accepted or rejected."""

from typing import ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events import review
from events.admin.claim_filters import PlaceNamed, WaitingFirst
from events.admin.place_choice import beside_place
from events.admin.review_form import ReviewForm
from events.explanations import explained
from events.models import Claim, Revision
from events.passages import around, cut_by_claims
from events.translating import translate, translation_of
from gazetteer.models import Place


@admin.register(Claim)
class ClaimAdmin(admin.ModelAdmin):
    form = ReviewForm
    change_form_template = "admin/events/claim/change_form.html"
    list_display = ["shown_quote", "place", "kind", "stance", "actor", "shown_source", "event_day", "score"]
    list_filter = [WaitingFirst, PlaceNamed, "kind", "stance", "mode", "report__language", "report__publisher"]
    search_fields = ["quote", "place__slug", "place__names__text", "source_text"]
    autocomplete_fields = ["place", "actor", "counterparty", "source"]
    actions = ["accept_selected", "reject_selected"]
    list_per_page = 50

    class Media:
        css: ClassVar = {"all": ["events/css/desk.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).with_names().defer("report__body")

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def get_readonly_fields(self, request, claim=None):
        is_decided = claim is not None and claim.status != Claim.Status.PENDING
        return self.form._meta.fields if is_decided else []

    def get_fields(self, request, claim=None):
        is_decided = claim is not None and claim.status != Claim.Status.PENDING
        if is_decided or not self.has_change_permission(request, claim):
            return [*self.form._meta.fields, "translation"]
        return beside_place(super().get_fields(request, claim))

    # Columns

    @admin.display(description=gettext_lazy("quote"), ordering="start")
    def shown_quote(self, claim: Claim) -> str:
        return format_html('<span class="quote" dir="auto">{}</span>', Truncator(claim.quote).chars(140))

    @admin.display(description=gettext_lazy("source"))
    def shown_source(self, claim: Claim) -> str:
        return str(claim.source or claim.source_text or claim.report.publisher or "")

    @admin.display(description=gettext_lazy("day"), ordering="event_start")
    def event_day(self, claim: Claim):
        return timezone.localdate(claim.event_start).isoformat() if claim.event_start else None

    # One claim

    @admin.display(description=gettext_lazy("Translation"))
    def translation(self, claim: Claim) -> str:
        """For whoever may only look: the form has a field of that name."""
        return translation_of(claim)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        claim = self.get_object(request, object_id)
        context = {"passages": [], **(extra_context or {})}
        if claim:
            text = claim.report.text
            explanations = explained(text, [claim])
            shown = cut_by_claims(text, explanations, *around(text, claim.start, claim.end))
            context |= {"explanations": explanations, "why": explanations[0], "passages": shown}
            context["candidates"] = Place.objects.filter(slug__in=claim.candidates).with_names()
        return super().change_view(request, object_id, form_url, context)

    def save_model(self, request, claim, form, change):
        """Wait for the turn to record before the claim is locked: whoever has the turn may want to lock it too.

        What was decided meanwhile stays as it was decided. A translation belongs to the passage, whatever was decided.
        """
        Revision.objects.wait_for_turn()
        if _is_pending(claim):
            super().save_model(request, claim, form, change)
        if "translation" in form.changed_data:
            translate(claim, form.cleaned_data["translation"], by=request.user)

    def response_change(self, request: HttpRequest, claim: Claim) -> HttpResponse:
        decisions = {"_accept": review.accept, "_reject": review.reject}
        asked = next((decide for button, decide in decisions.items() if button in request.POST), None)
        if asked is None:
            if _is_pending(claim) or "kind" not in request.POST:  # of a decided one only the translation is asked
                return super().response_change(request, claim)
            return self._refused(request, review.decided_before(claim))
        try:
            asked(claim, by=request.user, note=claim.review_note)
        except (review.AlreadyReviewed, review.PlaceUndecided) as error:
            return self._refused(request, error)
        self.message_user(request, _("Claim %(number)s is decided.") % {"number": claim.pk}, messages.SUCCESS)
        return self._next_in_queue(claim)

    def _refused(self, request: HttpRequest, why: Exception) -> HttpResponse:
        self.message_user(request, str(why), messages.ERROR)
        return redirect(request.path)

    def _next_in_queue(self, claim: Claim) -> HttpResponse:
        waiting = Claim.objects.pending().order_by("report__published_at", "report", "start", "pk")
        following = waiting.filter(report=claim.report, start__gte=claim.start).first() or waiting.first()
        if following is None:
            return redirect(reverse("admin:events_claim_changelist"))
        return redirect(reverse("admin:events_claim_change", args=[following.pk]))

    # Several claims

    @admin.action(description=gettext_lazy("Accept the selected claims"), permissions=["change"])
    def accept_selected(self, request, claims):
        self._decide_all(request, claims, review.accept)

    @admin.action(description=gettext_lazy("Reject the selected claims"), permissions=["change"])
    def reject_selected(self, request, claims):
        self._decide_all(request, claims, review.reject)

    def _decide_all(self, request, claims, decide) -> None:
        if not self.has_change_permission(request):
            raise PermissionDenied
        done, left = 0, []
        for claim in claims:
            try:
                decide(claim, by=request.user)
                done += 1
            except (review.AlreadyReviewed, review.PlaceUndecided) as error:
                left.append(str(error))
        decided = ngettext("%d claim is decided.", "%d claims are decided.", done) % done
        self.message_user(request, decided, messages.SUCCESS if done else messages.WARNING)
        for error in left:
            self.message_user(request, error, messages.ERROR)


def _is_pending(claim: Claim) -> bool:
    return Claim.objects.pending().filter(pk=claim.pk).exists()
