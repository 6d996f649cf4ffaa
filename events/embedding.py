"""Which other sites may show the map in a frame: the setting EMBED_ORIGINS, and what may be wrong with it."""

import re

from django.conf import settings
from django.core.checks import CheckMessage, Error

# A scheme and a host, which may begin with *. for its subdomains, and a port. Nothing that could end the directive
ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?", re.IGNORECASE)
HINT = "Give origins such as https://news.example,https://*.example.org, or leave it out: then nobody may."


def allowed_origins() -> list[str]:
    """The origins that may frame the map; those that are none are left out, and `check` tells of them."""
    return [origin for origin in settings.EMBED_ORIGINS if ORIGIN.fullmatch(origin)]


def check_origins(**_) -> list[CheckMessage]:
    """What in EMBED_ORIGINS is no origin."""
    wrong = [origin for origin in settings.EMBED_ORIGINS if not ORIGIN.fullmatch(origin)]
    return [
        Error(f"EMBED_ORIGINS has {origin!r}, which is no origin.", hint=HINT, id="events.E004") for origin in wrong
    ]
