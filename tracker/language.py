"""The language a reader asked for in the address, kept for the pages that follow."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers


class LanguageOfTheAddress:
    """Let `?lang=ar` decide the language of this page and, through the language cookie, of the next ones.

    Shared caches are told that the cookie decides, but of what is the same in every language (the view says so of the
    request as `is_of_every_language`), which they may keep once for all readers.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._answer(request)
        if not getattr(request, "is_of_every_language", False):
            patch_vary_headers(response, ["Cookie"])
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        language = request.GET.get("lang")
        if language not in dict(settings.LANGUAGES):
            return self.get_response(request)
        request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = language
        response = self.get_response(request)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", max_age=365 * 86_400)
        return response
