"""Who says it."""

from .attribution import at, speakers
from .speaker import SourceFinder, Speaker

__all__ = ["SourceFinder", "Speaker", "at", "speakers"]
