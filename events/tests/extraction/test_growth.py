"""The work grows with the text and no faster, whatever the text is made of.

No time is asserted, which a busy machine would break: eight times the text takes about eight times the processor
time; were it quadratic, it would take sixty-four times.
"""

from time import process_time

import pytest

TIMES, MOST = 8, 28
SENTENCE = "قال ناشطون إن قوات النظام سيطرت على الشعار والمرجة وباب الحديد بعد معارك مع الفصائل المسلحة "
ENGLISH = "Activists said government forces captured Sakhour and Sheikh Said after clashes with the rebels "
MADE_OF = {  # what is repeated, and how often in the shorter text
    "sentences without a stop": (SENTENCE, 60),
    "English sentences without a stop": (ENGLISH, 60),
    "sentences in one line": (f"{SENTENCE.strip()}. ", 60),
    "lines": (f"{SENTENCE}\n", 60),
    "a list of places": ("والشعار ", 1500),
    "an English list of places": ("Sakhour, ", 1500),
    "verbs": ("سيطر ", 1500),
    "English verbs": ("captured ", 1500),
    "verbs of saying": ("قال ", 1500),
    "said": ("said ", 1500),
    "actors": ("الجيش السوري ", 800),
    "months": ("كانون الأول ", 1000),
    "number words": ("ثلاثة وعشرين ", 1000),
    "people who leave": ("خرج مدني ", 1000),
    "capitalised words": ("Al-Karam ", 1000),
    "combining marks": ("\u0301", 20_000),
    "vowel marks": ("\u064b", 20_000),
    "signs of no width": ("\u200b", 20_000),
    "controls of direction": ("\u202b\u202e\u2067", 7000),
    "opened quotes": ("«", 10_000),
    "quotes": ('"', 10_000),
    "stops": (".", 20_000),
    "stops and quotes": ('."', 10_000),
    "digits": ("7", 10_000),
    "grouped digits": ("700,", 4000),
    "spaces": (" ", 20_000),
    "verbs far apart": ("سيطر" + " " * 900, 10),
    "verbs of capture and a number of people": ("سيطر 20 مدنيا خرجوا ", 400),
    "takers and places": ("سيطر الجيش على الشعار ونفى ناشطون ", 200),
    "takers and places in English": ("the army captured Sakhour and denied that it left ", 200),
    "words that open claims": ("قد سيطر نصف ", 700),
    "tabs and letters": ("\tا", 8000),
    "empty lines": ("\r\n", 20_000),
    "one letter": ("و", 10_000),
    "capitals": ("A", 10_000),
    "brackets": ("(", 10_000),
    "a dateline that goes on": ("حلب، ", 3000),
    "surrogates": ("\ud83d", 10_000),
}


@pytest.mark.parametrize(("part", "times"), MADE_OF.values(), ids=MADE_OF)
def test_work_grows_as_the_text_does(read, part, times):
    read(part * times)
    short, long = (min(_seconds(read, part * count) for _ in range(2)) for count in (times, TIMES * times))
    assert long < max(short, 0.002) * MOST


@pytest.mark.parametrize(
    "text",
    ["ا" + "\u0301" * 1_000_000, "\u064b" * 1_000_000, SENTENCE * 7000, '"' * 1_000_000, "." * 1_000_000],
    ids=["a million combining marks", "a million vowel marks", "100,000 words", "a million quotes", "a million stops"],
)
def test_vast_texts_come_to_an_end(read, text):
    claims = read(text)
    assert all(text[claim.start : claim.end] == claim.quote for claim in claims)


def _seconds(read, text: str) -> float:
    started = process_time()
    read(text)
    return process_time() - started
