"""The rest of the record, page by page."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.pagination import LimitOffsetPagination, paginate

from events import record
from events.api.params import AskedOfSome
from events.models import Actor, Report, Source

router = Router(tags=["record"])
A_SLUG = r"^[-\w]*$"
MOST = 5000  # rows in one answer; the rest is fetched with `offset`


class Pages(LimitOffsetPagination):
    """Stretches of a list, counted no further than the database counts."""

    class Input(Schema):
        limit: int = Field(100, ge=1, le=MOST)
        offset: int = Field(0, ge=0, le=2**62)


class NamedOut(Schema):
    slug: str
    kind: str
    name_ar: str
    name_en: str


class ActorOut(NamedOut):
    side: str


class SourceOut(NamedOut):
    affiliation: str
    reliability: str


class ReportOut(Schema):
    id: int
    title: str
    publisher: str | None = Field(alias="publisher__slug")
    language: str
    published_at: datetime | None
    state: str
    error: str
    sha256: str


class ClaimOut(Schema):
    id: int
    report_id: int
    start: int
    end: int
    quote: str
    place: str | None = Field(alias="place__slug")
    kind: str
    stance: str
    mode: str
    actor: str | None = Field(alias="actor__slug")
    source: str | None = Field(alias="source__slug")
    source_text: str
    event_start: datetime | None
    event_end: datetime | None
    time_precision: int
    quantity: float | None
    unit: str
    rule: str
    score: float
    status: str


class EventOut(Schema):
    id: int | None = Field(description="null: made by the rule for `known=` or `sources=`, and not on record")
    origin: str
    place: str = Field(alias="place__slug")
    kind: str
    stance: str
    actor: str | None = Field(alias="actor__slug")
    counterparty: str | None = Field(alias="counterparty__slug")
    status: str
    event_start: datetime
    event_end: datetime
    source: str | None = Field(alias="source__slug")
    known_at: datetime
    credibility: int
    rule: str
    note: str
    stages: list[dict] = Field(description="Of a derived event: from when, which status, by which line of the rule.")
    dates: list[dict] = Field(description="Of a derived change: each time that was given for it, and its origins.")
    added_in: int | None


@router.get("/actors", response=list[ActorOut], summary="Belligerents")
@paginate(Pages)
def actors(request: HttpRequest):
    """GET /api/v1/actors"""
    return Actor.objects.order_by("slug").values(*_columns(ActorOut))


@router.get("/sources", response=list[SourceOut], summary="Whoever says something")
@paginate(Pages)
def sources(request: HttpRequest):
    """GET /api/v1/sources"""
    return Source.objects.with_latest_affiliation().order_by("slug").values(*_columns(SourceOut))


@router.get("/reports", response=list[ReportOut], summary="Reports, newest first")
@paginate(Pages)
def reports(request: HttpRequest):
    """GET /api/v1/reports?limit=20"""
    return Report.objects.order_by("-published_at", "-pk").values(*_columns(ReportOut))


@router.get("/claims", response=list[ClaimOut], summary="Claims, as found and reviewed")
@paginate(Pages)
def claims(
    request: HttpRequest,
    asked: Query[AskedOfSome],
    place: str = Query("", pattern=A_SLUG),
    status: str = Query("", pattern="^(|pending|accepted|rejected)$"),
):
    """GET /api/v1/claims?place=shaar&status=accepted[&on=][&known=][&revision=][&sources=]

    `sources` gives those that these answer for; a claim that names no source is its publisher's. `revision` gives the
    claims that were decided then, as they were decided; what waits belongs to no revision.
    """
    return record.claims(asked.question(), _columns(ClaimOut), place=place, status=status)


@router.get("/events", response=list[EventOut], summary="Control events: entries of editors, and derived ones")
@paginate(Pages)
def events(
    request: HttpRequest,
    asked: Query[AskedOfSome],
    place: str = Query("", pattern=A_SLUG),
    origin: str = Query("", pattern="^(|entered|derived)$"),
):
    """GET /api/v1/events?place=shaar&origin=derived[&on=][&known=][&revision=][&sources=]

    `on`: begun by the end of that day. `sources`: their entries, and what the rule makes of their word alone.
    """
    return record.events(asked.question(), _columns(EventOut), place=place, origin=origin)


def _columns(schema: type[Schema]) -> list[str]:
    """The columns that a schema is filled from; a relation is given by its slug."""
    return [field.alias or name for name, field in schema.model_fields.items()]
