"""How a pattern's matches begin is known beforehand: each match of a pattern passes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.extraction.furniture.wording import each
from events.extraction.openings import Openings, beginnings

PATTERNS = [pattern for _, _, pattern in each()]
BEGIN = [
    ("ab?c", {"abc", "ac"}),
    (r"\d{1,2}:", {"0:", "00:"}),
    (r"read\s+(also|more)", {"read "}),
    (r"\s*(?:ab|cd)", {"ab", "cd", " ab", " cd"}),
    ("[^a]b", {""}),
    ("abcdefgh", {"abcde"}),
    ("(?!x)a+", {"a"}),
]


@pytest.mark.parametrize(("source", "expected"), BEGIN)
def test_what_each_match_begins_with(source, expected):
    assert beginnings(re.compile(source)) == expected


@pytest.mark.parametrize("pattern", PATTERNS, ids=range(len(PATTERNS)))
def test_what_a_pattern_matches_begins_as_foretold(pattern):
    openings = Openings([(1, beginnings(pattern))])

    @settings(max_examples=5, deadline=None, database=None)
    @given(st.from_regex(pattern.pattern.replace("++", "+").replace("*+", "*")))
    def passes(text):
        if pattern.match(text):
            assert openings.candidates(text[:8])

    passes()
