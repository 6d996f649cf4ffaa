"""The API, version 1: what the map plays from, and the rest of the record."""

from django.http import HttpRequest, JsonResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from . import changed, changes, control, counts, gazetteer, lists, perspectives, places, search, timeline
from .parameters import refusing_others

api = NinjaAPI(
    title="Aleppo control tracker",
    version="1",
    description="Who held each neighbourhood of Aleppo on each day of 2012–2016, says who, and how sure are we?",
    urls_namespace="api",
)
api.add_decorator(refusing_others(api), mode="view")
for module in (changed, changes, control, counts, gazetteer, lists, perspectives, places, search, timeline):
    api.add_router("", module.router)


@api.exception_handler(ValidationError)
def name_the_field(request: HttpRequest, error: ValidationError) -> JsonResponse:
    """400 with the parameter that is wrong and what is expected of it."""
    errors: dict[str, list[dict[str, str]]] = {}
    for found in error.errors:
        errors.setdefault(str(found["loc"][-1]), []).append({"message": _in_words(found["msg"])})
    return JsonResponse({"errors": errors}, status=400)


def _in_words(message: str) -> str:
    """The sentence of whoever refused, without what pydantic sets before it."""
    return message.removeprefix("Value error, ")
