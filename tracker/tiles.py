"""Background tiles from an outside server, when the settings name one, and the origin that pages then may ask. Pure."""

from urllib.parse import urlsplit


class BadTiles(ValueError):
    """The settings name tiles that cannot be shown."""


def layers(url: str, attribution: str) -> list[tuple[str, str, dict]]:
    """What django-leaflet is told: one layer, or none without an address."""
    if not url:
        return []
    origin(url)
    if not attribution:
        raise BadTiles("TRACKER_TILE_URL needs TRACKER_TILE_ATTRIBUTION: whoever draws the tiles has to be named.")
    # a server that asks who shows its tiles learns the origin of the site, never the page
    return [("tiles", url, {"attribution": attribution, "referrerPolicy": "origin"})]


def origin(url: str) -> str:
    """The origin, as a Content-Security-Policy names it; `{s}` stands for any subdomain."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or "@" in parts.netloc:
        raise BadTiles(f"TRACKER_TILE_URL must begin with https:// and a host, not {url!r}.")
    host = parts.netloc.replace("{s}", "*")
    if "*" in host.removeprefix("*."):  # browsers would pass over it, and ask for no tile
        raise BadTiles(f"In TRACKER_TILE_URL {{s}} can stand for a whole first part of the host alone, not {url!r}.")
    return f"{parts.scheme}://{host}"
