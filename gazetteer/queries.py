"""What the extraction and the map read of the gazetteer."""

from django.db import connection

from .finder import Name
from .models import PlaceName

# The second part is what the present transaction has changed itself, of which nobody else may know
STATES = """
SELECT subject, concat_ws('.', number, nullif(current_setting('gazetteer.' || subject, true), '')) FROM gazetteer_change
"""


def names_for_finder() -> list[Name]:
    """Every name of every place."""
    rows = PlaceName.objects.order_by("pk").values_list("text", "place__slug", "language")
    return [Name(*row) for row in rows]


def states(*subjects: str) -> tuple[str, ...]:
    """A mark for the state of each, `names` or `shapes` or what another app has numbered: another after any change."""
    with connection.cursor() as cursor:
        cursor.execute(STATES)
        marks = dict(cursor.fetchall())
    return tuple(marks[subject] for subject in subjects)
