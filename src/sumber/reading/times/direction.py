"""Which way a weekday or month points: back, or ahead where the words around it speak of the future."""

import re
from functools import cache

from .words import words

__all__ = ["direction"]

_BEFORE, _AFTER = 90, 60
_NEXT_WORD = re.compile(r" ")
_STOP = re.compile(r"[.!?;](?=\s)|\n")


@cache
def _markers(code: str) -> re.Pattern[str]:
    """Return a pattern whose group ``f`` is a mark of the future and ``p`` one of the past."""
    kinds = words(code).of
    future, past = ("|".join(kinds[kind]) for kind in ("future", "past"))
    return re.compile(rf"(?<![\w-])(?:(?P<f>{future})|(?P<p>{past}))(?![\w])")


def direction(m: re.Match[str], code: str, *, after: bool = True, reach: int = _BEFORE) -> int:
    """Return +1 if the nearest mark of tense around a match is of the future, -1 if of the past, 0 if there is none.

    A verb right after it decides; then the words of the same sentence before it, nearest first; then, with ``after``,
    those after it. ``reach`` is how many characters before it count.
    """
    text = m.string
    if next_word := _NEXT_WORD.match(text, m.end()):
        verb = _markers(code).match(text, next_word.end())
        if verb and verb.end() - verb.start() > 2 and not verb[0].startswith("to "):
            return 1 if verb["f"] else -1
    before = text[max(0, m.start() - reach) : m.start()]
    stops = list(_STOP.finditer(before))
    if stops:
        before = before[stops[-1].end() :]
    marks = list(_markers(code).finditer(before))
    if not marks and after:
        follows = text[m.end() : m.end() + _AFTER]
        if stop := _STOP.search(follows):
            follows = follows[: stop.start()]
        marks = list(_markers(code).finditer(follows))[:1]
    if not marks:
        return 0
    return 1 if marks[-1]["f"] else -1
