"""No text makes the extraction raise; offsets hold in any text; work grows with the text and no faster."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.extraction.sentences import sentences

ODD = [
    "",
    " ",
    "\r\n",
    "\u202b\u202c",
    "الشعار" * 400,
    "و" * 5000,
    "ا\u064b" * 3000,
    "«" * 300 + "»" * 300,
    "ﻻ İ ß ﷺ",
    "\ud800",
    "1" * 5000,
]
PIECES = st.sampled_from(
    [
        "سيطر",
        "على",
        "الشعار",
        "حي",
        "،",
        "و",
        "قال",
        "إن",
        "نفى",
        "captured",
        "Sakhour",
        "by",
        "said",
        "10",
        "%",
        "\n",
        ".",
        "\u200f",
        "ـ",
        "أمس",
    ]
)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_without_an_error(read, text):
    read(text)


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join)))
def test_every_claim_stands_on_the_text(extractor, text):
    for claim in extractor.extract(text):
        assert text[claim.start : claim.end] == claim.quote
        assert all(claim.start <= start < end <= claim.end for _, start, end in claim.spans)


def test_line_ends_do_not_move_the_quotes(read):
    text = "عنوان\r\n\r\nسيطر الجيش السوري على حي الشعار.\r\n"
    (claim,) = read(text)
    assert text[claim.start : claim.end] == claim.quote == "سيطر الجيش السوري على حي الشعار."


def test_bylines_and_links_to_other_stories_are_no_sentences():
    text = "المصدر: وكالات\nاقرأ أيضا: سيطر الجيش على حي الشعار\nRead also: Army captures Sakhour\nدخل الجيش الحي."
    assert [text[start:end] for start, end in sentences(text)] == ["دخل الجيش الحي."]


def test_a_long_text_takes_time_in_proportion(read):
    sentence = "قال ناشطون إن قوات النظام سيطرت على الشعار والمرجة وباب الحديد بعد معارك مع الفصائل المسلحة "
    short, long = (min(_seconds(read, sentence * times) for _ in range(2)) for times in (100, 800))
    assert long < short * 8 * 1.6


def _seconds(read, text):
    started = time.perf_counter()
    read(text)
    return time.perf_counter() - started
