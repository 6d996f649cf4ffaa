"""Who held what on a day."""

from django.http import HttpRequest, JsonResponse
from ninja import Query, Router

from events import answers
from events.api.params import AskedOfADay
from events.models import Actor, ControlPeriod
from gazetteer.features import features
from gazetteer.models import Place

router = Router(tags=["control"])


@router.get("/control", summary="Who held what at the end of a day, or of an hour of it, as GeoJSON (RFC 7946)")
def control(request: HttpRequest, asked: Query[AskedOfADay]) -> JsonResponse:
    """GET /api/v1/control?on=2016-12-07[&at=14][&known=2016-12-07][&revision=12]"""
    question = asked.question()
    periods = answers.control_on(question, counted=True)
    held = Place.every.filter(pk__in=[period.place_id for period in periods])
    shapes = {feature["id"]: feature for feature in features(held, at=answers.recorded_at(question.revision))}
    actors = {row.pk: row.slug for row in Actor.objects.only("pk", "slug")}
    collection = {
        "type": "FeatureCollection",
        "features": [_feature(period, shapes[period.place.slug], actors) for period in periods],
    }
    return JsonResponse(collection, content_type="application/geo+json")


def _feature(period: ControlPeriod, shape: dict, actors: dict[int, str]) -> dict:
    return {
        "type": "Feature",
        "id": period.place.slug,
        "geometry": shape["geometry"] or {"type": "Point", "coordinates": shape["properties"]["position"]},
        "properties": {
            "place": period.place.slug,
            "name_ar": shape["properties"]["name_ar"],
            "name_en": shape["properties"]["name_en"],
            "holder": actors.get(period.holder_id),
            "challenger": actors.get(period.challenger_id),
            "status": period.status,
            "besieged": period.is_besieged,
            "since": period.since.astimezone(answers.DAMASCUS).isoformat(),
            "evidence": period.supports,
        },
    }
