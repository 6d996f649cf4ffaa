"""The admin site that editors work in."""

from collections.abc import Callable
from functools import wraps

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _


class Suggestions(AutocompleteJsonView):
    """What a field that completes itself offers, in the words of the admin it asks (`suggested`), if it has any."""

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        in_words = getattr(self.model_admin, "suggested", None)
        return {**result, "text": in_words(obj)} if in_words else result


LAST_YEAR = 9998  # whose end can be reckoned


def _can_be_asked(name: str, value: str) -> bool:
    """Whether a database can be asked for it: without a zero byte, and not of a year beyond all calendars."""
    is_text = "\x00" not in name + value
    return is_text and not (name.endswith("__year") and value.isdecimal() and int(value[:9]) > LAST_YEAR)


def refusing_what_cannot_be(view: Callable) -> Callable:
    """The view; 400 where the query string holds what no page of the desk puts there and none could answer."""

    @wraps(view)
    def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        for name, values in request.GET.lists():
            if not all(_can_be_asked(name, value) for value in values):
                raise BadRequest(f"{name!r} cannot be that")
        return view(request, *args, **kwargs)

    return asked


def without_language(view: Callable) -> Callable:
    """The view without the language of the address, which the middleware has taken: a list holds it for a filter."""

    @wraps(view)
    def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        request.GET = request.GET.copy()
        request.GET.pop("lang", None)
        return view(request, *args, **kwargs)

    return asked


class Desk(admin.AdminSite):
    site_header = _("Aleppo control tracker: editors' desk")
    site_title = _("Editors' desk")
    index_title = _("What waits for you")
    site_url = "/"

    def admin_view(self, view, cacheable=False):
        return super().admin_view(refusing_what_cannot_be(without_language(view)), cacheable)

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)
