"""Folding: spellings become equal, and every span leads back to the original characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.folding import fold

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


@given(st.text())
def test_folding_twice_is_folding_once(text):
    once = fold(text).text
    assert fold(once).text == once


@given(st.text())
def test_every_folded_character_comes_from_one_of_the_original(text):
    folded = fold(text)
    for position in range(len(folded.text)):
        start, end = folded.span(position, position + 1)
        assert 0 <= start < end <= len(text)
        assert fold(text[start:end]).text or folded.offsets is not None


@given(st.text(alphabet="حلبالشعا\u064b\u0640\u200fé ﻻ", max_size=30), st.data())
def test_a_span_folds_to_what_was_found(text, data):
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)

    assert folded.text[start:end] in fold(text[first:last]).text
