"""The admin site that editors work in."""

from functools import wraps

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

    def admin_view(self, view, cacheable=False):
        """Without the language of the address, which the middleware has taken: a list holds it for a filter."""
        stock = super().admin_view(view, cacheable)

        @wraps(stock)
        def in_its_language(request, *args, **kwargs):
            request.GET = request.GET.copy()
            request.GET.pop("lang", None)
            return stock(request, *args, **kwargs)

        return in_its_language

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)
