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
        *_sources(expected),
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
        claim.source,
        claim.source_text,
        f"rule {claim.rule}",
    )


def difference(mistake: Mistake) -> tuple[list[str], list[str] | None, list[str] | None]:
    """What it is about, what the gold says, what was claimed; the last two only where both say something."""
    if mistake.told is None:
        return _parts(mistake.wanted.expected.claim_type, mistake.wanted.place), None, None
    if mistake.wanted is None:
        return _parts(mistake.told.claim.kind, mistake.told.place or "no place"), None, None
    wanted, told = _sides(mistake.what, mistake.wanted.expected, mistake.told.claim)
    return _parts(mistake.wanted.place or mistake.told.place), wanted or [NOTHING], told or [NOTHING]


def _sides(what: str, expected: Expected, claim: Claimed) -> tuple[list[str], list[str]]:
    match what:
        case "type":
            return [expected.claim_type], _parts(_unless(claim.stance, "asserts"), claim.kind)
        case "actor":
            return _parts(expected.actor), _parts(claim.actor)
        case "source":
            return _sources(expected), _parts(claim.source, claim.source_text)
        case "polarity":
            return [expected.polarity], [claim.polarity]
        case "date":
            return _parts(_date(expected)), _parts(_days(claim.days))
        case "count":
            wanted, told = _number(expected.count, expected.count_unit), _number(claim.quantity, claim.unit)
            return _parts(wanted), _parts(told)


def _sources(expected: Expected) -> list[str]:
    return list(dict.fromkeys(expected.sources))


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
