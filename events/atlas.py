"""What the pictures of a question are drawn from: shapes, context, and the look of each place from when on."""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from operator import itemgetter
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

import gazetteer
from events import answers
from events.ageing import age_of, proven_until
from events.course import TIMELINE, Course
from events.models import Actor
from events.pictures.ground import bounds_of
from events.pictures.labels import Shape
from events.pictures.looks import Look, look_of
from events.questions import Question
from events.remembered import remembered
from gazetteer.features import features
from gazetteer.models import Boundary, Place

CONTEXT = Path(gazetteer.__file__).parent / "static" / "gazetteer" / "context.geojson"


@dataclass(frozen=True, slots=True)
class Atlas:
    """The places with outlines, the context around them, and each place's looks and their proofs in order of time.

    A proof says from when on something supports the state, and when that was told.
    """

    shapes: Sequence[Shape]
    context: Sequence[dict]
    bounds: Sequence[float]
    history: Mapping[str, Sequence[tuple[datetime, Look]]]
    proofs: Mapping[str, Sequence[tuple[datetime, datetime]]]
    stale_days: int

    def looks_before(self, moment: datetime) -> dict[str, Look]:
        """The look of each place in force just before the moment, as faded as it was; of those with none, nothing."""
        found = {}
        for slug, changes in self.history.items():
            begun = bisect_left(changes, moment, key=itemgetter(0))
            if begun:
                start, look = changes[begun - 1]
                found[slug] = replace(look, age=self._age(slug, start, moment))
        return found

    def _age(self, slug: str, start: datetime, moment: datetime) -> int:
        proofs = self.proofs.get(slug, ())
        first, end = (bisect_left(proofs, edge, key=itemgetter(0)) for edge in (start, moment))
        return age_of(proven_until(start, proofs[first:end]), moment, self.stale_days)


def atlas(question: Question) -> Atlas:
    """The atlas of the question's times and sources, for all days; a fixed number of queries."""
    at = answers.recorded_at(question.revision)
    shaped = Place.every.filter(pk__in=Boundary.objects.current(at).values("place")).order_by("slug")
    shapes = [_shape(feature) for feature in features(shaped, at=at) if feature["geometry"]]
    course = remembered(("course", question.as_of), lambda: answers.course_of(question))  # of all days, for every day
    proofs = defaultdict(list)
    for slug, start, told in course.proofs:
        proofs[slug].append((start, told))
    return Atlas(shapes, _context(), city(), _history(course), dict(proofs), settings.CONTROL_STALE_DAYS)


@cache
def city() -> tuple[float, float, float, float]:
    """West, south, east and north of the built-up area: what map and pictures show at first."""
    return bounds_of([one["geometry"] for one in _context() if one["properties"]["kind"] == "urban_extent"])


def _shape(feature: dict) -> Shape:
    names = feature["properties"]
    name = names["name_ar" if get_language() == "ar" else "name_en"]
    return Shape(feature["id"], feature["geometry"], name, names["position"])


@cache
def _context() -> list[dict]:
    return json.loads(CONTEXT.read_text(encoding="utf-8"))["features"]


def _history(course: Course) -> dict[str, list[tuple[datetime, Look]]]:
    sides = dict(Actor.objects.values_list("slug", "side"))
    found = defaultdict(list)
    for row in course.periods:
        told = dict(zip(TIMELINE, row, strict=True))
        holder, challenger = (sides.get(told[name]) for name in ("holder__slug", "challenger__slug"))
        look = look_of(told["status"], holder, challenger, told["is_besieged"])
        found[told["place__slug"]].append((told["start"], look))
    return dict(found)
