"""The gazetteer as one file, in the formats that others read."""

from hashlib import sha256
from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from ninja import Query, Router

from gazetteer import exports

router = Router(tags=["places"])


@router.get("/gazetteer", summary="All places with names, identifiers and shapes, as GeoJSON, CSV or Linked Places")
def gazetteer(
    request: HttpRequest, form: Literal["geojson", "csv", "lpf"] = Query("geojson", alias="format")
) -> HttpResponse:
    """GET /api/v1/gazetteer?format=lpf"""
    served = exports.FORMATS[form]
    body = exports.render(form).encode()
    etag = quote_etag(sha256(body).hexdigest())
    headers = {"ETag": etag, "Content-Disposition": f'attachment; filename="{served.file_name}"'}
    answer = HttpResponse(body, content_type=served.media_type, headers=headers)
    return get_conditional_response(request, etag=etag, response=answer)
