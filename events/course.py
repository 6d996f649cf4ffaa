"""The course of the war in rows: who held each place when, and how far the evidence for it reaches."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from events.models import Actor, ControlPeriod
from gazetteer.models import Place

TIMELINE = ("place__slug", "start", "holder__slug", "status", "challenger__slug", "is_besieged", "evidence_count")


@dataclass(frozen=True, slots=True)
class Course:
    """By place and time: periods, as columns of TIMELINE, and proofs.

    A proof is a place, the moment from which something supports its state, and until when that was published.
    Where it is computed, `spoken` has by place the moments of each event's stages, and what speaks in it.
    """

    periods: list[tuple]
    proofs: list[tuple]
    spoken: Mapping[str, list[tuple]] = field(default_factory=dict)


def as_period(place: Place, row: tuple, actors: Mapping[str, Actor]) -> ControlPeriod:
    """The period of the place that these columns of TIMELINE are, with actors by slug; it is not saved."""
    _slug, start, holder, status, challenger, is_besieged, count = row
    return ControlPeriod(
        place=place, start=start, holder=actors.get(holder), status=status, challenger=actors.get(challenger),
        is_besieged=is_besieged, evidence_count=count,
    )  # fmt: skip
