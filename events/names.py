"""Actors and sources, loaded from the project's data files: all or nothing, again without effect, and never over an
editor's word.
"""

from collections import defaultdict
from datetime import date
from pathlib import Path

from django.db import transaction

from events import speaking
from events.models import Actor, Affiliation, Revision, Side, Source, SpeaksFor
from gazetteer.listing import memory
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
    before, now, is_new, changed = memory.said("actor"), {}, {}, 0
    table = list(rows("actors.csv", FOLDER))
    for where, row in table:
        side = pick({value: value for value in Side.values}, row["side"], "side", where)
        fields = _fields(row) | {"side": side}
        is_new[row["slug"]], is_changed = _store(Actor, row["slug"], fields, before)
        changed += is_changed
        now[row["slug"]] = fields | {"parent": row["parent"]}
    known = {actor.slug: actor for actor in Actor.objects.select_related("parent")}
    for where, row in table:
        above = pick({**known, "": None}, row["parent"], "parent", where)
        actor, said = known[row["slug"]], {"parent": row["parent"]}
        if is_new[actor.slug] or memory.changed(said, before.get(actor.slug, {}), _stored(actor, said)):
            Actor.objects.filter(pk=actor.pk).update(parent=above)
    memory.remember("actor", now)
    return changed


def _load_sources() -> int:
    """Sources and whom they speak for: for always, as the list of sources says, or as the dated list does."""
    sides = {value: value for value in SpeaksFor.values}
    dated, before, now = _dated(sides), memory.said("source"), {}
    changed = 0
    for where, row in rows("sources.csv", FOLDER):
        side = pick(sides, row["affiliation"], "affiliation", where)
        now[row["slug"]] = _fields(row)
        _, is_changed = _store(Source, row["slug"], now[row["slug"]], before)
        affiliations = dated.pop(row["slug"], None) or [Affiliation(side=side, lean=row["lean"])]
        changed += _speak_for(Source.objects.get(slug=row["slug"]), affiliations) or is_changed
    for slug in dated:
        raise BadRow(f"affiliations.csv: source “{slug}” is unknown. Add it to sources.csv first, or correct the row.")
    memory.remember("source", now)
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


def _fields(row: dict[str, str]) -> dict:
    return {
        "name_ar": row["name_ar"], "name_en": row["name_en"], "notes": row["notes"], "kind": row["kind"],
        "aliases_ar": split(row["aliases_ar"]), "aliases_en": split(row["aliases_en"]),
    }  # fmt: skip


def _store(model, slug: str, fields: dict, before: dict[str, dict]) -> tuple[bool, bool]:
    """Create the row, or set right what the list has changed and no editor has; whether it is new, and written."""
    stored, is_new = model.objects.get_or_create(slug=slug, defaults=fields)
    if changed := memory.changed(fields, before.get(slug, {}), _stored(stored, fields)):
        for name in changed:
            setattr(stored, name, fields[name])
        stored.save(update_fields=changed)
    return is_new, is_new or bool(changed)


def _stored(row: Actor | Source, fields: dict) -> dict:
    """What the row says of these fields, as a list would."""
    return {name: getattr(row, name) if name != "parent" else getattr(row.parent, "slug", "") for name in fields}


def kept() -> int:
    """How many fields stand otherwise than the lists say, because an editor changed them."""
    return sum(
        memory.differing(said[row.slug], _stored(row, said[row.slug]))
        for subject, model in (("actor", Actor.objects.select_related("parent")), ("source", Source.objects))
        for said in [memory.said(subject)]
        for row in model.filter(slug__in=said)
    )
