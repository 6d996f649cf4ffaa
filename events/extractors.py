"""Which extractor reads the reports: the setting EXTRACTOR, and what may be wrong with it."""

import inspect

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.utils.module_loading import import_string

from events.extraction.contract import ExtractorMaker

HINT = (
    "Set the environment variable EXTRACTOR to the dotted path of a class or function that takes places, actors, "
    "sources and facts (events/extraction/contract.py), or leave it out: then the rules read."
)


def chosen_maker() -> ExtractorMaker:
    """What EXTRACTOR names."""
    return import_string(settings.EXTRACTOR)


def check_extractor(**_) -> list[CheckMessage]:
    """Why reports could not be read with the present settings; nothing when they can."""
    try:
        maker = chosen_maker()
    except Exception as error:  # a module of the operator's may raise anything while it is imported
        what = f"EXTRACTOR names {settings.EXTRACTOR!r}, which cannot be imported: {type(error).__name__}: {error}"
        return [Error(what, hint=HINT, id="events.E001")]
    if not _takes_names(maker):
        what = f"EXTRACTOR names {settings.EXTRACTOR!r}, which cannot be called with places, actors, sources and facts."
        return [Error(what, hint=HINT, id="events.E002")]
    problems = getattr(maker, "problems", list)()
    return [Error(problem, hint="See “Extraction” in docs/operators.md.", id="events.E003") for problem in problems]


def _takes_names(maker) -> bool:
    try:
        inspect.signature(maker).bind(places=(), actors=(), sources=(), facts={})
    except (TypeError, ValueError):
        return False
    return True
