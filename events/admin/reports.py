"""Reports: to look at, and to send back to the worker. What was received is never changed."""

from django.contrib import admin, messages
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.ingestion import inbox
from events.models import Report
from events.tasks import ring


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    list_display = ["__str__", "publisher", "published_at", "language", "state", "tries", "short_error"]
    list_filter = ["state", "language", "is_sample", "publisher"]
    list_select_related = ["publisher"]
    search_fields = ["title", "name", "sha256", "text"]
    date_hierarchy = "published_at"
    exclude = ["body"]
    actions = ["read_again"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("body")

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    @admin.display(description=_("error"))
    def short_error(self, report: Report) -> str:
        return report.error[:80]

    @admin.action(description=_("Let the worker read failed reports again"))
    @transaction.atomic
    def read_again(self, request, reports):
        number = inbox.send_back(reports)
        ring()
        sent = ngettext("%d report was sent back to the worker.", "%d reports were sent back to the worker.", number)
        self.message_user(request, sent % number, messages.SUCCESS if number else messages.WARNING)
