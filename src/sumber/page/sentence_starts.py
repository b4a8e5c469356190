"""Where sentences start in running text, for cutting furniture out of it: quick, and careful with abbreviations."""

import re
from functools import cache

from ..language import load

__all__ = ["last_start", "starts"]

_STOP = re.compile(r"(?<=[.!?…])[\"”’')\]]*(?<!\.\.\.)\s+(?=[\"“‘'(\[#@]?[A-Z0-9#@\"“‘])|[\"”]\s+(?=[A-Z])")
_WORD_BEFORE = re.compile(r"([A-Za-z][\w.]*)\.$")
_WINDOW = 420
"""Code points; no sentence that matters here is longer."""


def starts(text: str, start: int, end: int) -> list[int]:
    """Return the offsets inside ``text[start:end]`` at which a sentence starts after another one has ended.

    >>> starts("On Nov. 10 Mr. Moe left. He is in Oslo. Ships sail", 0, 50)
    [25, 40]
    """
    return [
        found.end()
        for found in _STOP.finditer(text, start, end)
        if not _is_abbreviated(text[max(start, found.start() - 14) : found.start()], text[found.end()])
    ]


def last_start(text: str, start: int, end: int) -> int:
    """Return where the sentence that ``end`` stands in starts; ``start`` if none ends before. Looks back a bounded way.

    >>> last_start("Ships sail. Crowds wave at the quay", 0, 35)
    12
    """
    found = starts(text, max(start, end - _WINDOW), end)
    return next((at for at in reversed(found) if at < end), max(start, end - _WINDOW))


def _is_abbreviated(before: str, following: str) -> bool:
    found = _WORD_BEFORE.search(before)
    if found is None:
        return False
    kind = _abbreviations().get(found[1].casefold())
    return len(found[1]) == 1 or kind == "title" or (kind is not None and following.isdigit())


@cache
def _abbreviations() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in load("en").table("abbreviations")}
