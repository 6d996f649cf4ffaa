"""The product's own web server on the database at hand, and a browser that looks at it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from django.conf import settings
from django.db import connection

CHROMIUM = "/usr/bin/chromium"


@contextmanager
def served() -> Iterator[str]:
    """The address of a server on the database that the connection leads to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    database = connection.settings_dict
    address = f"postgis://{database['USER']}@{quote(database['HOST'], safe='')}/{database['NAME']}"
    command = [
        str(Path(sys.executable).parent / "granian"),
        "--interface",
        "wsgi",
        "--port",
        str(port),
        "tracker.wsgi:application",
    ]
    server = subprocess.Popen(
        command, cwd=settings.BASE_DIR, env={**os.environ, "DATABASE_URL": address},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield _once_ready(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


def _once_ready(address: str) -> str:
    for _ in range(300):
        try:
            with urlopen(f"{address}/healthz", timeout=5):
                return address
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise RuntimeError("The server did not become ready within a minute.")


@contextmanager
def browser() -> Iterator:
    """A headless chromium; each page gets a context of its own, so that nothing is cached."""
    from playwright.sync_api import sync_playwright  # here alone: only tests and `make bench` install it

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()
