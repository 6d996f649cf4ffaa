"""Folding: spellings become equal, and every span leads back to the original characters."""

import sys
from itertools import pairwise

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer.folding import fold, fold_name
from gazetteer.romanisation import skeleton

EQUAL = [
    ("الأشرفية", "الاشرفيه"),
    ("الشِّعَار", "الشعار"),
    ("الشـــعار", "الشعار"),
    ("ﺍﻟﺸﻌﺎﺭ", "الشعار"),
    ("مستشفى", "مستشفي"),
    ("هنانو\u200f", "هنانو"),
    ("٧ كانون الأول", "7 كانون الاول"),
    ("SHEIKH Saïd", "sheikh said"),
    ("Sha’ar", "sha'ar"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_spellings_of_a_name_fold_to_the_same(one, other):
    assert fold(one).text == fold(other).text


# What a gazetteer meets, and what is hard: marks, ligatures, presentation forms, spaces of all widths, letters that
# change their length with their case
HARD = st.one_of(
    st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
    st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFC, exclude_categories=["Cn", "Cs"]),
    st.characters(min_codepoint=0x20, max_codepoint=0x24F),
    st.characters(min_codepoint=0x300, max_codepoint=0x3FF, exclude_categories=["Cn"]),
    st.characters(min_codepoint=0x400, max_codepoint=0x52F),
    st.sampled_from("ﷲﷺﻻßẞİıſΣςﬁ½Ⅷ\u2003\u3000\u00a0\u0085\u200d\u200f\u0640\ufeff-‑–’ ا"),
)
NAMES = st.one_of(st.text(HARD, max_size=20), st.text(st.sampled_from("حياء ايشلخ-\u064b\u0640"), max_size=20))
TEXTS = st.one_of(st.text(), NAMES)


@given(TEXTS)
def test_folding_twice_is_folding_once(text):
    once = fold(text).text
    assert fold(once).text == once
    assert fold_name(fold_name(text)) == fold_name(text)


@given(TEXTS)
def test_spans_go_forward_and_cover_something(text):
    folded = fold(text)
    spans = [folded.span(position, position + 1) for position in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert all(one == other or one[1] <= other[0] for one, other in pairwise(spans))


@given(TEXTS, st.data())
def test_the_original_of_a_span_folds_to_what_was_found(text, data):
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)

    again = fold(text[first:last]).text
    assert folded.text[start:end] in again
    # Only a ligature that is cut gives more than was asked for
    starts_a_character = start == 0 or folded.span(start - 1, start) != folded.span(start, start + 1)
    ends_a_character = end == len(folded.text) or folded.span(end, end + 1) != folded.span(end - 1, end)
    assert not (starts_a_character and ends_a_character) or again == folded.text[start:end]


def test_every_character_folds_alike_by_itself_and_among_others():
    for code in range(sys.maxunicode + 1):
        alone = fold(chr(code)).text
        assert fold("é" + chr(code)).text == "e" + alone, f"U+{code:04X}"
        assert fold(alone).text == alone, f"U+{code:04X}"


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(NAMES.filter(lambda name: "\x00" not in name), min_size=1, max_size=60))
def test_the_database_folds_names_and_takes_skeletons_as_python_does(names):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT array_agg(gazetteer_fold_name(name) ORDER BY place),"
            " array_agg(gazetteer_skeleton(gazetteer_fold_name(name)) ORDER BY place)"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS given (name, place)",
            [names],
        )
        folded, skeletons = cursor.fetchone()
    assert folded == [fold_name(name) for name in names]
    assert skeletons == [skeleton(fold_name(name)) for name in names]


WORDS = st.lists(
    st.sampled_from(
        [
            "al",
            "el",
            "ad",
            "sh",
            "ch",
            "kh",
            "ou",
            "iy",
            "iyya",
            "eddin",
            "abdel",
            "ee",
            "hayy",
            "neighbourhood",
            *"qkh'smdywuiae",
        ]
    ),
    min_size=1,
    max_size=12,
)


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), min_size=1, max_size=100))
def test_the_database_takes_skeletons_of_latin_names_as_python_does(parts):
    names = [fold_name(joint.join(words)) for words, joint in parts]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT array_agg(gazetteer_skeleton(name) ORDER BY place)"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS given (name, place)",
            [names],
        )
        assert cursor.fetchone()[0] == [skeleton(name) for name in names]


@given(st.text(st.sampled_from("أبـًة٧ Aé…ﻻ½İΣ\u200f\u0301’—و."), max_size=12), st.text(max_size=12))
def test_a_text_is_folded_as_its_parts_are(first, second):
    assert fold(first + second).text == fold(first).text + fold(second).text
