"""All that the gazetteer knows of one place, gathered for a page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from . import spatial
from .features import features
from .folding import in_lists
from .models import Ambiguity, Boundary, Identifier, Membership, Place, PlaceName


@dataclass(frozen=True, slots=True)
class Portrait:
    """A place and what stands around it."""

    names: Sequence[PlaceName]
    boundary: Boundary | None
    landmarks: Sequence[Place]
    neighbours: Sequence[Place]
    regions: Sequence[Membership]
    members: Sequence[Membership]
    identifiers: Sequence[Identifier]
    namesakes: Sequence[PlaceName]
    ambiguities: Sequence[Ambiguity]
    shapes: list[dict]

    @property
    def arabic(self) -> list[PlaceName]:
        return [name for name in self.names if name.script == "Arab"]

    @property
    def latin(self) -> list[PlaceName]:
        return [name for name in self.names if name.script != "Arab"]

    @property
    def name_sources(self) -> list[str]:
        """Who writes the names so."""
        return sorted({name.source for name in self.names if name.source})


def portrait(place: Place) -> Portrait:
    """The place as the gazetteer has it today; the number of queries does not depend on how much there is."""
    neighbours = _by_name(spatial.neighbours(place).with_names())
    members = place.memberships.select_related("member").prefetch_related("member__names")
    regions = place.regions.select_related("region").prefetch_related("region__names")
    drawn = [place.pk, *(row.pk for row in neighbours), *(row.member_id for row in members)]
    return Portrait(
        names=list(place.names.order_by("script", "language", "id")),
        boundary=place.boundaries.current().defer("shape").first(),
        landmarks=_by_name(place.landmarks.with_names()),
        neighbours=neighbours,
        regions=_by_name(regions, lambda row: row.region),
        members=_by_name(members, lambda row: row.member),
        identifiers=list(place.identifiers.all()),
        namesakes=_namesakes(place),
        ambiguities=list(place.ambiguities.prefetch_related("places__names")),
        shapes=features(Place.objects.filter(pk__in=drawn).order_by("slug"), zoom="street"),
    )


def _by_name(rows: Iterable, place_of: Callable = lambda place: place) -> list:
    """In the order of the names that are read."""
    return sorted(rows, key=lambda row: (in_lists(str(place_of(row))), row.pk))


def _namesakes(place: Place) -> list[PlaceName]:
    """Names of other places that are spelled like one of this place's."""
    same = PlaceName.objects.filter(folded__in=place.names.values("folded")).exclude(place=place)
    return list(same.select_related("place").prefetch_related("place__names").order_by("folded", "place").distinct())
