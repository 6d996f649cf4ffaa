"""What the extraction and the map read of the gazetteer."""

from .finder import Name
from .models import PlaceName


def names_for_finder() -> list[Name]:
    """Every name of every place."""
    rows = PlaceName.objects.order_by("pk").values_list("text", "place__slug", "language")
    return [Name(*row) for row in rows]
