"""Seconds of the processor, Python's and PostgreSQL's together: other work on the machine stretches only the clock."""

import os
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from django.db import connection

TICK = os.sysconf("SC_CLK_TCK")
USER, SYSTEM = 11, 12  # of the fields behind the name of a process


def seconds(work: Callable) -> float:
    """What the work takes of the processor; by the clock where PostgreSQL's process is on another machine."""
    server = _server()
    began = _now(server)
    work()
    return _now(server) - began


def _server() -> Path | None:
    """The state of the process that serves the connection, if it runs here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        state = Path(f"/proc/{cursor.fetchone()[0]}/stat")
    return state if connection.settings_dict["HOST"].startswith("/") and state.exists() else None


def _now(server: Path | None) -> float:
    if server is None:
        return perf_counter()
    fields = server.read_text().rpartition(")")[2].split()
    return process_time() + (int(fields[USER]) + int(fields[SYSTEM])) / TICK
