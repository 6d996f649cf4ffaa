"""The claims in an answer, as the model wrote them; nothing of them is believed yet."""

import json

from .failure import ModelFailure


def claims_of(answer: bytes) -> list:
    """The list under "claims" in the message of a chat completion."""
    try:
        content = json.loads(answer)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise ModelFailure("the answer is no chat completion in JSON") from None
    try:
        claims = json.loads(content)["claims"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise ModelFailure("the model's message is not the JSON that was asked for") from None
    if not isinstance(claims, list):
        raise ModelFailure("the model's message holds no list of claims")
    return claims
