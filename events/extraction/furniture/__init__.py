"""What in a report is not its prose: datelines, bylines, captions, links to other stories. Read from a lexicon."""

from .hints import strings
from .lines import EDGE, FRONT, LONGEST_LINE, back, front, reason
from .wording import KINDS, entries

__all__ = ["EDGE", "FRONT", "KINDS", "LONGEST_LINE", "back", "entries", "front", "reason", "strings"]
