"""Shapes for three zooms: simplified together, so that neighbours stay joined. Pure; shapely is loaded when used."""

from collections.abc import Sequence

METRES = "EPSG:32637"  # UTM zone 37 north, where Aleppo lies
DEGREES = "EPSG:4326"
DECIMALS = 5  # of a degree: about a metre
TOLERANCES_M = {"street": 50, "city": 80, "overview": 160}  # the square root of the area that a corner may lose


def simplified(shapes: Sequence, tolerance: float) -> list:
    """The shapes, in metres, with fewer corners; edges that two of them share stay shared."""
    import shapely

    return list(shapely.coverage_simplify(list(shapes), tolerance))


def coarser(shapes: Sequence) -> dict[str, list]:
    """For each zoom but the finest, shapes in degrees simplified together; one that would break stays as it is."""
    found = {}
    sound = [number for number, shape in enumerate(shapes) if shape.is_valid and not shape.is_empty]
    ground = in_metres([shapes[number] for number in sound])
    for zoom in ("city", "overview"):
        found[zoom] = list(shapes)
        for number, new in zip(sound, in_degrees(simplified(ground, TOLERANCES_M[zoom]), clean=False), strict=True):
            if new.is_valid and not new.is_empty:
                found[zoom][number] = new
    return found


def coarser_wkb(shapes: Sequence[bytes]) -> dict[str, list[bytes]]:
    """The same of shapes given as WKB, as WKB."""
    import shapely

    return {zoom: list(shapely.to_wkb(found)) for zoom, found in coarser(shapely.from_wkb(list(shapes))).items()}


def in_metres(shapes: Sequence) -> list:
    """The shapes, given in degrees, on the ground."""
    return _transformed(shapes, DEGREES, METRES)


def in_degrees(shapes: Sequence, *, clean: bool = True) -> list:
    """The shapes, given in metres, as MultiPolygons on a grid of DECIMALS; still a coverage if they were one."""
    import shapely

    rounded = _on_grid(_transformed(shapes, METRES, DEGREES))
    for _ in range(3):  # rounding moves a corner that two shapes share alike for both, but may fold a narrow neck
        if not clean or (all(shapely.is_valid(rounded)) and shapely.coverage_is_valid(rounded)):
            break
        rounded = _on_grid(shapely.coverage_clean(shapely.make_valid(rounded)))
    return [_multi(shape) for shape in rounded]


def _on_grid(shapes: Sequence):
    import shapely

    return shapely.transform(shapely.remove_repeated_points(shapes), lambda corners: corners.round(DECIMALS))


def _transformed(shapes: Sequence, before: str, after: str):
    import shapely
    from pyproj import Transformer

    to = Transformer.from_crs(before, after, always_xy=True)
    return shapely.transform(list(shapes), to.transform, interleaved=False)


def _multi(shape):
    """A MultiPolygon of the shape's areas."""
    import shapely

    return shapely.MultiPolygon([part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"])
