"""Small map files for tests, made up, and a small gazetteer for them."""

from pathlib import Path

import geopandas
import shapely
from django.contrib.gis.geos import GEOSGeometry, Point

from gazetteer.models import Boundary, Place, PlaceName

STEP = 0.01
PLACES = [
    ("shaar", "neighbourhood", 37.191, 36.208, ["الشعار", "Al-Shaar"]),
    ("sukkari", "neighbourhood", 37.14, 36.175, ["السكري", "Al-Sukkari"]),
    ("tishreen-hamdaniya", "neighbourhood", 37.092, 36.178, ["تشرين"]),
    ("tishreen-north", "neighbourhood", 37.155, 36.236, ["تشرين"]),
    ("jabal-badro", "neighbourhood", 37.205, 36.215, ["جبل بدرو", "Jabal Badro"]),
    ("east-aleppo", "region", 37.188, 36.208, ["الأحياء الشرقية"]),
]


def small_gazetteer() -> None:
    """A few places with their names and built shapes."""
    for slug, kind, lon, lat, names in PLACES:
        place = Place.objects.create(slug=slug, kind=kind, position=Point(lon, lat, srid=4326))
        shape = shapely.MultiPolygon([square(lon, lat)])
        Boundary.objects.create(place=place, shape=GEOSGeometry(shape.wkt, srid=4326), method="built")
        for text in names:
            PlaceName.objects.create(place=place, text=text, language="en" if text.isascii() else "ar")


def square(lon: float, lat: float = 36.2, size: float = STEP):
    return shapely.box(lon, lat, lon + size, lat + size)


def file(path: Path, shapes, crs="EPSG:4326", **columns) -> Path:
    """A map file with these shapes and columns, in that coordinate system."""
    frame = geopandas.GeoDataFrame(columns, geometry=list(shapes), crs="EPSG:4326")
    frame = frame.to_crs(crs) if crs else frame.set_crs(None, allow_override=True)
    frame.to_file(path)
    return path
