"""The demo's editor and the password that is told."""

import pytest
from django.contrib.auth import authenticate

from events.demo.editor import demo_editor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch):
    monkeypatch.delenv("TRACKER_EDITOR_PASSWORD", raising=False)


def test_the_password_is_made_once_and_kept_for_its_owner(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    editor, password = demo_editor()
    assert authenticate(username=editor.username, password=password) == editor
    assert (settings.VAR_DIR / "editor_password").stat().st_mode & 0o777 == 0o600
    assert demo_editor() == (editor, password)


def test_where_nothing_can_be_written_it_is_told_once(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "file" / "var"
    settings.VAR_DIR.parent.write_text("no folder")
    editor, password = demo_editor()
    assert authenticate(username=editor.username, password=password) == editor
    assert demo_editor() == (editor, None)


def test_a_given_one_is_taken_and_one_that_was_changed_since_is_not_told(monkeypatch):
    monkeypatch.setenv("TRACKER_EDITOR_PASSWORD", "given")
    editor, password = demo_editor()
    assert password == "given"
    editor.set_password("changed")
    editor.save()
    assert demo_editor() == (editor, None)
