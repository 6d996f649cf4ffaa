"""Kinds of places as others name them: the Getty's Art & Architecture Thesaurus, GeoNames' feature classes. Pure."""

from .entry import KINDS

# Landmarks and suburbs have no concept here and go by their label
CONCEPTS = {
    "300000745": "neighbourhood", "300008217": "road", "300008375": "town", "300008389": "town",
    "300008372": "village", "300008347": "village", "300182722": "region",
}  # fmt: skip
CLASSES = {"P": "village", "A": "region", "L": "region", "R": "road", "S": "landmark"}


def kind_of(types: list[dict], classes: list[str]) -> str | None:
    """The kind that the first known type means, by its concept or its label; else the first known feature class."""
    for row in types:
        concept = str(row.get("identifier") or "").replace(":", "/").rpartition("/")[2]
        label = str(row.get("label") or "").lower().replace("neighborhood", "neighbourhood").removesuffix("s")
        if concept in CONCEPTS or label in KINDS:
            return CONCEPTS.get(concept) or label
    return next((CLASSES[letter] for letter in classes if letter in CLASSES), None)
