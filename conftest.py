"""What tests of several apps need: a Redis of their own, a real worker, and a beat."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as properties

ROOT = Path(__file__).resolve().parent
properties.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
properties.load_profile("patient")  # a slow machine is no failure


@pytest.fixture(autouse=True)
def nothing_is_kept():
    """No answer from another test, whose rows may have had the same numbers, and not its language."""
    cache.clear()
    translation.deactivate()


class Redis:
    """A Redis server on a socket of its own, which tests may flush and kill."""

    def __init__(self, folder: Path):
        self.socket, self.url = folder / "redis.sock", settings.CELERY_BROKER_URL
        command = ["redis-server", "--port", "0", "--unixsocket", str(self.socket), "--dir", str(folder), "--save", ""]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        wait_for(self.socket.exists, "Redis opens its socket")

    def flush(self) -> None:
        subprocess.run(["redis-cli", "-s", str(self.socket), "FLUSHALL"], check=True, stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


class CeleryProcess:
    """`celery -A tracker …` on the test database, in a process group of its own."""

    def __init__(self, redis: Redis, log: Path, *arguments: str, **environment: str):
        self.command = [sys.executable, "-m", "celery", "-A", "tracker", *arguments]
        addresses = {"DATABASE_URL": url_of_the_test_database(), "REDIS_URL": redis.url}
        module = {"DJANGO_SETTINGS_MODULE": "tracker.settings"}
        self.environment = {**os.environ, **addresses, **module, **environment}
        self.log = log
        self.start()

    def start(self) -> None:
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self) -> None:
        """SIGKILL, the worker and its pool at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.kill()


def url_of_the_test_database() -> str:
    database = connection.settings_dict
    host = str(database["HOST"]).replace("/", "%2F")
    port = f":{database['PORT']}" if database["PORT"] else ""
    password = f":{database['PASSWORD']}" if database["PASSWORD"] else ""
    return f"postgis://{database['USER']}{password}@{host}{port}/{database['NAME']}"


def wait_for(condition, what: str, *, seconds: float = 120) -> None:
    """Return when the condition holds; patience is long because machines are slow, not because tests are."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, f"waited {seconds} s in vain until: {what}"
        time.sleep(0.1)


@pytest.fixture(scope="session", autouse=True)
def redis_server():
    server = Redis(settings.TEST_REDIS_DIR)
    yield server
    server.stop()
    shutil.rmtree(settings.TEST_REDIS_DIR, ignore_errors=True)


@pytest.fixture
def celery_processes(redis_server, transactional_db, tmp_path):
    """Starts a worker or a beat; the test itself rings the same Redis."""
    started = []

    def start(*arguments: str, **environment: str) -> CeleryProcess:
        process = CeleryProcess(redis_server, tmp_path / f"{arguments[0]}.log", *arguments, **environment)
        started.append(process)
        return process

    yield start
    for process in started:
        process.stop()
    redis_server.flush()
