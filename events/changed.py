"""What changed between two days: which places, from what to what, and what each side won and lost by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from events import answers
from events.balance import Balance, Ground, balances
from events.counts import HELD_FOR_SURE, OUTSIDE
from events.models import ControlPeriod, Side
from events.questions import Question
from events.standing import areas_of_places, places_then
from gazetteer.models import Place

UNMEASURED = (Place.Kind.REGION, Place.Kind.ROAD, *OUTSIDE)  # they are no ground of the city, or lie over others
SIDES = [side for side in Side.values if side != Side.NONE]
Periods = Mapping[int, ControlPeriod]


@dataclass(frozen=True, slots=True)
class Changed:
    """A place with its periods at the end of the first and of the last day; None where there is no information."""

    place: Place
    area: float | None
    before: ControlPeriod | None
    after: ControlPeriod | None

    @property
    def is_other(self) -> bool:
        """Whether anything is told of it that was not told before."""
        return _facts(self.before) != _facts(self.after)

    @property
    def changed_hands(self) -> bool:
        """Whether another is told to hold it, and not only how sure that is."""
        return _holder(self.before) != _holder(self.after)


@dataclass(frozen=True, slots=True)
class Changes:
    """All places of two days, those that differ, and the balance of each side in the city."""

    places: Sequence[Changed]
    balances: Sequence[Balance]

    @property
    def different(self) -> list[Changed]:
        return [one for one in self.places if one.is_other]


def changed(question: Question, first: date, last: date) -> Changes:
    """What differs between the ends of the two days, as the question's times and sources have it."""
    at = answers.recorded_at(question.revision)
    before, after = _periods(question, (first, last))
    areas = areas_of_places(at)
    shown = places_then({*areas, *before, *after}, at)
    places = [Changed(one, areas.get(one.pk), before.get(one.pk), after.get(one.pk)) for one in shown]
    ground = [_ground(one) for one in places if one.area is not None and one.place.kind not in UNMEASURED]
    return Changes(places, balances(ground, SIDES))


def _periods(question: Question, days: Sequence[date]) -> list[Periods]:
    """For each day the period in force at its end, by place."""
    told = (answers.control_on(replace(question, on=day)) for day in days)
    return [{period.place_id: period for period in periods} for periods in told]


def _ground(one: Changed) -> Ground:
    return Ground(one.place.kind, one.area, _side_for_sure(one.before), _side_for_sure(one.after))


def _side_for_sure(period: ControlPeriod | None) -> str | None:
    is_sure = period and period.holder and period.status in HELD_FOR_SURE and period.holder.side in SIDES
    return period.holder.side if is_sure else None


def _facts(period: ControlPeriod | None) -> tuple | None:
    return period and (period.holder_id, period.challenger_id, period.status, period.is_besieged)


def _holder(period: ControlPeriod | None) -> tuple | None:
    if period is None:
        return None
    return period.holder_id, period.challenger_id, period.status if period.status not in HELD_FOR_SURE else None
