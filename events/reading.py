"""The reading of reports: the extractor, built from the database's names, and one report through it."""

import threading

from events.claims import store_found
from events.extraction.contract import ClaimExtractor, ExtractorMaker
from events.extraction.names import ActorName, PlaceFact, SourceName
from events.extractors import chosen_maker
from events.models import Actor, Report, Source
from gazetteer.models import Place
from gazetteer.queries import compact_regions, names_for_finder, states

COMPACT = 4.0  # kilometres from end to end
_kept: dict[str, object] = {}
_building = threading.Lock()


def extractor() -> ClaimExtractor:
    """The extractor for the names of now; built once a process and again when a name has changed anywhere."""
    state = states("names", "actors", "sources")
    with _building:
        if _kept.get("state") != state:
            _kept.update(state=state, extractor=build_extractor())
        return _kept["extractor"]


def build_extractor(extra_places=(), extra_facts=None, maker: ExtractorMaker | None = None) -> ClaimExtractor:
    """A new extractor from the database's names, with further places beside them: that maker's, else EXTRACTOR's."""
    return (maker or chosen_maker())(
        places=[*names_for_finder(), *extra_places],
        facts=_facts() | (extra_facts or {}),
        actors=[
            ActorName(text, row.slug, row.side, language)
            for row in Actor.objects.all()
            for text, language in _names(row)
        ],
        sources=[
            SourceName(text, row.slug, language) for row in Source.objects.all() for text, language in _names(row)
        ],
    )


def _facts() -> dict[str, PlaceFact]:
    """What is known of each place; reports speak of a compact region, such as an old city, as of a quarter."""
    compact = compact_regions(COMPACT)
    rows = Place.objects.values_list("slug", "kind", "position")
    return {slug: PlaceFact("group" if slug in compact else kind, *point.coords) for slug, kind, point in rows}


def _names(row: Actor | Source) -> list[tuple[str, str]]:
    arabic = [(text, "ar") for text in (row.name_ar, *row.aliases_ar)]
    return arabic + [(text, "en") for text in (row.name_en, *row.aliases_en)]


def read(report: Report, reader: ClaimExtractor) -> bool:
    """Find the claims of one report and store them; False when it was read already."""
    found = reader.extract(
        report.text,
        published_at=report.published_at,
        publisher=report.publisher.slug if report.publisher else None,
        language=report.language or None,
    )
    return store_found(report, found)
