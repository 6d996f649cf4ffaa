"""What each speaker's word weighs, found by asking the rule itself; `/method/` shows it. Pure."""

from datetime import UTC, datetime

from events.testimony import INDEPENDENT, UNKNOWN, Testimony, verdict

GAINS, LOSES, THIRD = "government", "opposition", "kurdish"  # any three sides: the rule is the same for all
SPEAKERS = {"gains": GAINS, "loses": LOSES, "third": THIRD, "independent": INDEPENDENT, "unknown": UNKNOWN}


def weights() -> list[tuple[str, str, str]]:
    """For each speaker, the weight of a word for a change of holder and of a denial of it: strong or partisan."""
    return [(who, _weight(side, "asserts"), _weight(side, "denies")) for who, side in SPEAKERS.items()]


def _weight(affiliation: str, stance: str) -> str:
    moment = datetime(2016, 12, 7, tzinfo=UTC)
    said = Testimony(
        "claim:0", "somebody", affiliation, "capture", stance, GAINS, None, False, moment, moment, moment
    )  # fmt: skip
    return "strong" if verdict(said, GAINS).is_strong else "partisan"
