"""How alike two texts are, by the runs of words that they share. Pure.

A text is the set of its runs of SHINGLE folded words. Two texts are the same when at least SAME of all their runs are
in both (Jaccard). A passage is compared whole; of a report its SKETCH smallest hashes are kept, which estimate the
same share at a fixed size. Texts shorter than the bounds say too little to be told apart: "The army took Shaar" is no
copy of the same sentence elsewhere.
"""

import re
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest

from gazetteer.folding import fold

SHINGLE = 3  # words
SAME = 0.5
SHORTEST_PASSAGE = 12  # words
SHORTEST_REPORT = 30
LONGEST_REPORT = 20_000  # words that are looked at
SKETCH = 64
HASH_BYTES = 8
WORD = re.compile(r"\w+")

Runs = frozenset[tuple[str, ...]]  # of a passage
Hashes = frozenset[bytes]  # of a report


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: folded, without signs."""
    return WORD.findall(fold(text).text)


@lru_cache(maxsize=4096)
def runs_of(passage: str) -> Runs:
    """The runs of words of a passage; none when it is too short to be told apart."""
    words = words_of(passage)
    return _runs(words) if len(words) >= SHORTEST_PASSAGE else frozenset()


def _runs(words: list[str]) -> Runs:
    return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def _hashed(runs: Runs) -> Hashes:
    return frozenset(blake2b(" ".join(run).encode(), digest_size=HASH_BYTES).digest() for run in runs)


def sketch(text: str) -> bytes:
    """What is kept of a report to compare it by: its smallest hashes in order; empty when it is too short."""
    words = words_of(text[: LONGEST_REPORT * 20])[:LONGEST_REPORT]
    if len(words) < SHORTEST_REPORT:
        return b""
    return b"".join(nsmallest(SKETCH, _hashed(_runs(words))))


@lru_cache(maxsize=4096)
def sketch_of(stored: bytes) -> Hashes:
    """The hashes in a stored sketch."""
    return frozenset(stored[at : at + HASH_BYTES] for at in range(0, len(stored), HASH_BYTES))


def is_same_passage(one: Runs, other: Runs) -> bool:
    """Whether two passages share at least SAME of their runs of words."""
    if not one or not other or min(len(one), len(other)) < SAME * max(len(one), len(other)):
        return False
    shared = len(one & other)
    return shared >= SAME * (len(one) + len(other) - shared)


def is_same_report(one: Hashes, other: Hashes) -> bool:
    """The same of two reports, estimated from the smallest hashes of both together."""
    if not one or not other:
        return False
    looked_at = nsmallest(SKETCH, one | other)
    return len((one & other).intersection(looked_at)) >= SAME * len(looked_at)
