"""What a form sent twice, as by a double click: the second time it finds what the first time stored."""

from datetime import timedelta
from typing import TypeVar

from django.contrib.auth.models import User
from django.utils import timezone

from events.models import ControlEvent, Grouping, Revision

SOON = timedelta(minutes=1)
OF_THE_RECORD = ("id", "first", "added_in_id", "removed_in_id")
Row = TypeVar("Row", ControlEvent, Grouping)


def stored_before(row: Row, *, by: User, reason: str) -> Row | None:
    """The very same row in force, if this editor stored it a moment ago and for the same reason.

    The turn to record is waited for first, so that of two at the same moment one finds the other's.
    """
    Revision.objects.wait_for_turn()
    columns = [field.attname for field in row._meta.concrete_fields if field.attname not in OF_THE_RECORD]
    same = {name: getattr(row, name) for name in columns}
    act = {"recorded_by": by, "reason": reason, "recorded_at__gt": timezone.now() - SOON}
    return (
        type(row).objects.live().filter(**same, **{f"added_in__{name}": value for name, value in act.items()}).first()
    )
