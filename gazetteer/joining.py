"""How things are told beside each other in the reader's language and direction."""

from django.utils.translation import gettext as _


def joined(*told: str) -> str:
    """What is told, with the sign between that the language has: beside Arabic digits a middle dot reads as zero."""
    return _(" · ").join(told)


def isolated(text: str) -> str:
    """The text kept apart from the direction of what stands around it, where no element can do that."""
    return f"\u2068{text}\u2069"
