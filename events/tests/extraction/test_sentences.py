"""Sentences of both languages stand on the text as received, whatever stops, numbers and tags it holds."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.extraction.lexicons import FOLDER, entries
from events.extraction.markup import blanked
from events.extraction.sentences import LONGEST, sentences, stretches

SPLIT = [
    ("سيطر الجيش على الحي. انسحب المسلحون؟ نعم! ثم عادوا… وقاتلوا.", 5),
    ("سيطر الجيش على الحي؛ وانسحب المسلحون.", 2),
    ("سقط الحي.وقال ناشطون إن القتال مستمر.", 2),
    ("قال: «سيطرنا على الحي.» وأضاف أن القتال انتهى.", 2),
    ('قال: "سيطرنا على الحي." وأضاف أن القتال انتهى.', 2),
    ("قال د. سامي إن ص. 5 من البيان كاذبة.", 1),
    ("نقلت أ. ف. ب. عن ناشطين أن الحي سقط.", 1),
    ("قالت (أ.ف.ب) إن الحي سقط عند 3.5 كم.", 1),
    ("سقط الحي في عام 2016 م. وعاد السكان.", 2),
    ("The army held 3.5 km. Rebels left.", 2),
    ("Gen. John A. Smith of the U.S. Army met Lt. Col. Roe at 5 a.m. in Sakhour.", 1),
    ("They came at 5 p.m. The army left.", 2),
    ("It was taken by the SDF. The YPG left.", 2),
    ("Troops held No. 5 Street, e.g. its shops vs. its homes.", 1),
    ("He said no. They left.", 2),
    ("The army left Sakhour.The rebels came.", 2),
    ("See www.example.org for more about Sakhour.", 1),
    ('"We took Sakhour." He left. (They came.) "Did they?" Yes.', 5),
    ("The army left.\r\n\r\nThey came\u2028They stayed", 3),
]
MARKED = [
    ("<p>سيطر الجيش على <b>حي الشعار</b>.</p>", ["سيطر الجيش على <b>حي الشعار</b>."]),
    ("سقط الحي.<br/>ثم انسحبوا.<!-- They came. -->وقاتلوا.", ["سقط الحي.", "ثم انسحبوا.", "وقاتلوا."]),
    ("<script>\nvar a = 'سقط الحي.';\n</script>The army left.", ["The army left."]),
    ("<style>p { margin: 0 }</style><P CLASS='x'>The army left.</P>", ["The army left."]),
    ("<script>سقط الحي.\nThe army left.", ["The army left."]),
    ("The army&nbsp;left.&nbsp;They&#8217;re gone.&nbsp;", ["The army&nbsp;left.", "They&#8217;re gone."]),
    ("&quot;We left.&quot; &laquo;سقط الحي.&raquo;", ["&quot;We left.&quot;", "&laquo;سقط الحي.&raquo;"]),
    ("He <a href='/a. b'\ntitle='C. D'>left</a> it. Oh.", ["He <a href='/a. b'\ntitle='C. D'>left</a> it.", "Oh."]),
    ('" class="story" style="color: red">The army left.', ["The army left."]),
    ("The army left. <a href=\"http://example.org/", ["The army left."]),
    ('<a href="http://example.org\nThe army left.', ["The army left."]),
    ("&lt;p&gt;The army left.&lt;/p&gt;", ["The army left."]),
    ('<img alt="Rebels took Sakhour."><figure><figcaption>Smoke.</figcaption></figure>They left.', ["They left."]),
    ("<b>Read also:</b> <a href='/1'>Army takes Sakhour</a><p>They left.", ["They left."]),
    ("<p><b>بيروت</b> (<i>رويترز</i>) - سقط الحي.</p>", ["سقط الحي."]),
    ("If 5 < 6 and 7 > 3, they left.", ["If 5 < 6 and 7 > 3, they left."]),
    ("AT&T; and &nobody; left", ["AT&T;", "and &nobody;", "left"]),
    ("&nbsp;<br>&#160;<p></p>…", []),
]  # fmt: skip
MARKUP = """<p> </b> <script> </script> <!-- --> <a href="x"> href=' class=" &nbsp; &quot; &#8217; &#0; &lt; &amp;"""
SIGNS = "<>\"'=&;.؟!؛…«»()[]:-—|/#@©ـİßﷺ\u200f\u202b\u2060\ufeff\u0651\ud800 \n\r\u2028\x85\x00\u00a0"
WORDS = (
    "14:35 GMT 3.5 1. U.S. Gen. د. أ.ف.ب سقط حلب بيروت سانا رويترز Reuters BEIRUT Read also اقرأ أيضا: صورة: By Jane"
)
PIECES = st.sampled_from([*MARKUP.split(" "), *SIGNS, *WORDS.split(" "), "https://x.org/", "Photo:"])
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES).map(" ".join))
GROWING = [
    "<", "<a ", "<a href=", '<a href="', "<script>", "<!--", "<p", "<b x", "</script ", "&", "&amp;", "&lt;p ",
    'class="', '" ', '"', "' =", ". ", ".", "…»", "؛ ", "د. ", "\n", " ", "\u00a0»", "\u200f", "\u2060", "(", "[", "- ",
    "14:35 ", "1. ", "a. ", "حلب/", "#حلب ", "x@", "https://x ", "اقرأ أيضا ", "سقط الحي. ", "رويترز ", "و", "\u064b",
]  # fmt: skip


def read(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(("text", "number"), SPLIT, ids=[text for text, _ in SPLIT])
def test_a_sentence_ends_at_stops_and_lines_only(text, number):
    assert len(read(text)) == number
    assert "".join("".join(read(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(("text", "expected"), MARKED, ids=[text for text, _ in MARKED])
def test_leftovers_of_html_are_kept_out_and_move_nothing(text, expected):
    assert read(text) == expected


@settings(max_examples=400, deadline=None)
@given(text=TEXTS)
def test_spans_are_ordered_apart_inside_the_text_and_not_blank(text):
    at = 0
    for start, end, _ in stretches(text):
        assert at <= start < end <= len(text)
        assert end - start <= LONGEST
        assert text[start:end].strip() == text[start:end] != ""
        at = end


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_a_text_without_its_markup_is_as_long(text):
    assert len(blanked(text)) == len(text)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_example_of_the_lexicons_is_left_out(language):
    examples = [row["example"] for rows in entries(FOLDER / language).values() for _, row in rows]
    assert [" ".join(read(line)) for line in examples] == examples


def test_a_page_that_lost_its_line_breaks_loses_only_what_is_no_prose():
    text = "Photo: Smoke over Sakhour. " + "The army captured al-Shaar on Monday. " * 20
    assert read(text) == ["The army captured al-Shaar on Monday."] * 20


def test_a_sentence_without_end_is_cut_at_a_space():
    spans = list(sentences("سقط الحي " * 1000))
    assert len(spans) > 4
    assert all(end - start <= LONGEST for start, end in spans)


@pytest.mark.parametrize("piece", GROWING)
def test_time_grows_with_the_text_and_no_faster(piece):
    short, long = (min(_seconds(piece * (size // len(piece))) for _ in range(5)) for size in (4_000, 64_000))
    assert long < short * 16 * 5  # a scan of the rest at each piece would take 256 times as long


def _seconds(text):
    started = time.process_time()
    list(stretches(text))
    return time.process_time() - started


def test_line_ends_do_not_move_the_quotes(read):
    text = "عنوان\r\n\r\nسيطر الجيش السوري على حي الشعار.\r\n"
    (claim,) = read(text)
    assert text[claim.start : claim.end] == claim.quote == "سيطر الجيش السوري على حي الشعار."
