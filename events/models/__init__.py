"""The tables, a subject a module."""

from .actor import Actor, Side
from .affiliation import Affiliation, SpeaksFor
from .claim import Claim, Kind, Mode, Stance
from .control import HELD, ControlEvent, Status
from .evidence import Evidence
from .grouping import Grouping
from .note_translation import NoteTranslation
from .our_time import is_of_our_time, of_our_time
from .period import ControlPeriod
from .report import Report
from .review import Review
from .revision import Revision, RevisionOnceNeeded
from .source import Source
from .translation import Translation

__all__ = [
    "HELD",
    "Actor",
    "Affiliation",
    "Claim",
    "ControlEvent",
    "ControlPeriod",
    "Evidence",
    "Grouping",
    "Kind",
    "Mode",
    "NoteTranslation",
    "Report",
    "Review",
    "Revision",
    "RevisionOnceNeeded",
    "Side",
    "Source",
    "SpeaksFor",
    "Stance",
    "Status",
    "Translation",
    "is_of_our_time",
    "of_our_time",
]
