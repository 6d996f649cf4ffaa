"""Addresses of the whole site."""

from django.contrib import admin
from django.urls import include, path, re_path
from django.views.i18n import set_language

from events.api import api
from events.api.heads import answering_head
from tracker import health
from tracker.pages import favicon, not_in_the_api

urlpatterns = [
    path("", include("events.urls")),
    path("", include("gazetteer.urls")),
    path("api/v1/", answering_head(api.urls)),
    re_path("^api/v1/", not_in_the_api),
    path("admin/", admin.site.urls),
    path("language/", set_language, name="set_language"),
    path("favicon.ico", favicon),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
]
