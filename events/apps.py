"""The app's name for Django, and what is checked when the product starts."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Reports and control")

    def ready(self):
        from events.embedding import check_origins
        from events.extractors import check_extractor

        register(check_extractor, "extraction")
        register(check_origins, "security")
