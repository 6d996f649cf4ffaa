"""Settings of a worker that dies, as by a crash in native code, whenever it reads one certain report."""

import os

from tracker.settings import *  # noqa: F403
from tracker.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "events.tests.poison"]
POISONED_REPORT = int(os.environ["TRACKER_TEST_POISON"])
