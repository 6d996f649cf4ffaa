"""Parameters that an endpoint does not have: a mistyped one left aside would answer another question than was asked."""

import re
from collections.abc import Callable, Iterable
from functools import cache, wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI

EVERYWHERE = {"lang"}  # the language of sentences, which `tracker.language` takes from any address
IN_A_ROUTE = re.compile(r"<(?:\w+:)?(\w+)>")


def refusing_others(api: NinjaAPI) -> Callable:
    """A decorator for the views of this API: 400 for each parameter of the query string that the endpoint has not."""

    @cache
    def known() -> dict[str, set[str]]:
        return {path: _named(methods.values()) for path, methods in api.get_openapi_schema()["paths"].items()}

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            there = known()["/" + IN_A_ROUTE.sub(r"{\1}", request.resolver_match.route)]
            others = [name for name in request.GET if name not in there | EVERYWHERE]
            return _refused(others, there) if others else view(request, *args, **kwargs)

        return asked

    return decorate


def _named(operations: Iterable[dict]) -> set[str]:
    parameters = (parameter for operation in operations for parameter in operation.get("parameters", []))
    return {parameter["name"] for parameter in parameters if parameter["in"] == "query"}


def _refused(names: list[str], there: set[str]) -> JsonResponse:
    has = f"it has {', '.join(sorted(there))}" if there else "it has none"
    told = [{"message": f"no such parameter here; {has}"}]
    return JsonResponse({"errors": {name: told for name in names}}, status=400)
