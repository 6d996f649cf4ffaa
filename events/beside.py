"""What two maps side by side draw: shapes once, and for each place how either map fills it and says it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language, gettext

from events import sentences
from events.models import ControlPeriod
from events.pictures.looks import ON_PAGES, Look, fill_of, look_of
from gazetteer.features import features
from gazetteer.models import Place


@dataclass(frozen=True, slots=True)
class Pair:
    """A place with what either map has of it; None where it has nothing."""

    place: Place
    a: ControlPeriod | None
    b: ControlPeriod | None
    differs: bool


def as_config(pairs: Iterable[Pair], links: dict[str, str], *, at: datetime | None = None) -> dict:
    """What the script of the two maps needs; `links` leads from a map to the place, with SLUG for its slug."""
    by_slug = {pair.place.slug: pair for pair in pairs}
    shapes = features(Place.every.filter(slug__in=by_slug).order_by("slug"), at=at)
    drawn = [_feature(shape, by_slug[shape["id"]]) for shape in shapes if shape["geometry"]]
    return {"features": drawn, "colon": gettext(": "), **links}


def look_of_period(period: ControlPeriod | None) -> Look:
    """The look of a period, or of nothing known."""
    if period is None:
        return Look()
    holder, challenger = (actor and actor.side for actor in (period.holder, period.challenger))
    return look_of(period.status, holder, challenger, period.is_besieged)


def in_words(period: ControlPeriod | None, otherwise: Callable[[], str] = lambda: gettext("no information")) -> str:
    """The period as a sentence; beside who holds it, that it is under siege."""
    if period is None:
        return otherwise()
    said = sentences.state_of(period)
    return f"{said}{gettext(', ')}{gettext('besieged')}" if period.is_besieged else said


def _feature(shape: dict, pair: Pair) -> dict:
    names = shape["properties"]
    name = names["name_ar" if get_language() == "ar" else "name_en"]
    told = {"a": _told(pair.a), "b": _told(pair.b)}
    properties = {"name": name, "differs": pair.differs, **told}
    return {"type": "Feature", "id": shape["id"], "geometry": shape["geometry"], "properties": properties}


def _told(period: ControlPeriod | None) -> dict:
    look = look_of_period(period)
    return {"fill": fill_of(look.name, ON_PAGES), "besieged": look.is_besieged, "words": in_words(period)}
