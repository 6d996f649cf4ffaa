"""Numbers, counts and people."""

import pytest

from events.extraction.numbers import numbers
from gazetteer.folding import fold

NUMBERS = [
    ("45", 45),
    ("1,200", 1200),
    ("٥٠", 50),
    ("خمسة وأربعين", 45),
    ("مئتي ألف", 200_000),
    ("thirty-five", 35),
    ("two hundred", 200),
]
COUNTS = [
    (
        "ارتفع عدد الأحياء التي يسيطر عليها الجيش السوري في حلب الشرقية إلى 45.",
        ("count", 45, "neighbourhoods", "east-aleppo"),
    ),
    ("تسيطر قوات النظام على 80 في المئة من حلب الشرقية.", ("count", 80, "percent", "east-aleppo")),
    ("Rebels lost two thirds of eastern Aleppo.", ("count", 66.7, "percent", "east-aleppo")),
    ("Government forces control 40 percent of eastern Aleppo.", ("count", 40, "percent", "east-aleppo")),
    ("خرج أكثر من 1200 مدني من حلب الشرقية.", ("displacement", 1200, "people", "east-aleppo")),
    ("Some 300 civilians fled from Salaheddine.", ("displacement", 300, "people", "salaheddine")),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_is_read_in_digits_and_in_words(text, value):
    assert [number.value for number in numbers(fold(text).text)] == [value]


@pytest.mark.parametrize(("text", "expected"), COUNTS, ids=[text for text, _ in COUNTS])
def test_a_count_has_its_unit_and_its_place(read, text, expected):
    assert expected in [(claim.kind, claim.quantity, claim.unit, *claim.places) for claim in read(text)]
