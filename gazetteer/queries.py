"""What the extraction and the map read of the gazetteer."""

from math import cos, hypot, radians

from django.contrib.gis.db.models import Extent
from django.db import connection
from django.db.models import CharField, Func, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from .finder import Name
from .folding import ARTICLE
from .models import Membership, PlaceName

# The second part is what the present transaction has changed itself, of which nobody else may know
STATES = """
SELECT subject, concat_ws('.', number, nullif(current_setting('gazetteer.' || subject, true), '')) FROM gazetteer_change
"""


def names_for_finder() -> list[Name]:
    """Every name of every place."""
    rows = PlaceName.objects.order_by("pk").values_list("text", "place__slug", "language")
    return [Name(*row) for row in rows]


def in_order(places: QuerySet, language: str) -> QuerySet:
    """The places in the order of a list for readers of the language: in Arabic as `folding.in_lists` has the names."""
    if language != "ar":
        return places.order_by("slug")
    names = PlaceName.objects.filter(place=OuterRef("pk"), language=language, kind=PlaceName.Kind.PREFERRED)
    without = Func("folded", Value(f"^{ARTICLE}"), Value(""), function="regexp_replace", output_field=CharField())
    read = Subquery(names.order_by("pk").annotate(in_lists=without).values("in_lists")[:1])
    return places.order_by(Coalesce(read, "slug"), "slug")


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
