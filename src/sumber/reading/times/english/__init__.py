"""The patterns of English time expressions, over the words of the table ``times``; what they mean is in the readers.

Coverage follows the classes of expression that HeidelTime and the Recognizers specs know; the patterns are our own.
"""

import re
from functools import cache

from ..found import Rule, key_pattern
from .days import DAYS
from .loose import LOOSE
from .parts import W
from .periods import PERIODS
from .spans import SPANS

__all__ = ["keys", "rules"]


@cache
def keys() -> re.Pattern[str]:
    """Return the pattern of words near which the rules look, compiled once."""
    kinds = ("month", "weekday", "unit", "day", "part", "season", "feast", "clock", "decade", "set", "vague")
    own = {
        "digit": r"\d+|['’‘]\d0s",
        "ago": "ago|earlier|later|hence|from now|[Yy]ear-(?:ago|earlier)",
        "half": "[Hh]alf|period",
        "fiscal": "[Ff]iscal|financial|FY",
        "oclock": "o['’]clock",
        "spoken": "[Nn]ineteen|[Ee]ighteen|[Tt]wo thousand",
    }
    return key_pattern(own | {kind: W.any(kind) for kind in kinds})


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of English, compiled once."""
    firm = [Rule.of(*row) for row in (*DAYS, *PERIODS, *SPANS)]
    return (*firm, *(Rule.of(*row, loose=True) for row in LOOSE))
