"""Actors and sources, loaded from the project's data files: all or nothing, and again without effect."""

from collections import defaultdict
from datetime import date
from pathlib import Path

from django.db import transaction

from events import speaking
from events.models import Actor, Affiliation, Revision, Side, Source, SpeaksFor
from gazetteer.tables import BadRow, pick, rows, split

FOLDER = Path(__file__).resolve().parent / "data"


@transaction.atomic
def load() -> tuple[int, int]:
    """Store the actors and sources of the data files, and let the map follow; how many are new or changed.

    The turn to record is waited for before any row is locked, as every act does.
    """
    Revision.objects.wait_for_turn()
    before = speaking.sides()
    actors, sources = _load_actors(), _load_sources()
    speaking.follow(before, reason="Loaded the lists of actors and sources")
    return actors, sources


def _load_actors() -> int:
    changed, parents = 0, {}
    for where, row in rows("actors.csv", FOLDER):
        side = pick({value: value for value in Side.values}, row["side"], "side", where)
        changed += _store(Actor, row, {"kind": row["kind"], "side": side})
        parents[row["slug"]] = (where, row["parent"])
    known = {actor.slug: actor for actor in Actor.objects.all()}
    for slug, (where, parent) in parents.items():
        above = pick({**known, "": None}, parent, "parent", where)
        Actor.objects.filter(slug=slug).exclude(parent=above).update(parent=above)
    return changed


def _load_sources() -> int:
    """Sources and whom they speak for: for always, as the list of sources says, or as the dated list does."""
    sides = {value: value for value in SpeaksFor.values}
    dated = _dated(sides)
    changed = 0
    for where, row in rows("sources.csv", FOLDER):
        side = pick(sides, row["affiliation"], "affiliation", where)
        is_changed = _store(Source, row, {"kind": row["kind"]})
        affiliations = dated.pop(row["slug"], None) or [Affiliation(side=side, lean=row["lean"])]
        changed += _speak_for(Source.objects.get(slug=row["slug"]), affiliations) or is_changed
    for slug in dated:
        raise BadRow(f"affiliations.csv: source “{slug}” is unknown. Add it to sources.csv first, or correct the row.")
    return changed


def _dated(sides: dict[str, str]) -> dict[str, list[Affiliation]]:
    found = defaultdict(list)
    for where, row in rows("affiliations.csv", FOLDER):
        days = {name: _day(row[name], name, where) for name in ("valid_from", "valid_until")}
        side = pick(sides, row["side"], "side", where)
        found[row["source"]].append(Affiliation(side=side, lean=row["lean"], basis=row["basis"], **days))
    return found


def _day(text: str, field: str, where: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRow(f"{where}: {field} “{text}” is no day. Give it as 2016-12-07.") from None


def _speak_for(source: Source, wanted: list[Affiliation]) -> bool:
    """Replace what the list said before; what an editor wrote stays, and then nothing is loaded."""
    stored = list(source.affiliations.all())
    if not all(row.is_listed for row in stored) or _facts(stored) == _facts(wanted):
        return False
    source.affiliations.all().delete()
    for row in wanted:
        row.source, row.is_listed = source, True
    Affiliation.objects.bulk_create(wanted)
    return True


def _facts(affiliations: list[Affiliation]) -> set[tuple]:
    return {(row.side, row.lean, row.valid_from, row.valid_until, row.basis) for row in affiliations}


def _store(model, row: dict[str, str], fields: dict) -> bool:
    """Create the row, or set it right when the file says otherwise; whether anything was written."""
    wanted = {
        "name_ar": row["name_ar"], "name_en": row["name_en"], "notes": row["notes"],
        "aliases_ar": split(row["aliases_ar"]), "aliases_en": split(row["aliases_en"]), **fields,
    }  # fmt: skip
    stored, is_new = model.objects.get_or_create(slug=row["slug"], defaults=wanted)
    differs = [name for name, value in wanted.items() if getattr(stored, name) != value]
    for name in differs:
        setattr(stored, name, wanted[name])
    if differs:
        stored.save(update_fields=differs)
    return is_new or bool(differs)
