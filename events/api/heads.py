"""HEAD, answered as GET would be: the routes of the API know GET alone, and the server leaves the body out."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern

Urls = tuple[list[URLPattern], str, str]


def answering_head(urls: Urls) -> Urls:
    """The addresses of an API, whose views answer HEAD too."""
    for pattern in urls[0]:
        pattern.callback = _as_get(pattern.callback)
    return urls


def _as_get(view: Callable) -> Callable:
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method != "HEAD":
            return view(request, *args, **kwargs)
        request.method = "GET"
        try:
            return view(request, *args, **kwargs)
        finally:
            request.method = "HEAD"

    return answer
