"""The words of annotations and of claims, and the families in which the two meet."""

FAMILY_OF_TYPE = {  # what an annotation says
    "gained": "control+",
    "regained": "control+",
    "holds": "control+",
    "lost": "control-",
    "withdrawal": "control-",
    "advance": "fighting",
    "contested": "fighting",
    "linkup": "fighting",
    "evacuation": "people",
    "aggregate_count": "count",
    "denial": "denial",
}
FAMILY_OF_KIND = {  # what a claim says
    "capture": "control+",
    "transfer": "control+",
    "hold": "control+",
    "loss": "control-",
    "withdrawal": "control-",
    "advance": "fighting",
    "clash": "fighting",
    "siege": "fighting",
    "linkup": "fighting",
    "displacement": "people",
    "count": "count",
}
NO_CLAIM = "none"
TYPES = {*FAMILY_OF_TYPE, NO_CLAIM}
LANGUAGES = {"ar", "en"}
TIERS = {"verbatim", "adapted"}
ROLES = {"target", "context"}
SIDES = {"government", "opposition", "kurdish", "isil", "other"}
STANCES = {"asserts", "denies", "retracts"}
MODES = {"actual", "future", "historical", "hypothetical"}
POLARITIES = {"asserted", "denied", "hypothetical"}
PRECISIONS = {
    "day", "morning", "afternoon", "evening", "night", "week", "month", "season", "year", "since", "interval_end",
    "announced",
}  # fmt: skip
UNIT_OF_COUNT = {  # of an annotation: of a claim; None where the product counts no such thing
    "districts": "neighbourhoods",
    "percent": "percent",
    "sqkm": "km2",
    "civilians": "people",
    "people": "people",
    "returnees": "people",
    "medical_cases": "people",
    "villages": None,
}
UNITS = {"neighbourhoods", "percent", "km2", "people"}
FIGHTERS = {"opposition", "kurdish", "isil"}  # who leaves under a deal


def families_of_type(claim_type: str, actor: str | None) -> tuple[str, ...]:
    """The family of an annotation first, then those that are as good."""
    own = FAMILY_OF_TYPE[claim_type]
    return (own, "control-") if claim_type == "evacuation" and actor in FIGHTERS else (own,)


def polarity_of(stance: str, mode: str) -> str:
    """Whether a claim is asserted, denied or only talked of."""
    if stance != "asserts":
        return "denied"
    return "hypothetical" if mode in ("future", "hypothetical") else "asserted"
