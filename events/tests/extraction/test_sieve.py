"""The sieve lets every pattern through that matches; the strings that it looks for are in each match."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.extraction.dates import COMPILED
from events.extraction.lexicons import lexicon
from events.extraction.sieve import Sieve, needed

LEXICONS = [lexicon("ar"), lexicon("en")]
PATTERNS = [
    *(one.pattern for words in LEXICONS for one in words.triggers),
    *(one for words in LEXICONS for one in words.cues.values()),
    *(one for words in LEXICONS for _, one in words.actors),
    *(one for words in LEXICONS for one in (words.say, words.tail, words.rumour, words.people, words.move)),
    *(one for _, one in COMPILED),
]
NEEDED = [
    (r"سيطر(ت|وا)?", {"سيطر"}),
    (r"(?<!\w)[وف]?(?:دخل|خرج)(?!\w)", {"دخل", "خرج"}),
    (r"(?:ab|cd)ef\w+gh", {"abef", "cdef"}),
    (r"\w+ing", {"ing"}),
    (r"\d+", None),
    (r"(?:abc)*", None),
    (r"(?:abc)+d", {"abc"}),
    (r"a|bcd", None),
    (r"(?i:abc)|def", None),
]


@pytest.mark.parametrize(("pattern", "strings"), NEEDED)
def test_strings_of_which_each_match_holds_one(pattern, strings):
    assert needed(re.compile(pattern)) == (None if strings is None else frozenset(strings))


def test_most_patterns_of_the_lexicons_need_not_be_tried_everywhere():
    assert [pattern.pattern for pattern in PATTERNS if needed(pattern) is None] == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=range(len(PATTERNS)))
def test_what_a_pattern_matches_passes_the_sieve(pattern):
    sieve = Sieve([("one", pattern)])

    @settings(max_examples=15, deadline=None, database=None)
    @given(st.from_regex(pattern))
    def passes(text):
        assert sieve.candidates(text) & sieve.bits["one"]

    passes()
