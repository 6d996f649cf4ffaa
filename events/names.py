"""Actors and sources, loaded from the project's data files: all or nothing, and again without effect."""

from pathlib import Path

from django.db import transaction

from events.models import Actor, Affiliation, Side, Source
from gazetteer.tables import pick, rows, split

FOLDER = Path(__file__).resolve().parent / "data"


@transaction.atomic
def load() -> tuple[int, int]:
    """Store the actors and sources of the data files; how many of each are new or changed."""
    return _load_actors(), _load_sources()


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
    known = {value: value for value in Affiliation.values}
    return sum(
        _store(
            Source,
            row,
            {
                "kind": row["kind"],
                "lean": row["lean"],
                "affiliation": pick(known, row["affiliation"], "affiliation", where),
            },
        )
        for where, row in rows("sources.csv", FOLDER)
    )


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
