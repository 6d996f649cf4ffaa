"""The feed by which others keep a copy of the record."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from ninja import Query, Router, Schema
from ninja.errors import ValidationError
from pydantic import Field

from events.changes import Change, Position, changes_after
from events.columns import in_columns
from events.models import ControlEvent, ControlPeriod, Revision

router = Router(tags=["record"])
EVENT = {
    "origin": "origin", "place": "place__slug", "kind": "kind", "stance": "stance", "partial": "is_partial",
    "actor": "actor__slug", "counterparty": "counterparty__slug", "status": "status", "besieged": "is_besieged",
    "event_start": "event_start", "event_end": "event_end", "time_precision": "time_precision",
    "geo_precision": "geo_precision", "source": "source__slug", "known_at": "known_at", "credibility": "credibility",
    "sub_event_type": "sub_event_type", "rule": "rule", "note": "note", "stages": "stages", "dates": "dates",
}  # fmt: skip
PERIOD = {
    "place": "place__slug", "start": "start", "holder": "holder__slug", "challenger": "challenger__slug",
    "status": "status", "besieged": "is_besieged", "event": "event_id", "evidence": "evidence_count",
}  # fmt: skip
COLUMNS = {ControlEvent: ("event", EVENT), ControlPeriod: ("period", PERIOD)}


class ChangesOut(Schema):
    since: int
    revision: int = Field(description="The last revision; ask for what came since this one once `next` is null.")
    changes: list[dict] = Field(description="`added` with the whole row, `removed` with id and removed_in alone.")
    next: str | None = Field(description="Where the feed goes on; null at its end.")


@router.get("/changes", response=ChangesOut, summary="Rows added and removed since a revision, with tombstones")
def changes(
    request: HttpRequest,
    since: int = Query(0, ge=0, le=2**62),
    after: str = Query("", pattern=r"^(\d{1,18}\.[0-4]\.\d{1,18})?$", description="Given by `next`."),
    limit: int = Query(500, ge=1, le=5000),
):
    """GET /api/v1/changes?since=12[&limit=500]"""
    last = Revision.objects.last_number()
    if since > last:
        raise ValidationError(
            [{"loc": ("query", "since"), "msg": f"there is no revision {since} yet; the last is {last}"}]
        )
    start = Position.read(after) if after else Position(since)
    found = changes_after(start, until=last, limit=limit + 1)
    going_on = found[limit - 1].at if len(found) > limit else None
    where = going_on and urlencode({"since": since, "after": going_on, "limit": limit})
    return {
        "since": since,
        "revision": last,
        "changes": [_change(change) for change in found[:limit]],
        "next": f"{reverse('api:changes')}?{where}" if where else None,
    }


def _change(change: Change) -> dict:
    what, columns = COLUMNS[change.model]
    if change.is_removal:
        return {"change": "removed", "what": what, "id": change.at.row, "removed_in": change.at.revision}
    values = dict(zip(columns, in_columns(change.row, list(columns.values())), strict=True))
    return {"change": "added", "what": what, "id": change.at.row, "added_in": change.at.revision, **values}
