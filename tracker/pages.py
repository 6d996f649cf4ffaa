"""Answers that belong to no app."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static


def favicon(request: HttpRequest) -> HttpResponse:
    """GET /favicon.ico — the icon, for pages such as the admin's that name none."""
    return redirect(static("tracker/icon.svg"))
