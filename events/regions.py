"""Which state of the regions control was last derived from, kept beside the numbers of the states themselves.

The gazetteer changes regions without knowing of control. Whoever derives all places anew remembers the state here, and
each start looks whether it still is that one.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

NUMBERS = "SELECT subject, number FROM gazetteer_change WHERE subject IN ('control', 'regions')"
REMEMBER = """
INSERT INTO gazetteer_change (subject, number) VALUES ('control', %s)
ON CONFLICT (subject) DO UPDATE SET number = excluded.number
"""


def state() -> int:
    """The number of the state that the regions are in."""
    return _numbers()["regions"]


def are_followed() -> bool:
    """Whether control was last derived from the regions as they are."""
    return _are_followed(_numbers())


def follow(number: int) -> None:
    """Remember that control has been derived from this state."""
    with connection.cursor() as cursor:
        cursor.execute(REMEMBER, [number])


@contextmanager
def still_followed() -> Iterator[None]:
    """Regions are changed and the places concerned derived inside: control follows them after it if it did before.

    Nobody else changes regions meanwhile, whose change would pass for derived.
    """
    before = _numbers(" FOR UPDATE")
    yield
    if _are_followed(before) and state() != before["regions"]:
        follow(state())


def _numbers(locked: str = "") -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(NUMBERS + locked)
        return dict(cursor.fetchall())


def _are_followed(numbers: dict[str, int]) -> bool:
    return numbers.get("control") == numbers["regions"]
