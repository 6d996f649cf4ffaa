"""How long a search takes with 200,000 names loaded: the function with its SQL, and the address with all around it."""

import random
import statistics
import time
from collections.abc import Callable, Iterator

from django.contrib.gis.geos import Point
from django.db import connection
from django.test import Client

from gazetteer.benchmarks import Row
from gazetteer.benchmarks.database import own_database
from gazetteer.models import Place, PlaceName
from gazetteer.search import search

PLACES, ASKED = 25_000, 200  # eight names a place
MOST_MS = 20
FIRST = [
    ("تل", "Tell", "Tal"), ("كفر", "Kafr", "Kefr"), ("خان", "Khan", "Xan"), ("الشيخ", "Sheikh", "Cheikh"),
    ("باب", "Bab", "Beb"), ("كرم", "Karm", "Kerm"), ("بستان", "Bustan", "Boustan"), ("عين", "Ain", "Ayn"),
    ("دير", "Deir", "Dayr"), ("", "", ""),
]  # fmt: skip
CONSONANTS = [
    ("ب", "b", "b"), ("د", "d", "d"), ("ح", "h", "h"), ("ر", "r", "r"), ("س", "s", "s"), ("ش", "sh", "ch"),
    ("ق", "q", "k"), ("ك", "k", "k"), ("ل", "l", "l"), ("م", "m", "m"), ("ن", "n", "n"), ("ف", "f", "f"),
    ("ج", "j", "dj"), ("ز", "z", "z"), ("خ", "kh", "kh"), ("غ", "gh", "gh"), ("ط", "t", "t"), ("ص", "s", "s"),
    ("ع", "a", "'a"),
]  # fmt: skip
VOWELS = [("ا", "a", "aa"), ("و", "u", "ou"), ("ي", "i", "ee"), ("", "a", "e"), ("", "i", "e"), ("", "u", "o")]


def run() -> list[Row]:
    """Medians by the kind of question, over those answered so, with the address's beside the function's."""
    with own_database():
        names = _load(random.Random(7))
        return list(_figures(names, random.Random(8)))


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


def _names(chance: random.Random) -> Iterator[tuple[str, str]]:
    """The spellings of one made-up name, in both scripts."""
    arabic, latin, french = chance.choice(FIRST)
    letters = [(*chance.choice(CONSONANTS), *chance.choice(VOWELS)) for _ in range(chance.randint(3, 4))]
    stem = "".join(letter[0] + letter[3] for letter in letters)
    one = "".join(letter[1] + letter[4] for letter in letters).capitalize()
    other = "".join(letter[2] + letter[5] for letter in letters).capitalize()
    for text in (f"{arabic} {stem}", f"{arabic} ال{stem}", f"حي {arabic} {stem}ية", f"{arabic} {stem}ات"):
        yield text.strip(), "ar"
    for text in (f"{latin} {one}", f"{latin} al-{one}", f"{french} el {other}", f"{french} {other}iye"):
        yield text.strip(), "en"


def _figures(names: list[tuple[str, str]], chance: random.Random) -> Iterator[Row]:
    yield Row("names loaded", len(names), "names")
    client = Client(SERVER_NAME="localhost")

    def ask_the_address(question: str) -> None:
        assert client.get("/api/v1/places", {"q": question}).status_code == 200

    for kind, ask in QUESTIONS.items():
        drawn = [ask(*chance.choice(names), chance) for _ in range(ASKED)]
        questions = [question for question in drawn if [hit.how for hit in search(question, 1)] == [kind]]
        yield Row(f"{kind}: questions answered so, of {ASKED}", len(questions), "")
        yield Row(f"{kind}: search, median", _median_ms(search, questions), "ms", at_most=MOST_MS)
        yield Row(f"{kind}: /api/v1/places, median", _median_ms(ask_the_address, questions), "ms", at_most=MOST_MS)


def _median_ms(do: Callable, questions: list[str]) -> float:
    taken = []
    for question in questions:
        started = time.perf_counter()
        do(question)
        taken.append(time.perf_counter() - started)
    return 1000 * statistics.median(taken)


def _refolded(text: str, language: str, chance: random.Random) -> str:
    return text.replace("ا", "أ") + "\u064e" if language == "ar" else text.upper()


def _respelled(text: str, language: str, chance: random.Random) -> str:
    return f"وب{text}" if language == "ar" else text.replace("i", "ee").replace("u", "ou") + "h"


def _mistyped(text: str, language: str, chance: random.Random) -> str:
    """The name with one letter of it, not one of the first two, typed wrong."""
    place = chance.randrange(2, len(text))
    return text[:place] + chance.choice("مطرس" if language == "ar" else "mtrs") + text[place + 1 :]


QUESTIONS = {"exact": lambda text, *_: text, "folded": _refolded, "spelling": _respelled, "near": _mistyped}
