"""Origins: whose word a statement is, so that a text printed five times counts once. Pure.

The origin is the source that the text quotes, else whoever published it. Texts that are near-identical are one
text: of the statements that different publishers drew from it about one change, the first published one counts, in
the name of the source that any of them quotes. The others stay listed as copies.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from events.likeness import is_same_passage, is_same_report, runs_of, sketch_of
from events.testimony import Testimony


class Printed(NamedTuple):
    """A testimony with the text that it was read from."""

    said: Testimony
    publisher: str  # who printed it
    is_quoted: bool  # the text names the origin; else the publisher answers for it
    passage: str = ""
    report: bytes = b""  # the sketch of the whole report


def counted_once(printed: Iterable[Printed], *, window: timedelta) -> list[Testimony]:
    """The testimonies about one place with copies of one text made one; the order of arrival does not matter."""
    counted, families = [], defaultdict(list)
    for row in printed:
        if row.passage or row.report:
            families[_subject(row.said)].append(row)
        else:
            counted.append(row.said)  # typed in: of no text, so of no other's
    for rows in families.values():
        rows.sort(key=lambda row: (row.said.moment(window), row.said.rank))
        counted += _of_family(rows, window)
    return sorted(counted, key=lambda said: said.key)


def _subject(said: Testimony) -> tuple:
    """What has to agree besides the text: what is said, and of whom."""
    return said.kind, said.stance, said.side, said.is_partial, said.ruling


def _of_family(rows: Sequence[Printed], window: timedelta) -> Iterable[Testimony]:
    if len(rows) == 1:
        return [rows[0].said]
    return [_as_one(group) for text in _same_texts(rows, window) for group in _by_quoted(text)]


def _same_texts(rows: Sequence[Printed], window: timedelta) -> Iterable[list[Printed]]:
    """The connected components of likeness; rows come in order of time."""
    parent = list(range(len(rows)))

    def root(position: int) -> int:
        while parent[position] != position:
            parent[position] = position = parent[parent[position]]
        return position

    moments = [row.said.moment(window) for row in rows]
    for first, one in enumerate(rows):
        for second in range(first + 1, len(rows)):
            if moments[second] - moments[first] > window:
                break
            other = rows[second]
            if one.publisher != other.publisher and root(first) != root(second) and _is_same(one, other):
                parent[root(second)] = root(first)
    components = defaultdict(list)
    for position, row in enumerate(rows):
        components[root(position)].append(row)
    return components.values()


def _is_same(one: Printed, other: Printed) -> bool:
    return is_same_passage(runs_of(one.passage), runs_of(other.passage)) or is_same_report(
        sketch_of(one.report), sketch_of(other.report)
    )


def _by_quoted(text: Sequence[Printed]) -> Iterable[list[Printed]]:
    """The rows of one text by the source that it quotes; those that name none join the first that is named."""
    quoted = defaultdict(list)
    for row in sorted(text, key=_first_published):
        if row.is_quoted:
            quoted[row.said.origin].append(row)
    unnamed = [row for row in text if not row.is_quoted]
    if not quoted:
        return [unnamed]
    first, *others = quoted.values()
    return [first + unnamed, *others]


def _first_published(row: Printed) -> tuple[datetime, tuple]:
    return row.said.published_at, row.said.rank


def _as_one(group: Sequence[Printed]) -> Testimony:
    """The first published, in the name of the source that is quoted, with the others as its copies."""
    if len(group) == 1:
        return group[0].said
    first, *others = sorted(group, key=_first_published)
    named = next((row.said for row in (first, *others) if row.is_quoted), first.said)
    copies = tuple(row.said.key for row in others)
    return first.said._replace(origin=named.origin, affiliation=named.affiliation, copies=copies)
