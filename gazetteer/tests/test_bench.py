"""The benchmarks' frame and the made texts; the figures themselves are for `make bench`, on a quiet machine."""

import pytest
from django.core.management import CommandError, call_command

from gazetteer.benchmarks import Row, corpus
from gazetteer.finder import Finder


@pytest.mark.parametrize(
    ("row", "required", "is_kept"),
    [
        (Row("speed", 5.0, "MB/s"), "", True),
        (Row("ratio", 0.8, "", at_least=0.8), "≥ 0.8", True),
        (Row("ratio", 0.79, "", at_least=0.8), "≥ 0.8", False),
        (Row("time", 2.0, "s", at_most=2.0), "≤ 2", True),
        (Row("time", 2.1, "s", at_most=2.0), "≤ 2", False),
    ],
)
def test_a_row_says_what_is_required_and_whether_it_is_kept(row, required, is_kept):
    assert (row.required, row.is_kept) == (required, is_kept)


def test_a_goal_is_told_in_words_and_may_be_missed():
    row = Row("ratio", 0.9, "", goal=3)
    assert (row.verdict, row.is_kept) == ("goal 3, reached 0.9", True)


def test_an_unknown_benchmark_is_named_with_those_there_are():
    with pytest.raises(CommandError, match=r"No benchmark is named nonsense. There are: .*finder"):
        call_command("bench", "nonsense")


def test_made_names_and_texts_are_the_same_for_the_same_seed():
    names = corpus.names(2000)
    assert names == corpus.names(2000)
    assert len({name.text for name in names}) == 2000
    assert len(corpus.own_names()) == 753
    texts = corpus.texts(names, 16)
    assert texts == corpus.texts(names, 16)
    assert all(2000 <= len(text.encode()) < 3500 for text in texts)


def test_made_texts_hold_a_name_in_about_thirty_five_words():
    names = corpus.own_names()
    texts, finder = corpus.texts(names, 200), Finder(names)
    found = sum(len(finder.find(text)) for text in texts)
    assert 25 < sum(len(text.split()) for text in texts) / found < 45
