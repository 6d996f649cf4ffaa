"""Where GeoDjango finds GDAL and GEOS."""

from importlib.util import find_spec
from pathlib import Path


def wheel_library(package: str, stem: str) -> str | None:
    """The shared library inside an installed wheel, or None to let Django search the system.

    Debian 12 ships GDAL 3.6, whose handling of hostile spatial references Django warns of (gis.W001);
    the wheels of pyogrio and shapely carry newer ones, and one copy then serves the whole process.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent.parent / f"{package}.libs"
    found = sorted(folder.glob(f"{stem}*"))
    return str(found[0]) if found else None
