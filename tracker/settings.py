"""Settings, from the environment; without any, those of the private services that set-up started under var/."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import environ
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from tracker import tiles
from tracker.native import wheel_library

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
if (VAR_DIR / "services.env").exists():
    env.read_env(str(VAR_DIR / "services.env"))  # fills only what the environment leaves unset


def secret_key() -> str:
    """The key of the environment, else the one that set-up made for this checkout."""
    kept = VAR_DIR / "secret_key"
    if "TRACKER_SECRET_KEY" in env.ENVIRON or not kept.exists():
        return env.str("TRACKER_SECRET_KEY")
    return kept.read_text().strip()


# Core
DEBUG = env.bool("TRACKER_DEBUG", default=False)
SECRET_KEY = secret_key()
ALLOWED_HOSTS = env.list("TRACKER_ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("TRACKER_TRUSTED_ORIGINS", default=[])
ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "tracker.apps.EditorsDesk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.gis",
    "django.contrib.postgres",
    "csp",
    "leaflet",
    "ninja",
    "gazetteer",
    "events",
]
MIDDLEWARE = [
    "tracker.encodings.EncodingsTaken",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tracker.language.LanguageOfTheAddress",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "events.views.by_name.SourcesByName",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "tracker" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Data
DATABASES = {"default": {**env.db("DATABASE_URL"), "ENGINE": "django.contrib.gis.db.backends.postgis"}}
DATABASES["default"]["HOST"] = unquote(DATABASES["default"]["HOST"])  # a socket's folder has its slashes quoted
# Seconds: while PostgreSQL is away a reader is told soon, and the next one asks for it again
DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8, "timeout": 10, "reconnect_timeout": 10}}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # a restart of it costs no reader an error
GDAL_LIBRARY_PATH = wheel_library("pyogrio", "libgdal")
GEOS_LIBRARY_PATH = wheel_library("shapely", "libgeos_c")

# Caches; their keys name the revision, so nothing in them grows old. Answers of the rule are shared by all processes
# (the address of a socket is spelled otherwise for the broker); pictures are of each process alone, and few
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.str("REDIS_URL").replace("redis+socket://", "unix://").replace("virtual_host=", "db="),
        "KEY_PREFIX": "tracker",
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    },
    "pictures": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pictures", "TIMEOUT": 86_400,
        "OPTIONS": {"MAX_ENTRIES": 48},
    },
}  # fmt: skip

# Worker: Redis only rings the bell, so nothing is kept there that PostgreSQL does not know
CELERY_BROKER_URL = env.str("REDIS_URL")
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 300
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 900, "socket_connect_timeout": 2, "max_retries": 2}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BEAT_SCHEDULE = {
    "sweep-the-inbox": {
        "task": "events.tasks.drain_inbox",
        "schedule": env.float("TRACKER_SWEEP_SECONDS", default=10),
        "options": {"expires": 30},  # a bell nobody heard within 30 s is rung anew anyway
    },
}

# Extraction: what reads the reports; without EXTRACTOR, the rules
RULES = "events.extraction.extractor.Extractor"
EXTRACTOR = env.str("EXTRACTOR", default="") or RULES
EXTRACTOR_URL = env.str("EXTRACTOR_URL", default="")  # these four are for events.language_model.extractor.LanguageModel
EXTRACTOR_MODEL = env.str("EXTRACTOR_MODEL", default="")
EXTRACTOR_KEY = env.str("EXTRACTOR_KEY", default="")
EXTRACTOR_TIMEOUT = env.float("EXTRACTOR_TIMEOUT", default=60)  # seconds for a report, at most 90

# Inbox
REPORT_MAX_BYTES = 5 * 1024 * 1024
INBOX_BATCH = 100
INBOX_LEASE_SECONDS = env.int("TRACKER_INBOX_LEASE_SECONDS", default=60)  # renewed while the worker lives
if EXTRACTOR != RULES:  # as little as half of a lease is left when a report is begun
    INBOX_LEASE_SECONDS = max(INBOX_LEASE_SECONDS, 2 * EXTRACTOR_TIMEOUT + 30)
INBOX_DRAIN_SECONDS = 120  # a task begins no report after it, so that the limits above meet a report that hangs only
INBOX_MAX_TRIES = 5

# The rule
CONTROL_WINDOW = timedelta(hours=48)  # within it, claims about a place are weighed against each other
CONTROL_STALE_DAYS = env.int("CONTROL_STALE_DAYS", 90)  # after its last proof control is shown paler; 0: never
SILENT_AFTER_DAYS = env.int("SILENT_AFTER_DAYS", 365)  # a place without evidence for longer is listed for editors

# Gazetteer: what its downloads say of themselves
GAZETTEER_LICENCE = env.str("TRACKER_GAZETTEER_LICENCE", default="") or (
    "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Facts compiled for this project; their sources "
    "are named in gazetteer/data/SOURCES.md. Shapes and names taken over from others keep the licence of their source."
)
GAZETTEER_CITATION = env.str("TRACKER_GAZETTEER_CITATION", default="") or (
    "Aleppo control tracker: gazetteer of the neighbourhoods of Aleppo. Built shapes are approximate."
)
GAZETTEER_SITE = env.str("TRACKER_SITE", default="")  # address of this installation, in downloads and pictures

# Language and time
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ar", _("Arabic"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["tracker.formats"]
TIME_ZONE = "Asia/Damascus"
USE_TZ = True

# Static files
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "tracker" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "tracker.static_files.HashedFiles"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

# Map: paper ground; an outside tile server only when one is named
TILE_URL = env.str("TRACKER_TILE_URL", default="")
TILE_ATTRIBUTION = env.str("TRACKER_TILE_ATTRIBUTION", default="")
MAP_OPENS_ON = "2016-12-07"
LEAFLET_CONFIG = {
    "DEFAULT_CENTER": (36.205, 37.155),
    "DEFAULT_ZOOM": 12,
    "MIN_ZOOM": 10,
    "MAX_ZOOM": 18,
    "TILES": tiles.layers(TILE_URL, TILE_ATTRIBUTION),
    "RESET_VIEW": False,
    "SCALE": "metric",
    "ATTRIBUTION_PREFIX": "",
    "NO_GLOBALS": False,
}

# Security
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *([tiles.origin(TILE_URL)] if TILE_URL else [])],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
EMBED_ORIGINS = env.list("EMBED_ORIGINS", default=[])  # who may show /embed/, and that page alone, in a frame
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
BEHIND_TLS = env.bool("TRACKER_BEHIND_TLS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
}
