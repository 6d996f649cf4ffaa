"""A model server, and an extractor that asks it; patient, unless a test wants the time to run out."""

from datetime import datetime

import pytest

from events.extraction.dates import DAMASCUS
from events.extraction.extractor import ActorName, SourceName
from events.language_model.client import Endpoint
from events.language_model.extractor import LanguageModel
from events.language_model.naming import Names
from events.tests.extraction.conftest import ACTORS, PLACES, SOURCES
from events.tests.language_model.server import fake_model
from gazetteer.finder import Name

EVENING = datetime(2016, 12, 7, 20, tzinfo=DAMASCUS)
NAMES = {
    "places": [Name(text, slug, lang) for slug, ar, en in PLACES for text, lang in ((ar, "ar"), (en, "en"))],
    "actors": [ActorName(t, slug, side, lang) for slug, ar, en, side in ACTORS for t, lang in ((ar, "ar"), (en, "en"))],
    "sources": [SourceName(text, slug, lang) for slug, ar, en in SOURCES for text, lang in ((ar, "ar"), (en, "en"))],
}


@pytest.fixture(scope="session")
def names():
    return Names(**NAMES)


@pytest.fixture
def model():
    with fake_model() as served:
        yield served


@pytest.fixture
def read(model):
    """Extract as of the evening of Wednesday 7 December 2016, through the endpoint."""

    def extract(text: str, *, url: str = "", seconds: float = 120, key: str = "", published_at=EVENING):
        endpoint = Endpoint(url=url or model.url, model="small", seconds=seconds, key=key)
        return LanguageModel(**NAMES, facts={}, endpoint=endpoint).extract(text, published_at=published_at)

    return extract
