"""Geometries of files as what a place has: a point that stands for it, and an outline. Pure; shapely loads on use."""

from gazetteer.tables import BadRow, number


def from_geojson(geometry: dict, where: str):
    """The shapely geometry that a GeoJSON one is; BadRow when it is none."""
    import shapely
    from shapely.geometry import shape

    try:
        return shapely.force_2d(shape(geometry))
    except (shapely.errors.ShapelyError, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise BadRow(f"{where}: geometry cannot be read ({error}). Give GeoJSON in degrees, lon before lat.") from None


def from_wkt(text: str, where: str):
    """The shapely geometry that a well-known text is; BadRow when it is none."""
    import shapely

    try:
        return shapely.force_2d(shapely.from_wkt(text))
    except (shapely.errors.ShapelyError, TypeError):
        raise BadRow(f"{where}: geometry “{str(text)[:30]}” is no well-known text. Correct it.") from None


def outline(geometries, where: str) -> str | None:
    """The areas among the geometries, joined and repaired, as GeoJSON of a MultiPolygon; None when there are none."""
    import shapely

    areas = [shape for shape in geometries if shape.geom_type in ("Polygon", "MultiPolygon") and not shape.is_empty]
    if not areas:
        return None
    for shape in areas:
        _check_bounds(shape, where)
    joined = shapely.make_valid(shapely.union_all([shapely.make_valid(shape) for shape in areas]))
    parts = [part for part in shapely.get_parts(shapely.get_parts([joined])) if part.geom_type == "Polygon"]
    return shapely.to_geojson(shapely.multipolygons(parts)) if parts else None


def anchor(geometries, where: str) -> tuple[float, float] | None:
    """A point that stands for the geometries: the first point, else one inside the first area or on the first line."""
    shapes = [shape for shape in geometries if not shape.is_empty]
    points = [shape for shape in shapes if shape.geom_type == "Point"]
    if not shapes:
        return None
    point = points[0] if points else shapes[0].representative_point()
    _check_bounds(point, where)
    return point.x, point.y


def position(lon: str, lat: str, where: str, fields: tuple[str, str] = ("lon", "lat")) -> tuple[float, float] | None:
    """The position that two cells give; None when both are empty."""
    if not lon.strip() and not lat.strip():
        return None
    return number(lon, fields[0], where, -180, 180), number(lat, fields[1], where, -90, 90)


def _check_bounds(shape, where: str) -> None:
    west, south, east, north = shape.bounds
    for low, high, field, limit in ((west, east, "lon", 180), (south, north, "lat", 90)):
        for value in (low, high):
            number(str(value), field, where, -limit, limit)
