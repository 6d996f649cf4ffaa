"""An extractor with the names that the product ships, made without a database."""

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from events.extraction.dates import DAMASCUS
from events.extraction.extractor import ActorName, Extractor, FoundClaim, SourceName
from events.further_places import further_places

PLACES = settings.BASE_DIR / "gazetteer" / "data" / "places.csv"
DATA = settings.BASE_DIR / "events" / "data"
EVENING = datetime(2016, 12, 7, 20, tzinfo=DAMASCUS)  # a Wednesday


def aleppo_extractor() -> Extractor:
    """What the product reads reports with."""
    names, facts = further_places(PLACES)
    return Extractor(
        places=names,
        actors=[ActorName(text, row["slug"], row["side"], lang) for row, text, lang in _names(DATA / "actors.csv")],
        sources=[SourceName(text, row["slug"], lang) for row, text, lang in _names(DATA / "sources.csv")],
        facts=facts,
    )


def told(claim: FoundClaim) -> str:
    """A claim in one line, as the tables of readings have it: kind, doubt, place, actor, source, day, number."""
    doubt = [word for word in (claim.stance, claim.mode) if word not in ("asserts", "actual")]
    source = claim.source or (f"“{claim.source_text}”" if claim.source_text else "-")
    number = f"{claim.quantity:g} {claim.unit}" if claim.quantity is not None else ""
    parts = [claim.kind, *doubt, "+".join(claim.places) or "-", claim.actor or "-", source]
    return " | ".join([" ".join(parts[: 1 + len(doubt)]), *parts[1 + len(doubt) :], _day(claim), number]).rstrip("| ")


def _day(claim: FoundClaim) -> str:
    """The first day, where the report tells one."""
    return claim.event_start.date().isoformat() if any(role == "date" for role, _, _ in claim.spans) else ""


def _names(path: Path) -> Iterator[tuple[dict, str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for language in ("ar", "en"):
                for text in (row[f"name_{language}"], *row[f"aliases_{language}"].split(";")):
                    if text.strip():
                        yield row, text.strip(), language
