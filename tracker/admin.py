"""The admin site that editors work in."""

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.utils.translation import gettext_lazy as _


class Suggestions(AutocompleteJsonView):
    """What a field that completes itself offers, in the words of the admin it asks (`suggested`), if it has any."""

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        in_words = getattr(self.model_admin, "suggested", None)
        return {**result, "text": in_words(obj)} if in_words else result


class Desk(admin.AdminSite):
    site_header = _("Aleppo control tracker: editors' desk")
    site_title = _("Editors' desk")
    index_title = _("What waits for you")
    site_url = "/"

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)
