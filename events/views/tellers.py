"""Who may be asked for an account, by name in the reader's language."""

from django.utils.translation import gettext as _

from events.models import Source
from events.sentences import SETS
from gazetteer.folding import in_lists


def names_of_tellers() -> dict[str, str]:
    """The name of each set and of each source by the slug that addresses have for it: sets first, sources by name."""
    sources = sorted(Source.objects.order_by("slug"), key=lambda source: in_lists(source.name))
    return {slug: str(name) for slug, name in SETS.items()} | {source.slug: source.name for source in sources}


def told_by(sources: str | None, names: dict[str, str]) -> str:
    """The names of those whose word alone counts: "SANA, opposition sources"; empty when everybody's does."""
    slugs = [slug.strip() for slug in sources.split(",")] if sources else []
    return _(", ").join(names.get(slug, slug) for slug in slugs)
