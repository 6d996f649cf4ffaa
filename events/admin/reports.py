"""Reports: to look at, and to send back to the worker. What was received is never changed."""

from typing import ClassVar

from django.contrib import admin, messages
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.explanations import explained
from events.ingestion import inbox
from events.models import Report
from events.passages import cut_by_claims
from events.tasks import ring


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    list_display = ["__str__", "publisher", "published_at", "language", "state", "tries", "short_error"]
    list_filter = ["state", "language", "is_sample", "publisher"]
    list_select_related = ["publisher"]
    search_fields = ["title", "name", "sha256", "text"]
    date_hierarchy = "published_at"
    exclude = ["body", "text"]  # the text is shown with its claims marked
    change_form_template = "admin/events/report/change_form.html"
    actions = ["read_again"]

    class Media:
        css: ClassVar = {"all": ["events/css/desk.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).defer("body")

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        report = self.get_object(request, object_id)
        context = {**(extra_context or {})}
        if report:
            explanations = explained(report.text, report.claims.of_a_known_report())
            context |= {"explanations": explanations, "passages": cut_by_claims(report.text, explanations)}
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description=_("error"))
    def short_error(self, report: Report) -> str:
        return report.error[:80]

    @admin.action(description=_("Let the worker read failed reports again"), permissions=["change"])
    @transaction.atomic
    def read_again(self, request, reports):
        number = inbox.send_back(reports)
        ring()
        sent = ngettext("%d report was sent back to the worker.", "%d reports were sent back to the worker.", number)
        self.message_user(request, sent % number, messages.SUCCESS if number else messages.WARNING)
