"""How like a file of outlines the built shapes are, and whether they fit together."""

import csv
from pathlib import Path

import shapely
from django.core.management.base import BaseCommand, CommandError

from gazetteer import likeness, loading, zooms
from gazetteer.boundaries.feature import BadFile, Feature
from gazetteer.boundaries.reading import read
from gazetteer.features import SHAPES
from gazetteer.models import Boundary


class Command(BaseCommand):
    help = "Measure the built shapes: against a file of outlines, and as a coverage of the built-up area."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="GeoJSON, GeoPackage or Shapefile with outlines")
        parser.add_argument(
            "--slugs",
            type=Path,
            metavar="CSV",
            help="which feature is which place: columns slug and one that ends in feature_index, counted from 0; "
            "without it, features have a column slug",
        )

    def handle(self, *, file: Path, slugs: Path | None, **options):
        try:
            features, _, _ = read(file)
            theirs = outlines(features, slugs_of(features, slugs))
        except (BadFile, ValueError, OSError) as error:
            raise CommandError(str(error)) from None
        if not (ours := built("street")):
            raise CommandError("No shape is built from points. Run load_places first.")
        self._tell_likeness(likeness.compare(ours, theirs))
        (city,) = zooms.in_metres([loading.outline("urban_extent")])
        for zoom in zooms.TOLERANCES_M:
            self._tell_faults(zoom, likeness.faults(built(zoom), city))

    def _tell_likeness(self, found: list[likeness.Likeness]) -> None:
        self.stdout.write(f"Intersection over union, {len(found)} places:")
        for name, (mean, median) in likeness.summary(found).items():
            self.stdout.write(f"  {name}: mean {mean:.3f}, median {median:.3f}")
        self.stdout.write("The ten least alike, together (alone):")
        for row in found[:10]:
            self.stdout.write(f"  {row.together:.2f} ({row.alone:.2f}) {' + '.join([row.slug, *row.parts])}")

    def _tell_faults(self, zoom: str, found: likeness.Faults) -> None:
        self.stdout.write(
            f"{zoom}: overlap {found.overlap_m2:.0f} m², open {found.open_m2:.0f} m², holes {found.holes}, "
            f"slivers {len(found.slivers)}, borders that differ {found.edges_m:.0f} m"
        )


def built(zoom: str) -> dict:
    """The current built shapes by slug, in metres."""
    rows = Boundary.objects.current().filter(method=Boundary.Method.BUILT).select_related("place")
    shapes = {row.place.slug: shapely.from_wkb(bytes(getattr(row, SHAPES[zoom]).wkb)) for row in rows}
    return dict(zip(shapes, zooms.in_metres(list(shapes.values())), strict=True))


def slugs_of(features: list[Feature], path: Path | None) -> dict[int, str]:
    """Which place each feature is, by its number from 0."""
    if path is None:
        if not any("slug" in feature.values for feature in features):
            raise ValueError("The features have no column slug. Add one, or give --slugs.")
        return {number: feature.values["slug"] for number, feature in enumerate(features) if "slug" in feature.values}
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    column = next((name for name in rows[0] if name.endswith("feature_index")), None) if rows else None
    if column is None or "slug" not in rows[0]:
        raise ValueError(f"{path}: columns slug and feature_index are needed.")
    return {int(row[column]): row["slug"] for row in rows if row["slug"]}


def outlines(features: list[Feature], slugs: dict[int, str]) -> dict:
    """The outline of each place, in metres; several features of one place joined."""
    missing = [number for number in slugs if not 0 <= number < len(features)]
    if missing:
        raise ValueError(f"--slugs names feature {missing[0]}, but the file has {len(features)}. Count from 0.")
    sound = shapely.make_valid(zooms.in_metres([feature.shape for feature in features]))
    parts: dict[str, list] = {}
    for number, slug in slugs.items():
        parts.setdefault(slug, []).append(sound[number])
    return {slug: shapely.union_all(several) for slug, several in parts.items()}
