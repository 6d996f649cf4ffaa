"""The rules, run in this order over every sentence; a claim that an earlier rule made is not made again."""

from .control import control
from .counts import counts
from .displacement import displacement
from .held import held

RULES = [counts, displacement, control, held]
