"""How long a search takes with 200,000 names loaded: the function with its SQL, and the address with all around it."""

import random
import statistics
import time
from collections.abc import Callable, Iterator

from django.contrib.gis.geos import Point
from django.db import connection
from django.test import Client

from gazetteer.models import Place, PlaceName
from gazetteer.search import search

PLACES, NAMES_EACH, ASKED = 25_000, 8, 200
FIRST = [
    ("تل", "Tell", "Tal"), ("كفر", "Kafr", "Kefr"), ("خان", "Khan", "Xan"), ("الشيخ", "Sheikh", "Cheikh"), ("باب", "Bab", "Beb"),
    ("كرم", "Karm", "Kerm"), ("بستان", "Bustan", "Boustan"), ("عين", "Ain", "Ayn"), ("دير", "Deir", "Dayr"), ("", "", ""),
]  # fmt: skip
CONSONANTS = [
    ("ب", "b", "b"), ("د", "d", "d"), ("ح", "h", "h"), ("ر", "r", "r"), ("س", "s", "s"), ("ش", "sh", "ch"), ("ق", "q", "k"),
    ("ك", "k", "k"), ("ل", "l", "l"), ("م", "m", "m"), ("ن", "n", "n"), ("ف", "f", "f"), ("ج", "j", "dj"), ("ز", "z", "z"),
    ("خ", "kh", "kh"), ("غ", "gh", "gh"), ("ط", "t", "t"), ("ص", "s", "s"), ("ع", "a", "'a"),
]  # fmt: skip
VOWELS = [("ا", "a", "aa"), ("و", "u", "ou"), ("ي", "i", "ee"), ("", "a", "e"), ("", "i", "e"), ("", "u", "o")]


def run() -> list[tuple[str, float, str]]:
    """Medians by the kind of question, with the address's beside the function's."""
    name = connection.creation.create_test_db(verbosity=0, serialize=False)
    try:
        names = _load(random.Random(7))
        return list(_figures(names, random.Random(8)))
    finally:
        connection.close()
        connection.creation.destroy_test_db(name, verbosity=0)


def _load(chance: random.Random) -> list[tuple[str, str]]:
    places = Place.objects.bulk_create(
        (
            Place(slug=f"place-{number}", kind="village", position=Point(37 + number % 500 / 200, 36, srid=4326))
            for number in range(PLACES)
        ),
        batch_size=5_000,
    )
    rows = {(place.pk, *name) for place in places for name in _names(chance)}
    PlaceName.objects.bulk_create(
        (PlaceName(place_id=place, text=text, language=language) for place, text, language in sorted(rows)),
        batch_size=10_000,
    )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE gazetteer_placename, gazetteer_place")
    return [(text, language) for _, text, language in sorted(rows)]
