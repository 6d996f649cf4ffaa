"""The gazetteer, taken away: one file a format, with licence and citation inside."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from . import geojson, lpf, plain_csv
from .stored import entries
from .terms import Terms


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written, what it is served as, and the name that a file of it gets."""

    write: Callable[..., str]
    media_type: str
    file_name: str


FORMATS = {
    "geojson": Format(geojson.write, geojson.MEDIA_TYPE, "gazetteer.geojson"),
    "csv": Format(plain_csv.write, plain_csv.MEDIA_TYPE, "gazetteer.csv"),
    "lpf": Format(lpf.write, lpf.MEDIA_TYPE, "gazetteer.lpf.json"),
}


def render(form: str) -> str:
    """The gazetteer as it stands, as the text of one file."""
    terms = Terms(settings.GAZETTEER_LICENCE, settings.GAZETTEER_CITATION, settings.GAZETTEER_SITE)
    return FORMATS[form].write(entries(), terms)
