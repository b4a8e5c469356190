"""Which way a weekday or month points: back, or ahead where the words around it speak of the future."""

import re
from functools import cache

from .words import words

__all__ = ["direction"]

_BEFORE, _AFTER = 90, 60
_STOP = re.compile(r"[.!?;](?=\s)|\n")


@cache
def _markers(code: str) -> re.Pattern[str]:
    """Return a pattern whose group ``f`` is a mark of the future and ``p`` one of the past."""
    kinds = words(code).of
    future, past = ("|".join(kinds[kind]) for kind in ("future", "past"))
    return re.compile(rf"(?<![\w-])(?:(?P<f>{future})|(?P<p>{past}))(?![\w])")


def direction(m: re.Match[str], code: str) -> int:
    """Return +1 if the nearest mark of tense around a match is of the future, -1 if of the past, 0 if there is none.

    The words of the same sentence before it count first, nearest first; then those after it.
    """
    text = m.string
    before = text[max(0, m.start() - _BEFORE) : m.start()]
    stops = list(_STOP.finditer(before))
    if stops:
        before = before[stops[-1].end() :]
    marks = list(_markers(code).finditer(before))
    if not marks:
        after = text[m.end() : m.end() + _AFTER]
        if stop := _STOP.search(after):
            after = after[: stop.start()]
        marks = list(_markers(code).finditer(after))[:1]
    if not marks:
        return 0
    return 1 if marks[-1]["f"] else -1
