"""No text makes the extraction raise, and what it says stands on exact characters of any text."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.extraction.dates import DAMASCUS

NIGHT = datetime(2016, 12, 7, 20, tzinfo=DAMASCUS)
TELLING = "قال ناشطون إن قوات النظام سيطرت على حي الشعار أمس."
ODD = {
    "nothing": "",
    "a space": " ",
    "a line end": "\r\n",
    "controls of direction alone": "\u202b\u202c",
    "a name four hundred times": "الشعار" * 400,
    "one letter": "و" * 5000,
    "vowel marks": "ا\u064b" * 3000,
    "nested quotes": "«" * 300 + "»" * 300,
    "letters that fold into several": "ﻻ İ ß ﷺ ﷽",
    "half a surrogate pair": f"\ud800{TELLING}\udfff",
    "digits": "1" * 5000,
    "digits with commas": "1,000," * 800,
    "a NUL": f"\0{TELLING}\0",
}
WORDS = """
سيطر سيطرت على الشعار حي أحياء والمرجة ، و قال إن نفى أن 40% نصف ثلاثة حيا أمس تشرين الثاني لا تزال بيد خرج مدني
captured Sakhour by the rebels said denied that of 10 % neighbourhoods half , and withdrew from civilians left
"""
WORD = st.sampled_from(WORDS.split())
SIGN = st.sampled_from(
    ["\n", ".", "؟", "…", '"', "«", "»", "(", ")", ":", "\u200f", "\u200e", "\u202b", "\u202e", "\u2067", "\u2069",
     "\u200b", "\u200d", "\ufeff", "ـ", "\u0651", "\u0301", "\u2028", "\u00a0", "\ud83d", "\0"]
)  # fmt: skip


@pytest.fixture(scope="module")
def stands(extractor):
    """Extract, and assert of each claim that it quotes the text and marks words inside its quote."""

    def check(text: str, **how):
        claims = extractor.extract(text, **how)
        for claim in claims:
            assert text[claim.start : claim.end] == claim.quote
            assert all(claim.start <= start < end <= claim.end for _, start, end in claim.spans)
        return claims

    return check


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts(stands, text):
    stands(text, published_at=NIGHT)


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(), max_size=300))
def test_any_characters(stands, text):
    stands(text)


@settings(max_examples=300, deadline=None)
@given(parts=st.lists(st.one_of(WORD, WORD, SIGN, st.characters()), max_size=60), dated=st.booleans())
def test_words_of_reports_among_signs_of_all_kinds(stands, parts, dated):
    stands(" ".join(parts), published_at=NIGHT if dated else None)


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_signs_that_show_nothing_move_no_quote(stands, data):
    """A claim is found whatever stands unseen between its letters."""
    unseen = st.text(st.sampled_from("\u200b\u200c\u200f\u202b\u2067\u2069\ufeff\u064e\u0651\u0640"), max_size=3)
    text = "".join(letter + data.draw(unseen) for letter in "سيطر الجيش السوري على حي الشعار")
    assert [claim.places for claim in stands(text)] == [("shaar",)]


@settings(max_examples=100, deadline=None)
@given(before=st.text(st.characters(), max_size=40), behind=st.text(st.characters(), max_size=40))
def test_what_stands_on_other_lines_hides_no_claim(stands, before, behind):
    claims = stands(f"{before}\n{TELLING}\n{behind}", published_at=NIGHT)
    assert any(claim.quote == TELLING and claim.places == ("shaar",) for claim in claims)


@pytest.mark.parametrize("depth", [10, 100, 1000])
def test_quotes_within_quotes(stands, depth):
    opened = "".join(f"قال {mark}" for mark in ("«", '"', "(") * depth)
    stands(f"{opened} سيطر الجيش على الشعار {'»' * depth}")
    stands('He said "' * depth + "the army captured Sakhour" + '"' * depth)
