"""The front doors: what they install is pinned, and the private services start, survive and stop."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt"]


@pytest.fixture(scope="module")
def checkout():
    """A second checkout, with services of its own; in a folder that only its owner may enter."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-test-"))
    shutil.copytree(ROOT / "bin", folder / "bin")
    yield folder
    services(folder, "stop")
    known = (folder / "var" / "places").read_text().splitlines()
    for place in {str(folder), *known[1:3]}:
        shutil.rmtree(place, ignore_errors=True)


def services(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    environment = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    command = [folder / "bin" / "services", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)


def query(folder: Path, sql: str) -> str:
    sockets = (folder / "var" / "places").read_text().splitlines()[2]
    command = ["psql", "-h", sockets, "-U", "tracker", "-Atc", sql, "tracker"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def server_pid(folder: Path) -> int:
    base = (folder / "var" / "places").read_text().splitlines()[1]
    return int(Path(base, "pg", "postmaster.pid").read_text().split()[0])


def test_two_starts_at_once_make_one_set_of_services(checkout):
    command = [checkout / "bin" / "services", "start"]
    environment = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    both = [subprocess.Popen(command, env=environment) for _ in range(2)]
    assert [process.wait(timeout=180) for process in both] == [0, 0]
    assert services(checkout, "status").returncode == 0


def test_arabic_words_have_trigrams(checkout):
    services(checkout, "start")
    query(checkout, "create extension if not exists pg_trgm")
    assert query(checkout, "select cardinality(show_trgm('السكري')) > 3") == "t"


def test_a_killed_server_comes_back_with_what_it_held(checkout):
    services(checkout, "start")
    query(checkout, "create table kept as select 7 as answer")
    os.kill(server_pid(checkout), signal.SIGKILL)
    assert services(checkout, "start").returncode == 0
    assert query(checkout, "select answer from kept") == "7"


def test_stop_says_what_it_stopped(checkout):
    services(checkout, "start")
    assert services(checkout, "stop").stdout.splitlines() == ["Stopped Redis.", "Stopped PostgreSQL."]
    assert services(checkout, "stop").stdout == ""


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_pinned_and_hashed_and_names_no_index(lock):
    text = (ROOT / lock).read_text()
    assert "://" not in text
    for requirement in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+ ", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_asked_for_is_locked(lock):
    locked = {name.lower() for name in re.findall(r"^([\w.-]+)(?:\[.*\])?==", (ROOT / lock).read_text(), re.MULTILINE)}
    wanted = (ROOT / lock.replace(".txt", ".in")).read_text()
    assert {name.lower() for name in re.findall(r"^(\w[\w-]*)", wanted, re.MULTILINE)} <= locked


def test_help_names_every_target():
    targets = re.search(r"^\.PHONY: help (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE).group(1)
    shown = subprocess.run(["make", "-C", ROOT, "help"], capture_output=True, text=True, check=True).stdout
    assert all(f"make {target}" in shown for target in targets.split())
