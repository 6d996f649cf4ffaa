"""The structure that an answer must have: the words that a claim may use, and the schema that is sent along."""

KINDS = (
    "capture", "transfer", "loss", "withdrawal", "advance", "clash", "hold", "siege", "linkup", "count", "displacement",
)  # fmt: skip
STANCES = ("asserts", "denies", "retracts")
MODES = ("actual", "future", "historical", "hypothetical")
UNITS = ("neighbourhoods", "percent", "km2", "people")
COUNTING = ("count", "displacement")  # the kinds that have a quantity, and may be about no place in particular


def _or_null(kind: str) -> dict:
    return {"type": [kind, "null"]}


CLAIM = {
    "quote": {"type": "string"},
    "place": _or_null("string"),
    "kind": {"type": "string", "enum": list(KINDS)},
    "stance": {"type": "string", "enum": list(STANCES)},
    "mode": {"type": "string", "enum": list(MODES)},
    "actor": _or_null("string"),
    "counterparty": _or_null("string"),
    "source": _or_null("string"),
    "event_start": _or_null("string"),
    "event_end": _or_null("string"),
    "quantity": _or_null("number"),
    "unit": {"type": ["string", "null"], "enum": [*UNITS, None]},
    "partial": {"type": "boolean"},
}


def _closed(properties: dict) -> dict:
    """An object with these properties, all of them and no other: what strict endpoints ask for."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


ANSWER = _closed({"claims": {"type": "array", "items": _closed(CLAIM)}})
