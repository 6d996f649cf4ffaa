"""Texts cut where claims begin and end."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.passages import cut_by_claims, spans_of

TEXT = "قال ناشطون إن الجيش سيطر على الشعار."


def laid(start: int, end: int, *spans) -> SimpleNamespace:
    return SimpleNamespace(start=start, end=end, spans=list(spans))


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))))
def test_the_passages_are_the_whole_text(edges):
    claims = [laid(min(pair), max(pair), ["place", min(pair), len(TEXT)]) for pair in edges]
    passages = cut_by_claims(TEXT, claims)

    assert "".join(passage.text for passage in passages) == TEXT
    assert all(TEXT[passage.start :].startswith(passage.text) for passage in passages)


def test_overlapping_claims_lie_on_the_same_passage():
    whole, part = laid(0, 36), laid(4, 10)
    passages = cut_by_claims(TEXT, [whole, part])

    assert [len(passage.claims) for passage in passages] == [1, 2, 1]


def test_a_part_of_the_text_shows_the_quote_with_its_roles():
    text = "Before. The army took Shaar. After."
    claim = laid(8, 28, ["actor", 12, 16], ["trigger", 17, 21], ["place", 22, 27])
    shown = cut_by_claims(text, [claim], 3, 31)

    assert [(passage.text, passage.names, bool(passage.claims)) for passage in shown] == [
        ("ore. ", [], False), ("The ", [], True), ("army", ["actor"], True), (" ", [], True),
        ("took", ["trigger"], True), (" ", [], True), ("Shaar", ["place"], True), (".", [], True), (" Af", [], False),
    ]  # fmt: skip
    assert [passage.text for passage in shown if passage.ending] == ["."]


def test_the_same_words_play_a_role_in_each_claim_that_rests_on_them():
    first, second = laid(0, 36, ["source", 4, 10]), laid(0, 36, ["actor", 4, 10], ["place", 8, 12])
    shown = cut_by_claims(TEXT, [first, second])

    assert [(passage.start, passage.names) for passage in shown if passage.roles] == [
        (4, ["source", "actor"]), (8, ["source", "actor", "place"]), (10, ["place"]),
    ]  # fmt: skip
    assert shown[1].roles == ((first, "source"), (second, "actor"))
    assert [passage.begun for passage in shown if passage.roles] == [("source", "actor"), ("place",), ()]


def test_words_outside_the_quote_are_marked_where_they_stand():
    shown = cut_by_claims("one two", [laid(4, 7, ["source", 0, 3])])

    assert [(passage.text, passage.names) for passage in shown] == [("one", ["source"]), (" ", []), ("two", [])]


@pytest.mark.parametrize(
    "stored",
    [None, [["place"]], [["place", 2, 2]], [["place", -1, 2]], [["place", 0, 99]], [[1, 0, 2]], ["place"], [{}]],
)
def test_what_is_stored_wrongly_is_passed_over(stored):
    assert spans_of(stored, 36) == []
