"""The endpoint that the environment names, and what is wrong with it."""

import re
from urllib.parse import urlsplit

from django.conf import settings

from .client import Endpoint

LONGEST_SECONDS = 90  # with the time of a drain it stays within the limits of a task (see settings)
PRINTABLE = re.compile("[!-~]*")


def configured() -> Endpoint:
    """The endpoint of the settings."""
    return Endpoint(
        url=settings.EXTRACTOR_URL,
        model=settings.EXTRACTOR_MODEL,
        seconds=settings.EXTRACTOR_TIMEOUT,
        key=settings.EXTRACTOR_KEY,
    )


def problems() -> list[str]:
    """What keeps the model from being asked, one line each; values that may be secret are not repeated."""
    found = []
    if not _is_address(settings.EXTRACTOR_URL):
        found.append(
            "EXTRACTOR_URL has to be like http://127.0.0.1:8080/v1: without user, password, query or fragment."
        )
    if not settings.EXTRACTOR_MODEL.strip():
        found.append("EXTRACTOR_MODEL has to be the name by which the endpoint knows the model.")
    if not 0 < settings.EXTRACTOR_TIMEOUT <= LONGEST_SECONDS:
        found.append(f"EXTRACTOR_TIMEOUT has to be more than 0 and at most {LONGEST_SECONDS} seconds.")
    if not PRINTABLE.fullmatch(settings.EXTRACTOR_KEY):
        found.append("EXTRACTOR_KEY has to be of letters, digits and signs of ASCII, without spaces or line ends.")
    return found


def _is_address(text: str) -> bool:
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError:
        return False
    plain = PRINTABLE.fullmatch(text) and not (set("@?#") & set(text))
    return bool(plain and url.scheme in ("http", "https") and url.hostname and port != 0)
