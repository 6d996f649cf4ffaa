"""What the extraction and the map read of the gazetteer."""

from math import cos, hypot, radians

from django.contrib.gis.db.models import Extent
from django.db import connection

from .finder import Name
from .models import Membership, PlaceName

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


def compact_regions(within: float) -> set[str]:
    """The slugs of regions whose members all lie within so many kilometres: parts of one quarter of a city."""
    regions = Membership.objects.values("region__slug").annotate(extent=Extent("member__position"))
    return {row["region__slug"] for row in regions if _diagonal(row["extent"]) <= within}


def _diagonal(extent: tuple[float, float, float, float]) -> float:
    west, south, east, north = extent
    return 111.3 * hypot((east - west) * cos(radians(south)), north - south)  # kilometres of a degree
