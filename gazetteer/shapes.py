"""Shapes built from points that are known to lie in a place. Pure; GeoPandas is loaded only when shapes are built.

Each point's Voronoi cell goes to its place; the cells of a place are joined, clipped to the built-up area (a place
outside it keeps a surrounding of its points), and simplified as a coverage, so that neighbours stay joined.
"""

from collections.abc import Mapping, Sequence

METRES = "EPSG:32637"  # UTM zone 37 north, where Aleppo lies
DEGREES = "EPSG:4326"
TOLERANCE_M = 60  # of the simplification: the square root of the area that a corner may lose
SURROUNDING_M = 600  # what belongs to a point outside the built-up area
DECIMALS = 5

Points = Mapping[str, Sequence[tuple[float, float]]]  # slug → (lon, lat)


def build(points: Points, outline) -> dict[str, str]:
    """The shape of each place as WKT of a MultiPolygon, in degrees; `outline` is a shapely polygon in degrees."""
    import geopandas

    frame = geopandas.GeoDataFrame(
        {"slug": [slug for slug, known in points.items() for _ in known]},
        geometry=geopandas.points_from_xy(*zip(*(point for known in points.values() for point in known), strict=True)),
        crs=DEGREES,
    )
    frame = frame.drop_duplicates("geometry").to_crs(METRES)
    city = geopandas.GeoSeries([outline], crs=DEGREES).to_crs(METRES).iloc[0]
    cells = _cells(frame, city)
    cells["geometry"] = cells.simplify_coverage(TOLERANCE_M)
    cells = cells.to_crs(DEGREES)
    return {slug: _wkt(shape) for slug, shape in zip(cells["slug"], cells.geometry, strict=True)}


def _cells(points, city):
    """The joined Voronoi cells of each place, clipped to the city and the surroundings of points outside it."""
    import geopandas
    import shapely

    outside = points.geometry[~points.within(city)]
    area = shapely.union_all([city, *outside.buffer(SURROUNDING_M)])
    voronoi = shapely.voronoi_polygons(shapely.MultiPoint(list(points.geometry)), extend_to=area, ordered=True)
    cells = geopandas.GeoDataFrame({"slug": points["slug"].values}, geometry=list(voronoi.geoms), crs=points.crs)
    joined = cells.dissolve("slug", method="coverage").reset_index()
    return joined.assign(geometry=joined.intersection(area))


def _wkt(shape) -> str:
    """The shape with rounded coordinates, as a valid MultiPolygon."""
    import shapely

    rounded = shapely.transform(shape, lambda coordinates: coordinates.round(DECIMALS))
    if not rounded.is_valid:
        rounded = rounded.buffer(0)
    parts = [part for part in getattr(rounded, "geoms", [rounded]) if part.geom_type == "Polygon" and not part.is_empty]
    return shapely.to_wkt(shapely.MultiPolygon(parts), rounding_precision=DECIMALS)
