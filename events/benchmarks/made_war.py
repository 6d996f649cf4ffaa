"""A made war, the same for the same seed: outlines as detailed as surveyed ones, and changes of control day by day."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from events.answers import Course
from events.questions import DAMASCUS

FIRST, DAYS = date(2012, 1, 1), 1826
WEST, SOUTH, EAST, NORTH = 37.05, 36.14, 37.25, 36.27
WOBBLE = 0.09  # of an edge: how far its middle is off the straight line
DAY = timedelta(days=1)

# holder, status, challenger, besieged; and how often each begins
STATES = {
    ("opposition", "assessed", None, False): 10,
    ("government", "assessed", None, False): 8,
    ("government", "claimed", None, False): 4,
    ("opposition", "claimed", None, False): 3,
    ("opposition", "contested", "government", False): 3,
    ("opposition", "assessed", None, True): 2,
    ("ypg", "assessed", None, False): 1.5,
    ("isil", "assessed", None, False): 1,
    ("ypg", "contested", "opposition", False): 0.8,
    ("government", "shared", "ypg", False): 0.5,
    (None, "unknown", None, False): 0.4,
}  # fmt: skip
UNTIL_PUBLISHED = {0: 80, 1: 10, 2: 5, 3: 3, 5: 2}  # days


def slugs(number: int) -> list[str]:
    return [f"quarter-{n:04}" for n in range(number)]


def changes(places: Sequence[str], number: int, seed: int = 3) -> Iterator[tuple[str, datetime, tuple, int]]:
    """For each place its changes in order: place, moment, state, days until it was published."""
    chance = random.Random(seed)
    for n, slug in enumerate(places):
        before = None
        for day in sorted(chance.sample(range(DAYS), number // len(places) + (n < number % len(places)))):
            before = _pick(chance, {state: weight for state, weight in STATES.items() if state != before})
            yield slug, _midnight(day), before, _pick(chance, UNTIL_PUBLISHED)


def course(places: Sequence[str], number: int, seed: int = 3) -> Course:
    """The same as the rows that the timeline is made of."""
    made = list(changes(places, number, seed))
    periods = [(slug, start, *state, 1) for slug, start, state, _ in made]
    return Course(periods, [(slug, start, start + days * DAY) for slug, start, _, days in made])


def _midnight(day: int) -> datetime:
    return datetime.combine(FIRST + timedelta(days=day), time.min, DAMASCUS)


def _pick(chance: random.Random, weights: dict):
    return chance.choices(list(weights), list(weights.values()))[0]


Ring = list[tuple[float, float]]


def outlines(across: int, down: int, halvings: int, seed: int = 5) -> list[Ring]:
    """A coverage of `across` × `down` places whose edges are crooked lines, shared by both neighbours."""
    chance = random.Random(seed)
    corner = {
        (x, y): _corner(chance, x / across, y / down, 0.2 / across) for x in range(across + 1) for y in range(down + 1)
    }
    along = {}
    for x, y in corner:
        for other in ((x + 1, y), (x, y + 1)):
            if other in corner:
                along[(x, y), other] = [corner[x, y], *_crooked(chance, corner[x, y], corner[other], halvings)]
    return [_ring(along, x, y) for y in range(down) for x in range(across)]


def _corner(chance: random.Random, x: float, y: float, reach: float) -> tuple[float, float]:
    x, y = (part + chance.uniform(-reach, reach) for part in (x, y))
    return WEST + x * (EAST - WEST), SOUTH + y * (NORTH - SOUTH)


def _crooked(chance: random.Random, one: tuple, other: tuple, halvings: int) -> Ring:
    """What lies behind the first corner, up to and with the second."""
    if not halvings:
        return [other]
    (x, y), (x2, y2) = one, other
    off = chance.uniform(-WOBBLE, WOBBLE)
    middle = ((x + x2) / 2 - off * (y2 - y), (y + y2) / 2 + off * (x2 - x))
    return [*_crooked(chance, one, middle, halvings - 1), *_crooked(chance, middle, other, halvings - 1)]


def _ring(along: dict, x: int, y: int) -> Ring:
    low, right = along[(x, y), (x + 1, y)], along[(x + 1, y), (x + 1, y + 1)]
    high, left = along[(x, y + 1), (x + 1, y + 1)], along[(x, y), (x, y + 1)]
    return [*low, *right[1:], *high[-2::-1], *left[-2::-1]]
