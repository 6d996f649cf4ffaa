"""How a claim was read, in the words and with the days of the reader's language."""

from collections.abc import Iterable
from datetime import timedelta

from django import template

from events import reasons
from events.explanations import ORDER, Explanation, Part
from events.models import Claim
from events.templatetags.reader import day

register = template.Library()


@register.filter
def in_words(claim: Claim) -> list[str]:
    """The sentences that say how the claim was read."""
    return reasons.reasons(claim)


@register.filter
def role_name(role: str) -> str:
    return reasons.role_name(role)


@register.filter
def unsaid(part: Part, claim: Claim) -> str:
    """Why no words stand for this part."""
    return reasons.unsaid(part.role, part.read_as, claim.rule)


@register.filter
def role_names(roles: Iterable[str]) -> str:
    """All that some words are to the claims that rest on them: "actor / source"."""
    return " / ".join(reasons.role_name(role) for role in roles)


@register.filter
def days(claim: Claim) -> str:
    """The day of a claim, or its first and last."""
    first, last = day(claim.event_start), day(claim.event_end and claim.event_end - timedelta(microseconds=1))
    return first if first == last or not last else f"{first} – {last}"


@register.simple_tag
def roles_of(explanations: list[Explanation]) -> list[str]:
    """The roles that have words in these explanations, for the key."""
    used = {part.role: None for why in explanations for part in why.parts if part.words}
    return sorted(used, key=lambda role: (ORDER.index(role) if role in ORDER else len(ORDER), role))
