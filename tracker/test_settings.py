"""Settings for tests: the same, with plain static files and a cheap password hash."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault(
    "DJANGO_ALLOW_ASYNC_UNSAFE", "true"
)  # the browser's driver runs an event loop in the tests' thread

from tracker.settings import *  # noqa: F403
from tracker.settings import CACHES, DATABASES, STORAGES

TEST_REDIS_DIR = Path(tempfile.mkdtemp(prefix="redis-"))  # short: the path of a socket has 107 bytes at most
CELERY_BROKER_URL = f"redis+socket://{TEST_REDIS_DIR}/redis.sock?virtual_host=0"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
POOLED = DATABASES["default"].pop("OPTIONS")  # a pool keeps connections open that the test database must lose
CACHES = {
    **CACHES,
    "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},  # a test that wants one says so
}
