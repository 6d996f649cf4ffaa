"""The gazetteer on the editors' desk, a subject a module."""

from . import names, places

__all__ = ["names", "places"]
