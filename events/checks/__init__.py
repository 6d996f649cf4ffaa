"""Checks that look for faults in the data; the editors' desk lists what they find."""

from .fault import CHECKS, Fault
from .finding import faults

__all__ = ["CHECKS", "Fault", "faults"]
