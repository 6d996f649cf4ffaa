"""Texts cut where claims begin and end."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from events.passages import cut_by_claims, quote_in_context

TEXT = "قال ناشطون إن الجيش سيطر على الشعار."


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))))
def test_the_passages_are_the_whole_text(edges):
    claims = [SimpleNamespace(start=min(pair), end=max(pair)) for pair in edges]
    passages = cut_by_claims(TEXT, claims)

    assert "".join(passage.text for passage in passages) == TEXT
    assert all(TEXT[passage.start :].startswith(passage.text) for passage in passages)


def test_overlapping_claims_lie_on_the_same_passage():
    whole, part = SimpleNamespace(start=0, end=36), SimpleNamespace(start=4, end=10)
    passages = cut_by_claims(TEXT, [whole, part])

    assert [len(passage.claims) for passage in passages] == [1, 2, 1]


def test_the_quote_stands_in_its_context_with_its_roles_marked():
    text = "Before. The army took Shaar. After."
    marked = quote_in_context(text, 8, 28, [("actor", 12, 16), ("trigger", 17, 21), ("place", 22, 27)])

    assert [(passage.mark, passage.text) for passage in marked] == [
        ("", "Before. "), ("quote", "The "), ("actor", "army"), ("quote", " "), ("trigger", "took"), ("quote", " "),
        ("place", "Shaar"), ("quote", "."), ("", " After."),
    ]  # fmt: skip


def test_roles_outside_the_quote_are_left_alone():
    assert [passage.mark for passage in quote_in_context("one two", 0, 3, [("place", 4, 7)])] == ["quote", ""]
