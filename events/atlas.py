"""What the pictures of a question are drawn from: shapes, context, and the look of each place from when on."""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

import gazetteer
from events import answers
from events.course import TIMELINE
from events.models import Actor
from events.pictures.ground import bounds_of
from events.pictures.labels import Shape
from events.pictures.looks import Look, look_of
from events.questions import Question
from gazetteer.features import features
from gazetteer.models import Boundary, Place

CONTEXT = Path(gazetteer.__file__).parent / "static" / "gazetteer" / "context.geojson"
AROUND = 0.02  # of the city's width and height: the rim of the map


@dataclass(frozen=True, slots=True)
class Atlas:
    """The places with outlines, the context around them, and for each place its looks in order of time."""

    shapes: Sequence[Shape]
    context: Sequence[dict]
    bounds: Sequence[float]
    history: Mapping[str, Sequence[tuple[datetime, Look]]]

    def looks_before(self, moment: datetime) -> dict[str, Look]:
        """The look of each place in force just before the moment; of those with none, nothing."""
        found = {}
        for slug, changes in self.history.items():
            begun = bisect_left(changes, moment, key=lambda change: change[0])
            if begun:
                found[slug] = changes[begun - 1][1]
        return found


def atlas(question: Question) -> Atlas:
    """The atlas of the question's times and sources, for all days; a fixed number of queries."""
    at = answers.recorded_at(question.revision)
    shaped = Place.every.filter(pk__in=Boundary.objects.current(at).values("place")).order_by("slug")
    shapes = [_shape(feature) for feature in features(shaped, at=at) if feature["geometry"]]
    context = _context()
    city = [one["geometry"] for one in context if one["properties"]["kind"] == "urban_extent"]
    bounds = bounds_of(city) or bounds_of([shape.geometry for shape in shapes])
    return Atlas(shapes, context, _padded(bounds), _history(question))


def _shape(feature: dict) -> Shape:
    names = feature["properties"]
    name = names["name_ar" if get_language() == "ar" else "name_en"]
    return Shape(feature["id"], feature["geometry"], name, names["position"])


@cache
def _context() -> list[dict]:
    return json.loads(CONTEXT.read_text(encoding="utf-8"))["features"]


def _padded(bounds: Sequence[float]) -> tuple[float, float, float, float]:
    west, south, east, north = bounds
    wide, high = (east - west) * AROUND, (north - south) * AROUND
    return west - wide, south - high, east + wide, north + high


def _history(question: Question) -> dict[str, list[tuple[datetime, Look]]]:
    sides = dict(Actor.objects.values_list("slug", "side"))
    found = defaultdict(list)
    for row in answers.course_of(question).periods:
        told = dict(zip(TIMELINE, row, strict=True))
        holder, challenger = (sides.get(told[name]) for name in ("holder__slug", "challenger__slug"))
        look = look_of(told["status"], holder, challenger, told["is_besieged"])
        found[told["place__slug"]].append((told["start"], look))
    return dict(found)
