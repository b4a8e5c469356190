"""The patterns of Indonesian time expressions, over the words of the table ``times``; what they mean is in the readers.

The conventions (D/M/Y always, a weekday is the last one up to publication) are measured in research on Kompas: 76 of
76 dates in brackets are D/M/Y and name the weekday of the last twelve days.
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
    kinds = ("month", "weekday", "feast", "day", "vague", "set", "part", "unit")
    own = {
        "digit": r"\d+",
        "each": "[Ss]etiap|[Tt]iap",
        "half": "[Ss]emester|[Pp]aruh",
        "fiscal": "[Aa]nggaran|[Ff]iskal|[Bb]uku",
        "clock": "[Pp]ukul|PUKUL|[Pp]kl|[Jj]am",
    }
    words_ = {kind: W.any(kind) for kind in kinds}
    words_["day"] += "|[Kk]eesokan|[Bb]esok|[Ee]sok|[Tt]adi|[Nn]anti"
    words_["unit"] += "|[Ss]e(?:hari|malam|pekan|minggu|bulan|tahun|abad|dekade|dasawarsa|jam|menit|detik)"
    return key_pattern(own | words_)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of Indonesian, compiled once."""
    firm = [Rule.of(*row) for row in (*DAYS, *PERIODS, *SPANS)]
    return (*firm, *(Rule.of(*row, loose=True) for row in LOOSE))
