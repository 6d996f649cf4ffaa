"""Heads of columns that order the rows below them."""

from collections.abc import Collection, Mapping

from django.http import HttpRequest


def heads(request: HttpRequest, titles: Mapping[str, str], sort: str, figures: Collection[str] = ()) -> list[dict]:
    """For each column its title, the address that orders by it, and how it is ordered now."""
    return [
        {
            "name": name,
            "title": title,
            "is_figure": name in figures,
            "order": {name: "ascending", f"-{name}": "descending"}.get(sort),
            "query": _reordered(request, f"-{name}" if sort == name else name),
        }
        for name, title in titles.items()
    ]


def _reordered(request: HttpRequest, sort: str) -> str:
    query = request.GET.copy()
    query["sort"] = sort
    query.pop("page", None)
    return query.urlencode()
