"""The map beside a list of places, or beside whatever speaks of them."""

from django.utils.translation import get_language, gettext

from gazetteer.models import Place


def is_drawn(feature: dict) -> bool:
    """Whether the map shows the place: as a shape, or as a point, which regions and roads have not."""
    return bool(feature["geometry"]) or feature["properties"]["kind"] not in (Place.Kind.REGION, Place.Kind.ROAD)


def map_of(features: list[dict], manner: str, chosen: str | None = None) -> dict:
    """What the script of a page's map needs: shapes to draw, how, and in which language."""
    kinds = {str(value): str(label) for value, label in Place.Kind.choices}
    label = gettext("Neighbourhoods; arrow keys lead from one to the next")
    return {
        "features": features, "manner": manner, "chosen": chosen, "kinds": kinds, "language": get_language(),
        "label": label,
    }  # fmt: skip
