"""Puts the poison in when the worker starts."""

import os
import signal

from django.apps import AppConfig
from django.conf import settings


class PoisonConfig(AppConfig):
    name = "events.tests.poison"
    label = "poison"

    def ready(self):
        from events import reading

        read = reading.read

        def die_on_one(report, reader):
            if report.pk == settings.POISONED_REPORT:
                os.kill(os.getpid(), signal.SIGKILL)
            return read(report, reader)

        reading.read = die_on_one
