"""The demo's editor."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User

from events.editors import editors

NAME = "editor"


def demo_editor() -> tuple[User, str | None]:
    """The demo's editor and the password, None when the account was there with a password we do not know."""
    password, group = _password(), editors()  # what the group may do is set anew, for versions differ in it
    editor, is_new = User.objects.get_or_create(username=NAME, defaults={"is_staff": True})
    if is_new:
        editor.set_password(password)
        editor.save()
        editor.groups.add(group)
    return editor, password if editor.check_password(password) else None


def _password() -> str:
    """From the environment, else made once for this checkout and kept where only its owner reads it."""
    if given := os.environ.get("TRACKER_EDITOR_PASSWORD"):
        return given
    kept: Path = settings.VAR_DIR / "editor_password"
    if kept.exists():
        return kept.read_text().strip()
    made = secrets.token_urlsafe(9)
    with suppress(OSError):  # a container that may write nothing: then it is told this once
        _keep(kept, made)
    return made


def _keep(file: Path, password: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.touch(mode=0o600)
    file.write_text(password)
