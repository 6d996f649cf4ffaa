"""Shapes built from points that are known to lie in a place. Pure; GeoPandas is loaded only when shapes are built.

Each point speaks for a circle, half the way to the next point of its place. The Voronoi cells of the circles of one
place are joined and clipped to the built-up area and to the surroundings of the points outside it. An outline that is
known is cut out of its neighbours. The result is one coverage: no overlaps, no gaps, shared edges.
"""

from collections.abc import Mapping, Sequence

from .zooms import DEGREES, METRES, TOLERANCES_M, in_degrees, simplified

NEAR = 0.4  # of the way to the nearest point of another place: as far as a circle may reach
AROUND = 0.75  # of the distance between the points of a place: how far a place outside the built-up area reaches
AROUND_M = 600  # and never farther than this
SMOOTHING_M = 400  # bays between the circles of a suburb that are narrower than twice this are filled
CLOSING_M = 225  # a gap narrower than twice this, between a suburb and what lies next to it, is theirs
CRUMB_M2 = 30_000  # a part of a place smaller than this, cut off from the rest of it, goes to a neighbour
CORNERS = 16  # of a circle

Points = Mapping[str, Sequence[tuple[float, float]]]  # slug → (lon, lat)


def build(points: Points, outline, known: Mapping | None = None) -> dict[str, dict[str, str]]:
    """The shape of each place at each zoom, as WKT in degrees.

    `outline` is a shapely polygon in degrees, and so are the outlines that are `known`, by slug.
    """
    import geopandas

    if not points:
        return {}
    known = {slug: shape for slug, shape in (known or {}).items() if slug in points}
    rows = [(slug, *point) for slug, several in points.items() if slug not in known for point in several]
    slugs, lons, lats = zip(*rows, strict=True)
    frame = geopandas.GeoDataFrame({"slug": slugs}, geometry=geopandas.points_from_xy(lons, lats), crs=DEGREES)
    frame = frame.drop_duplicates("geometry").to_crs(METRES)
    city, *cut = geopandas.GeoSeries([outline, *known.values()], crs=DEGREES).to_crs(METRES)
    cells = _without_crumbs(_cells(frame, city))
    cells["geometry"] = simplified(cells.geometry, TOLERANCES_M["street"])
    slugs, shapes = _with_known(cells, dict(zip(known, cut, strict=True)))
    built = {"street": in_degrees(shapes)}
    for zoom in ("city", "overview"):  # each from the finer one, so that they agree
        shapes = simplified(shapes, TOLERANCES_M[zoom])
        built[zoom] = in_degrees(shapes)
    return {slug: {zoom: built[zoom][number].wkt for zoom in built} for number, slug in enumerate(slugs)}


def _cells(points, city):
    """The joined Voronoi cells of each place, clipped to the city and the surroundings of points outside it."""
    import geopandas
    import shapely

    own, other = _distances(points)
    outside = ~points.within(city).to_numpy()
    suburbs = points[outside].set_geometry(points[outside].buffer((own[outside] * AROUND).clip(max=AROUND_M)))
    suburbs = suburbs.dissolve("slug").buffer(SMOOTHING_M).buffer(-1.5 * SMOOTHING_M).buffer(SMOOTHING_M / 2)
    area = _area(city, shapely.union_all(list(suburbs)))
    cores = points.assign(geometry=_circles(points, (own / 2).clip(max=other * NEAR))).explode(index_parts=False)
    cores = cores.drop_duplicates("geometry")
    voronoi = shapely.voronoi_polygons(shapely.MultiPoint(list(cores.geometry)), extend_to=area, ordered=True)
    cells = geopandas.GeoDataFrame({"slug": list(cores["slug"])}, geometry=list(voronoi.geoms), crs=points.crs)
    joined = cells.dissolve("slug", method="coverage").reset_index()
    return joined.assign(geometry=joined.intersection(area))


def _distances(points):
    """How far each point is from the next one of its place, and from the next of another; metres."""
    import numpy

    places = numpy.unique(list(points["slug"]), return_inverse=True)[1]
    ground = points.get_coordinates().to_numpy()
    apart = numpy.hypot(*(ground[:, None] - ground).transpose(2, 0, 1))
    numpy.fill_diagonal(apart, numpy.inf)
    same = places[:, None] == places
    own, other = numpy.where(same, apart, numpy.inf).min(axis=1), numpy.where(same, numpy.inf, apart).min(axis=1)
    return numpy.where(numpy.isfinite(own), own, other.clip(max=AROUND_M)), other


def _circles(points, radii):
    """Each point with the corners of a circle around it; without the middle, Voronoi cells would meet in one corner."""
    import numpy
    import shapely

    angles = numpy.linspace(0, 2 * numpy.pi, CORNERS, endpoint=False)
    corners = numpy.vstack([[0, 0], numpy.column_stack([numpy.cos(angles), numpy.sin(angles)])])
    ground = points.get_coordinates().to_numpy()
    return shapely.multipoints((ground[:, None] + radii[:, None, None] * corners).round(2))


def _area(city, suburbs):
    """City and suburbs with what lies closely between them; the city's own bays stay open."""
    import shapely

    both = city.union(suburbs)
    between = shapely.get_parts(both.buffer(CLOSING_M).buffer(-CLOSING_M).difference(both))
    closed = shapely.union_all([both, *(part for part in between if part.distance(suburbs) < 1)])
    return shapely.union_all([shapely.Polygon(part.exterior) for part in shapely.get_parts(closed)])


def _without_crumbs(cells):
    """The cells, where each small part that lies apart from its place joins the neighbour it has most border with."""
    parts = cells.explode(index_parts=False).reset_index(drop=True)
    largest = parts.geometry.area.groupby(parts["slug"]).transform("max")
    crumbs = parts.index[(parts.geometry.area < CRUMB_M2) & (parts.geometry.area < largest)]
    for crumb in crumbs:
        shape = parts.geometry[crumb]
        others = parts.drop(index=crumbs)
        border = others.intersection(shape.buffer(0.01)).length
        parts.loc[crumb, "slug"] = others["slug"][border.idxmax()]
    return parts.dissolve("slug", method="unary").reset_index()


def _with_known(cells, known: Mapping) -> tuple[list[str], list]:
    """Slugs and shapes, with known outlines cut out of the cells; noded anew, so that all edges are shared."""
    import shapely

    taken = shapely.union_all(list(known.values()))
    shapes = [*known.values(), *cells.difference(taken)]
    return [*known, *cells["slug"]], list(shapely.coverage_clean(shapes, snapping_distance=0.1))
