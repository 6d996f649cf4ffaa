"""What is left out of a report, and what looks alike and is not: the examples of the lexicon are the table."""

import time

import pytest

from events.extraction import furniture
from events.extraction.furniture import entries
from events.extraction.sentences import sentences, stretches

ENTRIES = entries()
WHOLE = [(entry, line) for entry in ENTRIES if not entry.rest for line in entry.examples]
CUT = [(line, rest) for entry in ENTRIES for line, rest in zip(entry.examples, entry.rest, strict=False)]
PROSE = [line for entry in ENTRIES for line in entry.prose]


def read(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(("entry", "line"), WHOLE, ids=[line for _, line in WHOLE])
def test_what_is_no_prose_is_left_out_and_told_apart(entry, line):
    assert read(f"سيطر الجيش.\n{line}\nThe army left.") == ["سيطر الجيش.", "The army left."]
    assert {why for _, _, why in stretches(line)} == {entry.id}


@pytest.mark.parametrize(("line", "rest"), CUT, ids=[line for line, _ in CUT])
def test_what_stands_before_or_behind_a_sentence_is_cut_off(line, rest):
    assert read(line) == [rest]


@pytest.mark.parametrize("line", PROSE)
def test_what_only_looks_alike_is_read_whole(line):
    spans = list(sentences(line))
    assert (spans[0][0], spans[-1][1]) == (0, len(line))
    assert all(why is None for _, _, why in stretches(line))


def test_each_entry_has_examples_and_says_what_is_read_of_them():
    assert all(entry.examples for entry in ENTRIES)
    assert all(len(entry.rest) == len(entry.examples) for entry in ENTRIES if entry.where in ("front", "back"))
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("piece", [" ", "و", "1 ", "- ", "a, ", "AP ", "رويترز ", "(", "Aa ", "12:30 ", "https://x "])
def test_no_line_takes_a_pattern_long(piece):
    heads = sorted({entry.examples[0].split()[0] for entry in ENTRIES})
    plain = _seconds("سيطر الجيش على حي الشعار. ".ljust(furniture.LONGEST_LINE, "س"))
    slowest = max(_seconds(f"{head} {piece * furniture.LONGEST_LINE}"[: furniture.LONGEST_LINE]) for head in heads)
    assert slowest < plain * 2000  # a pattern that tries all ways takes 100,000 times as long


def _seconds(line):
    times = []
    for _ in range(3):
        started = time.process_time()
        furniture.reason(line), furniture.front(line), furniture.back(line)
        times.append(time.process_time() - started)
    return min(times)
