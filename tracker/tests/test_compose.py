"""The compose file: valid, free of secrets, and the same product as `make run` starts."""

import re
import shlex
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker-compose.yml"
SERVICES = YAML(typ="safe").load(COMPOSE)["services"]
RUN = ConfigParser(inline_comment_prefixes=None)
RUN.read(ROOT / "processes.conf")
COMMANDS = {name.removeprefix("program:"): RUN[name]["command"] for name in RUN.sections() if "command" in RUN[name]}


def test_the_file_follows_the_compose_specification():
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", COMPOSE]
    checked = subprocess.run(command, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_a_process_has_the_command_that_make_run_uses(name):
    assert shlex.split(SERVICES[name]["command"]) == shlex.split(COMMANDS[name])


def test_migrate_prepares_the_database_with_the_steps_of_make_run():
    steps = re.findall(
        r"^manage (migrate.*|load_.*|rebuild_control.*)$", (ROOT / "bin" / "prepare").read_text(), re.MULTILINE
    )
    assert SERVICES["migrate"]["command"] == f'sh -c "{" && ".join(f"python manage.py {step}" for step in steps)}"'


@pytest.mark.parametrize("name", SERVICES)
def test_what_a_service_waits_for_exists_and_can_come_about(name):
    for other, wait in SERVICES[name].get("depends_on", {}).items():
        if wait["condition"] == "service_healthy":
            assert "healthcheck" in SERVICES[other]
        else:
            assert wait["condition"] == "service_completed_successfully"
            assert SERVICES[other]["restart"] == "no"


def test_secrets_come_from_outside_and_must_be_given():
    text = COMPOSE.read_text()
    for line in re.findall(r".*(?:PASSWORD|SECRET).*", text):
        assert re.search(r"\$\{(POSTGRES_PASSWORD|TRACKER_SECRET_KEY):\?", line), line


@pytest.mark.parametrize("name", [name for name, service in SERVICES.items() if "build" in service])
def test_the_application_may_write_and_do_as_little_as_possible(name):
    assert SERVICES[name]["read_only"] is True
    assert SERVICES[name]["cap_drop"] == ["ALL"]


def test_all_settings_of_the_environment_reach_the_containers():
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (ROOT / "tracker" / "settings.py").read_text()))
    assert len(read) > 20 and read <= set(SERVICES["web"]["environment"])
