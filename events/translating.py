"""Translations of the passages that claims stand on."""

from django.contrib.auth.models import User

from events.models import Claim, Translation
from events.models.translation import PASSAGE, passage_of


def other_language(claim: Claim) -> str:
    """The language that the passage of the claim is translated into."""
    return "en" if claim.report.language == "ar" else "ar"


def translation_of(claim: Claim) -> str:
    """What an editor wrote; empty without any."""
    found = Translation.objects.into(other_language(claim)).in_reports_of([claim]).by_passage()
    return found.get(passage_of(claim), "")


def translate(claim: Claim, text: str, *, by: User) -> None:
    """Keep the text as the translation of the passage; an empty one takes it away."""
    where = dict(zip(PASSAGE, passage_of(claim), strict=True)) | {"language": other_language(claim)}
    if text.strip():
        Translation.objects.update_or_create(**where, defaults={"text": text.strip(), "by": by})
    else:
        Translation.objects.filter(**where).delete()
