"""The commands that bring things in."""

import json
import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from events.models import Actor, Report, Source
from events.tests import factories

pytestmark = pytest.mark.django_db


def run(*arguments, **options) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    try:
        call_command(*arguments, stdout=out, stderr=err, **options)
    except SystemExit:
        err.write("(exit 1)")
    return out.getvalue(), err.getvalue()


def test_a_file_is_stored_once(tmp_path):
    factories.source("rt")
    file = tmp_path / "article.txt"
    file.write_text("سيطر الجيش على حي الشعار", encoding="utf-8")
    arguments = ("ingest", str(file), "--publisher", "rt", "--published-at", "2016-12-07T12:00+02:00")

    assert "stored as report" in run(*arguments)[0]
    assert "was stored before" in run(*arguments)[0]
    report = Report.objects.get()
    assert (report.publisher.slug, report.published_at) == ("rt", factories.NOON)


def test_files_of_the_same_bytes_are_one_report_to_wait_for(tmp_path, monkeypatch):
    monkeypatch.setattr("events.waiting.PATIENCE", 0)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Aleppo")
    run("ingest", str(tmp_path / "a.txt"))
    Report.objects.update(state="read", read_at=factories.NOON)  # as a worker does

    out, err = run("ingest", str(tmp_path), "--wait")
    assert "1 of 1 reports are read" in out and err == ""


def test_a_moment_without_an_offset_is_damascus_time(tmp_path):
    file = tmp_path / "article.txt"
    file.write_text("Aleppo")
    run("ingest", str(file), "--published-at", "2016-07-01T12:00")

    assert Report.objects.get().published_at.hour == 9


def test_a_bad_file_is_named_and_does_not_stop_the_others(tmp_path):
    for name, body in (("1-empty.txt", b""), ("2-latin.txt", b"\xe9\xe8"), ("3-good.txt", b"Aleppo")):
        (tmp_path / name).write_bytes(body)
    out, err = run("ingest", str(tmp_path), str(tmp_path / "absent.txt"))

    assert "3-good.txt: stored" in out
    assert "1-empty.txt: The report is empty" in err
    assert "2-latin.txt: The report is not UTF-8" in err
    assert "absent.txt: No such file" in err and "(exit 1)" in err
    assert "Traceback" not in err
    assert set(Report.objects.values_list("state", flat=True)) == {"failed", "waiting"}


def test_a_file_beyond_the_limit_is_told_without_being_read(tmp_path, settings, monkeypatch):
    for name, size in (("1-huge.txt", 3 * 2**30), ("2-large.txt", settings.REPORT_MAX_BYTES)):
        (tmp_path / name).touch()
        os.truncate(tmp_path / name, size)  # sparse: it takes no room
    read, read_bytes = [], Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read.append(path.name) or read_bytes(path))
    (tmp_path / "3-good.txt").write_text("Aleppo")
    out, err = run("ingest", str(tmp_path))

    assert "1-huge.txt: The report has 3,221,225,472 bytes; the limit is 5,242,880." in err and "(exit 1)" in err
    assert "2-large.txt: The report holds NUL characters" in err, "what is as long as the limit is read"
    assert "3-good.txt: stored" in out
    assert read == ["2-large.txt", "3-good.txt"]


def test_a_name_that_is_not_utf_8_stops_nothing(tmp_path):
    factories.umbrellas()
    factories.place()
    for name in (b"bad\xff name.txt", b"later.txt"):
        (tmp_path / os.fsdecode(name)).write_text("سيطر الجيش السوري على حي الشعار.\n" + repr(name), encoding="utf-8")
    out, err = run("ingest", str(tmp_path), str(tmp_path / os.fsdecode(b"absent\xff.txt")))

    assert "bad\ufffd name.txt: stored" in out and "later.txt: stored" in out
    assert "absent\ufffd.txt: No such file" in err and "Traceback" not in err
    assert set(Report.objects.values_list("name", flat=True)) == {"bad\ufffd name.txt", "later.txt"}
    out, err = run("extract", *(str(path) for path in tmp_path.iterdir()))
    assert {json.loads(line)["report"] for line in out.encode().splitlines()} == {"bad\ufffd name.txt", "later.txt"}


def test_an_unknown_publisher_stores_nothing(tmp_path):
    (tmp_path / "a.txt").write_text("Aleppo")
    with pytest.raises(CommandError, match="--publisher: No source has the slug “nobody”"):
        call_command("ingest", str(tmp_path), "--publisher", "nobody")
    assert not Report.objects.exists()


def test_actors_and_sources_are_loaded_once():
    first, _ = run("load_sources")
    again, _ = run("load_sources")

    assert "Actors new or changed" in first
    assert "up to date" in again
    assert Actor.objects.get(slug="tiger-forces").parent.slug == "saa"
    assert Source.objects.get(slug="sohr").affiliations.get().side == "opposition"


def test_rebuilding_an_unknown_place_says_so():
    with pytest.raises(CommandError, match="--place: no place has the slug"):
        call_command("rebuild_control", "--place", "atlantis")


def test_a_cell_that_no_csv_holds_is_told_with_its_line(tmp_path):
    (tmp_path / "more.csv").write_text(f"slug,name_ar,name_en\na,أ,A\nb,ب,{'x' * 131_073}\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Aleppo")
    with pytest.raises(CommandError, match=r"more\.csv: line 3: no CSV"):
        call_command("extract", str(tmp_path / "a.txt"), "--extra-places", str(tmp_path / "more.csv"))
