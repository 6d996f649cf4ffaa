"""Scores as a table to read and as values for JSON."""

from collections.abc import Iterator

from .counts import Count
from .scoring import Part, Scores

LABELS = {
    "places": "places (smaller than the city)",
    "all places": "all places",
    "types": "types of a sentence",
    "claim": "claim (place and type)",
    "actor": "actor (side)",
    "source": "source",
    "polarity": "denied or hypothetical",
    "date": "date",
    "count": "count",
}
FIRST, CELL = 32, 18  # columns of characters


def table(scores: Scores) -> str:
    """Precision, recall and F1 of each row, part beside part; tiers of a language below."""
    whole = {name: part for name, part in scores.telling.items() if "/" not in name}
    split = {name: part for name, part in scores.telling.items() if "/" in name}
    blocks = [_block(parts) for parts in (whole, split) if parts]
    notes = [f"Note: {number} {what}" for what, number in scores.notes.items()]
    return "\n\n".join(blocks + (["\n".join(notes)] if notes else []))


def figures(scores: Scores) -> dict:
    """The same, with the counts behind it, for JSON."""
    return {"parts": {name: _part(part) for name, part in scores.parts.items()}, "notes": scores.notes}


def _block(parts: dict[str, Part]) -> str:
    return "\n".join(line.rstrip() for line in _lines(parts))


def _lines(parts: dict[str, Part]) -> Iterator[str]:
    columns = list(parts.values())
    yield _line("", [f"{name:^{CELL}}" for name in parts])
    yield _line("", ["    P    R   F1   "] * len(columns))
    for row, label in LABELS.items():
        yield _line(label, [_three(part.counts[row]) for part in columns])
    yield _line("false claims / 100 negatives", [_rate(part.false_per_hundred) for part in columns])
    yield _line("negative sentences", [f"{part.negatives:>15}   " for part in columns])
    yield _line("sentences", [f"{part.sentences:>15}   " for part in columns])


def _line(label: str, cells: list[str]) -> str:
    return f"{label:{FIRST}}" + "".join(cells)


def _three(count: Count) -> str:
    if not count:
        return "    –    –    –   "
    return "".join(f"{value:5.2f}" for value in (count.precision, count.recall, count.f1)) + "   "


def _rate(value: float | None) -> str:
    return f"{'–' if value is None else format(value, '.1f'):>15}   "


def _part(part: Part) -> dict:
    return {
        "sentences": part.sentences,
        "rows": {row: _row(count) for row, count in part.counts.items()},
        "negatives": {
            "sentences": part.negatives,
            "false_claims": part.false_claims,
            "false_claims_per_100": None if part.false_per_hundred is None else round(part.false_per_hundred, 1),
            "sentences_with_one": part.negatives_claimed,
        },
    }


def _row(count: Count) -> dict:
    shares = {"precision": count.precision, "recall": count.recall, "f1": count.f1}
    counts = {"right": count.right, "wrong": count.wrong, "missed": count.missed}
    return {**{name: round(value, 4) for name, value in shares.items()}, **counts}
