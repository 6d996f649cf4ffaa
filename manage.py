#!/usr/bin/env python
"""Django's command line; starts this checkout's private PostGIS and Redis first when no others are named."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def start_private_services() -> None:
    """Bring the private services up, so that a command works whenever set-up has run once."""
    are_named = {"DATABASE_URL", "REDIS_URL"} <= os.environ.keys()
    if are_named or not (ROOT / "var" / "services.env").exists():
        return
    started = subprocess.run([ROOT / "bin" / "services", "start"], capture_output=True, text=True, check=False)
    if started.returncode:
        sys.exit(started.stderr.strip() or started.stdout.strip())


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    start_private_services()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
