"""Sockets that end at a moment: a time limit that a server cannot stretch by sending a byte now and then."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from time import monotonic

CONNECT_SECONDS = 5.0


@contextmanager
def connected(host: str, port: int, until: float, tls: ssl.SSLContext | None) -> Iterator[socket.socket]:
    """A connected socket, closed at the end. With TLS the handshake is still to come, within the same deadline."""
    raw = socket.create_connection((host, port), timeout=min(_left(until), CONNECT_SECONDS))
    with raw:
        sock = tls.wrap_socket(raw, server_hostname=host, do_handshake_on_connect=False) if tls else raw
        with sock:
            sock.settimeout(_left(until))
            yield sock


@contextmanager
def ended_at(until: float, sock: socket.socket) -> Iterator[None]:
    """At the moment `until` whatever waits for the socket stops waiting.

    A socket's own timeout begins anew with each byte, in headers and in chunks too; so another thread ends it.
    """
    timer = Timer(_left(until), _end, [sock])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _end(sock: socket.socket) -> None:
    with suppress(OSError):  # closed already
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # the plain one: that of TLS would take the reader's state away


def _left(until: float) -> float:
    return max(until - monotonic(), 0.001)
