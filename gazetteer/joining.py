"""How things are told beside each other in the reader's language."""

from django.utils.translation import gettext as _


def joined(*told: str) -> str:
    """What is told, with the sign between that the language has: beside Arabic digits a middle dot reads as zero."""
    return _(" · ").join(told)
