"""Cells of CSV files: nothing that a spreadsheet computes, and read back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.cells import FORMULA, NUMBER, guarded, join, split, unguarded

DANGEROUS = [
    "=1+1", "+1+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\t=1", "\r=1", " =1", "\u200b=1",
    "\u202e=1", "＝1+1", "＋1", "－1+1", "＠SUM(A1)", "\u00a0=1", "'=1", "\ufeff@x", "|calc", "%0A=1", "-", "--5",
]  # fmt: skip


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_formula_stands_after_an_apostrophe_and_is_read_back(text):
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["الشعار", "Shaar", "-36.5", "+1", "37.16260", "'Ain al-Tal", "", "a=b"])
def test_other_cells_stay_as_they_are(text):
    assert guarded(text) == unguarded(text) == text


@given(st.text())
def test_any_text_is_read_back(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text).startswith("'") or NUMBER.match(text) or not FORMULA.match(text)


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool)))
def test_joined_parts_are_split_again(parts):
    assert split(join(parts)) == parts
