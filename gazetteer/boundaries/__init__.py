"""Outlines from a file, taken over as the shapes of places: all or nothing."""

from .feature import BadFile
from .loading import Facts, load
from .report import Report

__all__ = ["BadFile", "Facts", "Report", "load"]
