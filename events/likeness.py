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

Shingles = frozenset[bytes]


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: folded, without signs."""
    return WORD.findall(fold(text).text)


@lru_cache(maxsize=4096)
def shingles(passage: str) -> Shingles:
    """The runs of words of a passage, hashed; none when it is too short to be told apart."""
    words = words_of(passage)
    return _hashed(words) if len(words) >= SHORTEST_PASSAGE else frozenset()


def _hashed(words: list[str]) -> Shingles:
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    return frozenset(blake2b(run.encode(), digest_size=HASH_BYTES).digest() for run in runs)


def sketch(text: str) -> bytes:
    """What is kept of a report to compare it by: its smallest hashes in order; empty when it is too short."""
    words = words_of(text[: LONGEST_REPORT * 20])[:LONGEST_REPORT]
    if len(words) < SHORTEST_REPORT:
        return b""
    return b"".join(nsmallest(SKETCH, _hashed(words)))


@lru_cache(maxsize=4096)
def sketch_of(stored: bytes) -> Shingles:
    """The hashes in a stored sketch."""
    return frozenset(stored[at : at + HASH_BYTES] for at in range(0, len(stored), HASH_BYTES))


def is_same_passage(one: Shingles, other: Shingles) -> bool:
    """Whether two passages share at least SAME of their runs of words."""
    return _share(one, other, one | other) >= SAME if one and other else False


def is_same_report(one: Shingles, other: Shingles) -> bool:
    """The same of two reports, estimated from the smallest hashes of both together."""
    return _share(one, other, frozenset(nsmallest(SKETCH, one | other))) >= SAME if one and other else False


def _share(one: Shingles, other: Shingles, looked_at: Shingles) -> float:
    return len(one & other & looked_at) / len(looked_at)
