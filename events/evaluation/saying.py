"""Annotations, claims and the difference between them, in a line of words each."""

from .claimed import Claimed
from .days import Days
from .gold import Expected
from .judging import Mistake

NOTHING = "nothing"


def of_expected(expected: Expected) -> list[str]:
    """What an annotation says, part by part."""
    inferred = [f"({place})" for place in expected.inferred if place not in expected.places]
    return _parts(
        expected.claim_type,
        ", ".join([*expected.places, *inferred]) or "no place",
        expected.actor,
        _unless(expected.polarity, "asserted"),
        _date(expected),
        _number(expected.count, expected.count_unit),
        " / ".join(dict.fromkeys(expected.sources)),
        "background" if expected.is_background else None,
    )


def of_claim(claim: Claimed) -> list[str]:
    """What a claim says, part by part."""
    return _parts(
        claim.kind,
        ", ".join(claim.places) or "no place",
        claim.actor,
        _unless(claim.stance, "asserts"),
        _unless(claim.mode, "actual"),
        _days(claim.days),
        _number(claim.quantity, claim.unit),
        _source(claim),
        f"rule {claim.rule}",
    )


def difference(mistake: Mistake) -> list[str]:
    """What is wrong: a claim alone, or what the gold says and what was claimed."""
    if mistake.told is None:
        return _parts(mistake.wanted.expected.claim_type, mistake.wanted.place)
    if mistake.wanted is None:
        return _parts(mistake.told.claim.kind, mistake.told.place or "no place")
    expected, claim = mistake.wanted.expected, mistake.told.claim
    wanted, told = PAIRS[mistake.what](expected, claim)
    return _parts(mistake.wanted.place or mistake.told.place, f"{wanted or NOTHING} → {told or NOTHING}")


PAIRS = {
    "type": lambda expected, claim: (expected.claim_type, _told_type(claim)),
    "actor": lambda expected, claim: (expected.actor, claim.actor),
    "source": lambda expected, claim: (" / ".join(dict.fromkeys(expected.sources)), _source(claim)),
    "polarity": lambda expected, claim: (expected.polarity, claim.polarity),
    "date": lambda expected, claim: (_date(expected), _days(claim.days)),
    "count": lambda expected, claim: (
        _number(expected.count, expected.count_unit),
        _number(claim.quantity, claim.unit),
    ),
}


def _told_type(claim: Claimed) -> str:
    return " ".join(_parts(_unless(claim.stance, "asserts"), claim.kind))


def _source(claim: Claimed) -> str:
    return " / ".join(_parts(claim.source, claim.source_text))


def _date(expected: Expected) -> str | None:
    precise = f" ({expected.date_precision})" if expected.date_precision else ""
    return f"{expected.event_date}{precise}" if expected.event_date else None


def _days(days: Days | None) -> str | None:
    return f"{days.start:%Y-%m-%d %H:%M} – {days.end:%Y-%m-%d %H:%M}" if days else None


def _number(number: float | None, unit: str | None) -> str | None:
    return None if number is None else " ".join(_parts(f"{number:g}", unit))


def _unless(value: str, usual: str) -> str | None:
    return None if value == usual else value


def _parts(*parts: str | None) -> list[str]:
    return [part for part in parts if part]
