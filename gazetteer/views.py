"""Shapes for the ground of a map: check what was asked, ask, answer."""

import json

from django import forms
from django.contrib.gis.db.models.functions import AsGeoJSON
from django.contrib.gis.geos import Polygon
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext_lazy as _

from .features import DECIMALS
from .models import Boundary

AT_MOST = 1000  # more outlines than this say nothing on a screen
BAD_BBOX = _("Give bbox as west,south,east,north in degrees, such as 37.05,36.15,37.25,36.28.")


class BoxParams(forms.Form):
    """The piece of the earth that is asked for."""

    bbox = forms.CharField(max_length=100, error_messages={"required": BAD_BBOX})

    def clean_bbox(self) -> Polygon:
        try:
            west, south, east, north = (float(part) for part in self.cleaned_data["bbox"].split(","))
        except ValueError:
            raise forms.ValidationError(BAD_BBOX) from None
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise forms.ValidationError(BAD_BBOX)
        return Polygon.from_bbox((west, south, east, north))


def outlines(request: HttpRequest) -> JsonResponse:
    """GET /places/outlines?bbox=37.05,36.15,37.25,36.28 — current shapes that meet the box, with their slugs alone."""
    params = BoxParams(request.GET)
    if not params.is_valid():
        return JsonResponse({"errors": params.errors.get_json_data()}, status=400)
    shapes = Boundary.objects.current().filter(shape__bboverlaps=params.cleaned_data["bbox"])
    rows = (
        shapes.annotate(json=AsGeoJSON("shape", precision=DECIMALS)).order_by("pk").values_list("place__slug", "json")
    )
    found = [
        {"type": "Feature", "id": slug, "geometry": json.loads(shape), "properties": {}}
        for slug, shape in rows[:AT_MOST]
    ]
    return JsonResponse({"type": "FeatureCollection", "features": found}, content_type="application/geo+json")
