"""Where places lie to one another, as reports say it. Shapes are approximate, so the rules leave room for that.

Without a day, the shapes and memberships in force are asked; with one, those of that day.
"""

from datetime import date

from django.contrib.gis.db.models import GeometryField
from django.contrib.gis.db.models.functions import Area, Centroid, GeomOutputGeoFunc, Intersection, Length, Transform
from django.contrib.gis.geos import GEOSGeometry, Point
from django.db import connection
from django.db.models import F, FloatField, Func, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from .models import Boundary, Membership, Place

METRES = 32637  # UTM zone 37 north, where Aleppo lies
GAP_M = 20  # between borders that stand for the same line
SHARED_M = 50  # of border; where two meet at a corner only, some 20 m to each side are close as well

METRES_OF_A_DEGREE = 90_000  # east-west at the latitude of Aleppo

# The first condition uses the index; the second is exact
TOUCHING = """
SELECT one.place_id, other.place_id
FROM gazetteer_boundary AS one
JOIN gazetteer_boundary AS other
  ON one.place_id < other.place_id AND one.shape && ST_Expand(other.shape, %(degrees)s)
 AND ST_DWithin(ST_Transform(one.shape, 32637), ST_Transform(other.shape, 32637), %(gap)s)
WHERE one.retired_at IS NULL AND one.valid_until IS NULL AND other.retired_at IS NULL AND other.valid_until IS NULL
"""

# Which edge a centre has to lie beyond, and whether beyond is more or less
BEYOND = {
    "north": ("lat__gt", "ymax"),
    "south": ("lat__lt", "ymin"),
    "east": ("lon__gt", "xmax"),
    "west": ("lon__lt", "xmin"),
}


class _Border(GeomOutputGeoFunc):
    function = "ST_Boundary"


class _Coordinate(Func):
    output_field = FloatField()


def containing(point: Point, *, on: date | None = None) -> QuerySet[Place]:
    """The places whose shape covers the point, the smallest first; on a border, those of both sides."""
    covering = _shapes(on).filter(shape__covers=point)
    area = Subquery(
        covering.filter(place=OuterRef("pk")).annotate(area=Area(Transform("shape", METRES))).values("area")
    )
    return Place.objects.filter(pk__in=covering.values("place")).order_by(area, "slug")


def neighbours(place: Place, *, on: date | None = None) -> QuerySet[Place]:
    """The places of whose border at least SHARED_M lie within GAP_M of the place's shape; two queries."""
    shape = _shape(place, on)
    if shape is None:
        return Place.objects.none()
    around = shape.transform(METRES, clone=True).buffer(GAP_M)
    shared = Length(Intersection(_Border(Transform("shape", METRES)), around))
    touching = (
        _shapes(on)
        .exclude(place=place)
        .filter(shape__intersects=around.transform(shape.srid, clone=True))
        .annotate(shared=shared)
        .filter(shared__gte=SHARED_M)
    )
    return Place.objects.filter(pk__in=touching.values("place"))


def members(region: Place, *, on: date | None = None) -> QuerySet[Place]:
    """The places that belong to the region."""
    memberships = Membership.objects.on(on) if on else Membership.objects.filter(valid_until=None)
    return Place.objects.filter(pk__in=memberships.filter(region=region).values("member"))


def direction_of(direction: str, *, of: Place, within: Place | None = None, on: date | None = None) -> QuerySet[Place]:
    """The places, of a region or of all, whose centre lies beyond the edge of `of` on that side; two queries.

    The centre is that of the shape, else the place's position. What lies north-west is both north and west; what lies
    level with `of` is neither north nor south.
    """
    test, edge = BEYOND[direction]
    limit = dict(zip(("xmin", "ymin", "xmax", "ymax"), (_shape(of, on) or of.position).extent, strict=True))[edge]
    centre = Subquery(_shapes(on).filter(place=OuterRef("pk")).annotate(centre=Centroid("shape")).values("centre")[:1])
    found = members(within, on=on) if within else Place.objects.exclude(kind=Place.Kind.REGION)
    return (
        found.exclude(pk=of.pk)
        .annotate(centre=Coalesce(centre, F("position"), output_field=GeometryField()))
        .annotate(lon=_Coordinate("centre", function="ST_X"), lat=_Coordinate("centre", function="ST_Y"))
        .filter(Q((test, limit)))
    )


def _shapes(on: date | None) -> QuerySet[Boundary]:
    return Boundary.objects.on(on) if on else Boundary.objects.current()


def _shape(place: Place, on: date | None) -> GEOSGeometry | None:
    return _shapes(on).filter(place=place).values_list("shape", flat=True).first()


def touching_pairs() -> list[tuple[int, int]]:
    """The ids of each two places whose present shapes lie within GAP_M of each other; one query."""
    with connection.cursor() as cursor:
        cursor.execute(TOUCHING, {"gap": GAP_M, "degrees": 2 * GAP_M / METRES_OF_A_DEGREE})
        return cursor.fetchall()
