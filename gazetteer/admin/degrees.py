"""What editors draw or click lies on the map."""

from django.contrib.gis.geos import GEOSGeometry
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def check(geometry: GEOSGeometry) -> None:
    """ValidationError for a geometry that is empty, has heights or leaves the degrees there are."""
    if geometry.empty:
        raise ValidationError(_("This is empty. Draw it on the map."))
    if geometry.hasz:
        raise ValidationError(_("This has heights. Give longitude and latitude alone."))
    west, south, east, north = geometry.extent
    if not (west >= -180 and east <= 180 and south >= -90 and north <= 90):
        raise ValidationError(_("This lies off the map: longitudes go from −180 to 180, latitudes from −90 to 90."))
