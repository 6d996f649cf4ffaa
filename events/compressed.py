"""Answers that are compressed once and kept so, rather than for each reader."""

import gzip

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

BEST = 9  # slow, and done once


def pack(content: bytes) -> bytes:
    """The content as gzip; the same content always gives the same bytes."""
    return gzip.compress(content, BEST, mtime=0)


def packed_answer(request: HttpRequest, packed: bytes, **response: object) -> HttpResponse:
    """An answer with what `pack` gave, unpacked for a reader that does not take gzip; an `ETag` on it must be weak."""
    takes_gzip = "gzip" in request.headers.get("Accept-Encoding", "")
    answer = HttpResponse(packed if takes_gzip else gzip.decompress(packed), **response)
    if takes_gzip:
        answer["Content-Encoding"] = "gzip"
    patch_vary_headers(answer, ["Accept-Encoding"])
    return answer


def weak_etag(mark: str) -> str:
    """What marks the content, whichever way it is sent."""
    return f'W/"{mark}"'
