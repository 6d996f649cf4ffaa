"""The editors' desk, a subject a module."""

from . import claims, control, merging, names, reports, revisions

__all__ = ["claims", "control", "merging", "names", "reports", "revisions"]
