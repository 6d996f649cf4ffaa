"""What taking in a gazetteer came to, in lines."""

from collections.abc import Iterator

from . import Outcome

SHOWN = 20


def lines(outcome: Outcome, *, dry_run: bool) -> Iterator[str]:
    """Counts first, then what somebody should look at."""
    new = {what: number for what, number in outcome.new.items() if number}
    told = ", ".join(f"{number} {what}" for what, number in new.items()) or "nothing"
    yield f"Matched: {outcome.matched} places. {'Would be new' if dry_run else 'New'}: {told}."
    if outcome.skipped:
        yield f"Left out: {outcome.skipped} records that are no places here."
    yield from outcome.remarks
    yield from _some(outcome.alike)
    if outcome.unknown_parents:
        yield f"Parents not known: {len(outcome.unknown_parents)}. Load the file that has them, then this one again:"
        yield from _some(outcome.unknown_parents)


def _some(found: list[str]) -> Iterator[str]:
    yield from found[:SHOWN]
    if len(found) > SHOWN:
        yield f"… and {len(found) - SHOWN} more."
