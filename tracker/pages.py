"""Answers that belong to no app."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static


def favicon(request: HttpRequest) -> HttpResponse:
    """GET /favicon.ico — the icon, for pages such as the admin's that name none."""
    return redirect(static("tracker/icon.svg"))


def not_in_the_api(request: HttpRequest) -> JsonResponse:
    """GET /api/v1/nothing — what the API says of anything that is not there, rather than a page."""
    return JsonResponse({"detail": "Not Found"}, status=404)
