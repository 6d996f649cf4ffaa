"""One question to the endpoint, within a time and a size that hold for the whole answer.

The address is the operator's, from the environment, never from a report or a page. So a private address is allowed:
a model server on this machine or in this network is the usual case, and whoever sets the environment could reach it
anyway. No redirect is followed, so that the endpoint cannot send the key or the text elsewhere, and no proxy of the
environment is used.
"""

import http.client
import json
import ssl
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import urlsplit

from .deadline import connected, ended_at
from .failure import ModelFailure

MAX_BYTES = 512 * 1024  # of an answer


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is, and how long it may take over a report."""

    url: str
    model: str
    seconds: float = 60
    key: str = field(default="", repr=False)  # in no log


def ask(endpoint: Endpoint, body: dict, until: float) -> bytes:
    """The bytes that the endpoint answers before the moment `until` (of the monotonic clock)."""
    try:
        answer = _post(endpoint, json.dumps(body).encode(), until)
    except (OSError, http.client.HTTPException) as error:
        raise ModelFailure(_reason(error, until)) from None
    if monotonic() >= until:  # what was cut off may look complete
        raise ModelFailure("no whole answer in time")
    if len(answer) > MAX_BYTES:
        raise ModelFailure(f"the answer is longer than {MAX_BYTES:,} bytes")
    return answer


def _post(endpoint: Endpoint, body: bytes, until: float) -> bytes:
    url = urlsplit(endpoint.url)
    is_tls = url.scheme == "https"
    connection = (http.client.HTTPSConnection if is_tls else http.client.HTTPConnection)(url.hostname, url.port)
    tls = ssl.create_default_context() if is_tls else None
    with connected(url.hostname, connection.port, until, tls) as sock, ended_at(until, sock):
        if is_tls:
            sock.do_handshake()
        connection.sock = sock
        connection.request("POST", f"{url.path.rstrip('/')}/chat/completions", body, _headers(endpoint))
        with connection.getresponse() as response:
            return _read(response)


def _headers(endpoint: Endpoint) -> dict[str, str]:
    authorization = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    plain = {"Accept": "application/json", "Accept-Encoding": "identity", "Connection": "close"}
    return {"Content-Type": "application/json", **plain, **authorization}


def _read(response: http.client.HTTPResponse) -> bytes:
    if 300 <= response.status < 400:
        raise ModelFailure(f"the endpoint redirects ({response.status}); no redirect is followed")
    if response.status != 200:
        raise ModelFailure(f"the endpoint answered {response.status}")
    return response.read(MAX_BYTES + 1)


def _reason(error: Exception, until: float) -> str:
    """What went wrong in words of ours: what the endpoint wrote is not for the log."""
    if monotonic() >= until or isinstance(error, TimeoutError):
        return "no whole answer in time"
    told = error.strerror if isinstance(error, OSError) and error.strerror else ""
    return f"the endpoint cannot be reached or understood: {type(error).__name__}{f', {told}' if told else ''}"
