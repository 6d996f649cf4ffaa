"""Evidence as a reader is told it: who speaks, for whom, and where else the same text stands."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import get_language

from events.affiliations import Affiliations
from events.models import Claim, ControlEvent, Evidence, NoteTranslation, Report, Source, SpeaksFor, Translation
from events.models.translation import passage_of


@dataclass(slots=True)
class Told:
    """One statement that counts, with its copies, which do not."""

    evidence: Evidence
    affiliation: str
    copies: list["Told"] = field(default_factory=list)
    translation: str = ""  # of its passage or its note, into the reader's language

    @property
    def said(self) -> Claim | ControlEvent:
        return self.evidence.claim or self.evidence.entry

    @property
    def report(self) -> Report | None:
        return self.evidence.claim and self.evidence.claim.report

    @property
    def speaker(self) -> Source | None:
        """The source that is quoted, else whoever published it."""
        return speaker_of(self.evidence)

    @property
    def printed_by(self) -> Source | None:
        return self.report and self.report.publisher

    @property
    def published_at(self) -> datetime:
        return published_at(self.evidence)

    @property
    def affiliation_name(self) -> str:
        """Whom the speaker spoke for on that day; empty for an editor."""
        return str(SpeaksFor(self.affiliation).label) if self.speaker else ""


def speaker_of(evidence: Evidence) -> Source | None:
    claim = evidence.claim
    return (claim.source or claim.report.publisher) if claim else evidence.entry.source


def published_at(evidence: Evidence) -> datetime:
    report = evidence.claim and evidence.claim.report
    return (report.published_at or report.received_at) if report else evidence.entry.known_at


def told(evidence: Iterable[Evidence], affiliations: Affiliations) -> list[Told]:
    """Each statement once, in the order given, with the copies of its text and its translation beside it."""
    evidence, counted, copies = list(evidence), [], defaultdict(list)
    passages = _passages([item.claim for item in evidence if item.claim])
    notes = translated_notes(item.entry.note for item in evidence if item.entry)
    for item in evidence:
        speaker = speaker_of(item)
        words = passages.get(passage_of(item.claim), "") if item.claim else notes.get(item.entry.note, "")
        one = Told(item, affiliations.on(speaker and speaker.pk, published_at(item)), translation=words)
        (copies[item.same_text_as_id] if item.same_text_as_id else counted).append(one)
    for one in counted:
        one.copies = copies.pop(one.evidence.claim_id, []) if one.evidence.claim_id else []
    return counted + [one for left in copies.values() for one in left]


def _passages(claims: list[Claim]) -> dict[tuple[int, int, int], str]:
    return Translation.objects.into(get_language() or "en").in_reports_of(claims).by_passage() if claims else {}


def translated_notes(notes: Iterable[str]) -> dict[str, str]:
    """What there is of these notes in the reader's language; one query, none without notes."""
    given = {note for note in notes if note}
    return NoteTranslation.objects.into(get_language() or "en").of(given).by_note() if given else {}
