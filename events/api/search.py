"""One box for places and reports."""

from datetime import date

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from events import finding
from events.finding import FoundReport
from events.questions import DAMASCUS
from gazetteer.models import Place

router = Router(tags=["places"])
AT_MOST = 8


class FoundPlaceOut(Schema):
    slug: str
    name_ar: str
    name_en: str
    kind: str
    kind_name: str
    url: str


class FoundReportOut(Schema):
    id: int
    title: str
    language: str
    publisher: str | None
    published: date | None = Field(description="The day, in Damascus.")
    excerpt: str = Field(description="The words around what was found in the text; empty when the title alone has it.")
    url: str


class FoundOut(Schema):
    places: list[FoundPlaceOut]
    reports: list[FoundReportOut]


@router.get("/search", response=FoundOut, summary="Places by name and reports by title or text, in either script")
def find(request: HttpRequest, q: str = Query(..., min_length=2, max_length=100)) -> dict:
    """GET /api/v1/search?q=الشعار — at most eight of each, the likeliest first.

    Texts are looked through in the newest 1,000 reports, titles in all. All words have to occur.
    """
    places, reports = finding.places(q, AT_MOST), finding.reports(q, AT_MOST)
    return {"places": [_place(place) for place in places], "reports": [_report(found) for found in reports]}


def _place(place: Place) -> dict:
    return {
        "slug": place.slug,
        "name_ar": place.name_ar,
        "name_en": place.name_en,
        "kind": place.kind,
        "kind_name": str(place.get_kind_display()),
        "url": place.get_absolute_url(),
    }


def _report(found: FoundReport) -> dict:
    report = found.report
    return {
        "id": report.pk,
        "title": str(report),
        "language": report.language,
        "publisher": report.publisher and report.publisher.name,
        "published": report.published_at and report.published_at.astimezone(DAMASCUS).date(),
        "excerpt": found.excerpt,
        "url": report.get_absolute_url(),
    }
