"""What editors decided about statements, carried over when these are called otherwise than before."""

from collections.abc import Mapping

from django.db.models import QuerySet

from events.models import Grouping, Revision


def carry_over(live: QuerySet[Grouping], called: Mapping[str, str], *, into: Revision, **fields) -> list[Grouping]:
    """Replace the groupings in force by the same ones, with statements by their new keys and these fields set."""
    rows = list(live)
    live.update(removed_in=into)
    return bring_back(rows, called, into=into, **fields)


def bring_back(rows: list[Grouping], called: Mapping[str, str], *, into: Revision, **fields) -> list[Grouping]:
    """Add the groupings again, as new rows; those of before stay on record."""
    for row in rows:
        row.add_again(into)
        row.statements = [called.get(key, key) for key in row.statements]
        for name, value in fields.items():
            setattr(row, name, value)
    return Grouping.objects.bulk_create(rows)
