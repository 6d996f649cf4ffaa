"""Places, and why the map shows what it shows there."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Query, Router

from events import answers, sentences
from events.affiliations import Affiliations
from events.api.params import AskedOfADay
from events.dating import Dating, dating, decisions_about, told_of
from events.models import Grouping
from events.moved import moved, place_at
from events.telling import Told, told
from gazetteer.models import Place, PlaceName
from gazetteer.search import Hit, search

router = Router(tags=["places"])


@router.get("/places", summary="Places by name, in any spelling: exact, then folded, then other spellings, then near")
def places(request: HttpRequest, q: str = Query("", max_length=100), limit: int = Query(20, ge=1, le=500)) -> dict:
    """GET /api/v1/places?q=الشعار"""
    if q.strip():
        return {"places": [{**_place(hit.place), "hit": _hit(hit)} for hit in search(q, limit)]}
    return {"places": [_place(place) for place in Place.objects.with_names().order_by("slug")[:limit]]}


@router.get("/places/{slug:slug}/control", summary="Why: the period on a day and the evidence for and against it")
def why(request: HttpRequest, slug: str, asked: Query[AskedOfADay]) -> HttpResponse:
    """GET /api/v1/places/shaar/control?on=2016-12-07[&at=14][&known=2016-12-07][&revision=12]"""
    question = asked.question()
    place = place_at(slug, question)
    if place is None:
        return moved(request, slug)
    found = answers.explain(place, question)
    affiliations = Affiliations()
    return JsonResponse(
        {
            "place": _place(place),
            "on": question.on,
            "at": question.at,
            **question.as_of,
            "period": _period(found),
            "dating": _dating(dating(found.begun and found.begun.event)),
            "decisions": [_decision(one) for one in decisions_about(place, found.evidence, question.revision)],
            "for": [_evidence(one) for one in told(found.supports, affiliations)],
            "against": [_evidence(one) for one in told(found.denials, affiliations)],
            "history": [
                {"start": row.start, "holder": row.holder and row.holder.slug, "status": row.status}
                for row in answers.history_of(place, question)
            ],
        }
    )


def _place(place: Place) -> dict:
    return {
        "slug": place.slug,
        "kind": place.kind,
        "kind_name": place.get_kind_display(),
        "name_ar": place.name_ar,
        "name_en": place.name_en,
        "position": [place.position.x, place.position.y],
    }


def _hit(hit: Hit) -> dict:
    return {
        "name": hit.name,
        "language": hit.language,
        "language_name": PlaceName.Language(hit.language).label,
        "script": hit.script,
        "how": hit.how,
        "ambiguity": hit.doubt and {"note": hit.doubt.note, "places": hit.doubt.slugs},
    }


def _period(found: answers.Explanation) -> dict | None:
    period = found.period
    if period is None:
        return None
    return {
        "holder": period.holder and period.holder.slug,
        "holder_name": period.holder and period.holder.name,
        "challenger": period.challenger and period.challenger.slug,
        "challenger_name": period.challenger and period.challenger.name,
        "status": period.status,
        "status_name": period.get_status_display(),
        "besieged": period.is_besieged,
        "since": found.begun.start.astimezone(answers.DAMASCUS),
        "sentence": sentences.state_of(period),
        "line": found.line,
        "why": sentences.why(found.line),
        "credibility": found.stage["credibility"],
    }


def _dating(found: Dating | None) -> dict | None:
    """Where sources differ on the time: the days between which it happened, and who gives which."""
    if found is None:
        return None
    given = [{"from": one.first, "to": one.last, "sources": one.names, "sentence": str(one)} for one in found.given]
    return {"from": found.first, "to": found.last, "sentence": str(found), "given": given}


def _decision(grouping: Grouping) -> dict:
    return {
        "act": grouping.act,
        "statements": grouping.statements,
        "sentence": told_of(grouping),
        "reason": grouping.reason,
        "revision": grouping.added_in_id,
    }


def _evidence(one: Told) -> dict:
    said, speaker, report, claim = one.said, one.speaker, one.report, one.evidence.claim
    return {
        "statement": one.evidence.key,
        "source": speaker and speaker.slug,
        "source_name": speaker.name if speaker else "",
        "source_text": claim.source_text if claim else "",
        "affiliation": one.affiliation if speaker else None,
        "affiliation_name": one.affiliation_name,
        "quote": claim.quote if claim else "",
        "quote_language": report.language if report else "",
        "translation": one.translation,
        "note": "" if claim else said.note,
        "date": one.published_at.astimezone(answers.DAMASCUS),
        "kind": said.kind,
        "kind_name": said.get_kind_display(),
        "stance": said.stance,
        "stance_name": said.get_stance_display(),
        "report": claim.get_absolute_url() if claim else None,
        "is_sample": bool(report and report.is_sample),
        "same_text": [_copy(copy) for copy in one.copies],
    }


def _copy(one: Told) -> dict:
    """Where the same text stands once more; it does not count again."""
    publisher = one.printed_by or one.speaker
    return {
        "publisher": publisher and publisher.slug,
        "publisher_name": publisher.name if publisher else one.evidence.claim.source_text,
        "date": one.published_at.astimezone(answers.DAMASCUS),
        "report": one.evidence.claim.get_absolute_url(),
    }
