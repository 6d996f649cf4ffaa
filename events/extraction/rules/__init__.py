"""The rules, run in this order over every sentence; a claim that an earlier rule made is not made again."""

from .continued import continued
from .control import control
from .counts import counts
from .displacement import displacement
from .held import held

RULES = [counts, displacement, control, continued, held]
