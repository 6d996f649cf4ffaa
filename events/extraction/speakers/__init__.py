"""Who says it."""

from .attribution import at, speakers, verbs_of_saying
from .speaker import SourceFinder, Speaker

__all__ = ["SourceFinder", "Speaker", "at", "speakers", "verbs_of_saying"]
