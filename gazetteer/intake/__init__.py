"""Another gazetteer taken in: all or nothing, and again without effect. What editors hold is never overwritten."""

from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from gazetteer import readers
from gazetteer.readers.entry import Entry

from . import details, matching, places, relations


@dataclass(slots=True)
class Outcome:
    """What came of it: counts of what is new, and what somebody should look at."""

    matched: int
    new: dict[str, int]
    alike: list[str] = field(default_factory=list)
    unknown_parents: list[str] = field(default_factory=list)
    skipped: int = 0
    remarks: list[str] = field(default_factory=list)


@transaction.atomic
def load(path: Path, form: str, *, dry_run: bool = False) -> Outcome:
    """Add the file's places and what it knows of ours; BadRow, and nothing changed, where it is wrong."""
    reading = readers.read(path, form)
    outcome = take_in(reading.entries)
    licences = sorted({entry.licence for entry in reading.entries if entry.licence})
    outcome.skipped = reading.skipped
    outcome.remarks = [*reading.remarks, *(f"Licence to keep to: {licence}" for licence in licences)]
    if dry_run:
        transaction.set_rollback(True)
    return outcome


@transaction.atomic
def take_in(entries: list[Entry]) -> Outcome:
    """Store the entries; the number of queries does not depend on how many they are."""
    known = matching.known()
    matched = matching.match(entries, known)
    new = [entry for entry, pk in zip(entries, matched, strict=True) if pk is None]
    places.check(new)
    alike = list(matching.alike(new, known))
    placed = places.store(entries, matched, known)
    related, unknown_parents = relations.store(placed, known)
    counts = {
        "places": len(new),
        "names": details.store_names(placed, known),
        "identifiers": details.store_identifiers(placed),
        "relations": related,
        "shapes": details.store_shapes(placed),
    }
    return Outcome(len(entries) - len(new), counts, alike, unknown_parents)
