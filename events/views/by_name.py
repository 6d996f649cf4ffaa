"""Sources that an address gives by their names lead to the address that has their slugs."""

import re
from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import override

from events.models import Source
from events.sentences import SETS
from gazetteer.folding import fold_name

BETWEEN = re.compile("[,،]")


class GivenByName(Exception):
    """What the address has as `sources` names some that have these slugs."""

    def __init__(self, slugs: str):
        super().__init__(slugs)
        self.slugs = slugs


class SourcesByName:
    """Answer such an address with a redirect to the one that can be cited."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The redirect; any other exception goes on its way."""
        if not isinstance(exception, GivenByName):
            return None
        query = request.GET.copy()
        query["sources"] = exception.slugs
        return redirect(f"{request.path}?{query.urlencode(safe=',')}")


def slugs_of(text: str) -> str | None:
    """Names or slugs with commas between, as slugs; None where one of them is nobody's or is shared."""
    called = _called()
    found = [called[fold_name(part)] for part in BETWEEN.split(text) if part.strip()]
    return ",".join(slug for (slug,) in found) if found and all(len(slugs) == 1 for slugs in found) else None


def _called() -> defaultdict[str, set[str]]:
    """The slugs of whoever is called so in either language, by the folded name; a slug names its own source."""
    sources = list(Source.objects.all())
    names = [(name, source.slug) for source in sources for name in (source.name_ar, source.name_en)]
    for language in ("ar", "en"):
        with override(language):
            names += [(str(name), slug) for slug, name in SETS.items()]
    called = defaultdict(set)
    for name, slug in names:
        called[fold_name(name)].add(slug)
    called.update({fold_name(slug): {slug} for slug in (*SETS, *(source.slug for source in sources))})
    return called
