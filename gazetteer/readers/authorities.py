"""Identifiers of other authorities as URIs, there and back. Pure."""

import re
from urllib.parse import quote, unquote

ALIASES = {"gn": "geonames", "wd": "wikidata"}
# authority: what its values look like, where they are at home, and how such an address is recognised
HOMES = {
    "geonames": (r"\d+", "https://www.geonames.org/{}", r"https?://(?:www\.|sws\.)?geonames\.org/(\d+)(?:/.*)?"),
    "wikidata": (
        r"Q\d+",
        "http://www.wikidata.org/entity/{}",
        r"https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/(Q\d+)",
    ),
    "tgn": (r"\d+", "http://vocab.getty.edu/tgn/{}", r"https?://vocab\.getty\.edu/(?:page/)?tgn/(\d+)"),
    "pleiades": (r"\d+", "https://pleiades.stoa.org/places/{}", r"https?://pleiades\.stoa\.org/places/(\d+)"),
    "osm": (
        r"(?:node|way|relation)/\d+",
        "https://www.openstreetmap.org/{}",
        r"https?://(?:www\.)?openstreetmap\.org/((?:node|way|relation)/\d+)",
    ),
}
SHORT = re.compile(r"([^:/?#\s]+):(?!//)(.+)\Z", re.DOTALL)


def uri(authority: str, value: str) -> str:
    """The address of an identifier, or `authority:value` where none is known."""
    form, address, _ = HOMES.get(authority, ("", "", ""))
    if address and re.fullmatch(form, value):
        return address.format(value)
    if authority == "uri" and re.match(r"https?://", value):
        return value
    return f"{quote(authority, safe='')}:{quote(value, safe='/')}"


def of(text: str) -> tuple[str, str]:
    """Authority and value of an address or of `authority:value`; an address nobody here knows is of authority `uri`."""
    for authority, (_, _, known) in HOMES.items():
        if found := re.fullmatch(known, text):
            return authority, found[1]
    if found := SHORT.match(text):
        authority = unquote(found[1])
        return ALIASES.get(authority, authority), unquote(found[2])
    return "uri", text
