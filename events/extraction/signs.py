"""The strings that are looked for in a whole report at once, before anything is asked of its sentences."""

from . import furniture
from .sieve import Sieve

SIGNS = Sieve(furniture.strings(), furniture.KINDS)
FURNITURE = sum(furniture.KINDS.values())
