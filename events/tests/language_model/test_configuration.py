"""What the environment may say of the endpoint, and what is told of what it may not."""

import pytest

from events.extractors import check_extractor
from events.language_model.configuration import configured
from events.language_model.extractor import LanguageModel
from events.tests.language_model.conftest import NAMES

WRONG = [
    ("EXTRACTOR_URL", ""),
    ("EXTRACTOR_URL", "127.0.0.1:8080/v1"),
    ("EXTRACTOR_URL", "file:///etc/passwd"),
    ("EXTRACTOR_URL", "http://"),
    ("EXTRACTOR_URL", "http://127.0.0.1:99999/v1"),
    ("EXTRACTOR_URL", "http://user:secret@127.0.0.1/v1"),
    ("EXTRACTOR_URL", "http://127.0.0.1/v1?key=secret"),
    ("EXTRACTOR_URL", "http://127.0.0.1/v1 HTTP/1.1\r\nX-Secret: x"),
    ("EXTRACTOR_MODEL", " "),
    ("EXTRACTOR_TIMEOUT", 0),
    ("EXTRACTOR_TIMEOUT", 91),
    ("EXTRACTOR_TIMEOUT", float("nan")),
    ("EXTRACTOR_KEY", "secret\n"),
    ("EXTRACTOR_KEY", "secret key"),
]


@pytest.fixture
def environment(settings):
    settings.EXTRACTOR = "events.language_model.extractor.LanguageModel"
    settings.EXTRACTOR_URL = "http://192.168.1.7:8080/v1"
    settings.EXTRACTOR_MODEL = "small"
    settings.EXTRACTOR_KEY = "secret"
    return settings


def test_a_private_address_is_the_operators_choice(environment):
    assert check_extractor() == []


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_what_is_wrong_is_named_and_no_secret_repeated(environment, name, value):
    setattr(environment, name, value)
    (error,) = check_extractor()
    assert error.id == "events.E003"
    assert error.msg.startswith(f"{name} has to be")
    assert "docs/operators.md" in error.hint
    assert "secret" not in f"{error.msg}{error.hint}".lower()


def test_the_key_is_not_shown(environment):
    assert configured().key == "secret"
    assert "secret" not in repr(configured())


def test_the_maker_takes_its_endpoint_from_the_settings(environment):
    assert LanguageModel(**NAMES, facts={})._endpoint == configured()
