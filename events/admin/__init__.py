"""The editors' desk, a subject a module."""

from . import claims, control, names, reports

__all__ = ["claims", "control", "names", "reports"]
