"""Where an article ends on its page: at a heading of what sites put below it."""

import re
from functools import cache

from ..language import available, load

__all__ = ["without_tail"]

_MOST = (
    0.25  # share of the text that may stand below such a heading; WCXB dev: body F1 .9475 without, .9496 with
)


def without_tail(lines: list[str]) -> list[str]:
    """Return the lines above the first heading of what follows an article, if that is but a small part of the text.

    >>> story = "Ships sail again after the long storm of last week, said the chair of the harbour board."
    >>> without_tail([story, "Related stories", "Old ships"]) == [story]
    True
    """
    total = sum(map(len, lines))
    below = total
    for number, line in enumerate(lines):
        if (
            below <= _MOST * total
            and len(line) < 80
            and _headings().fullmatch(line.lstrip("-•# ").rstrip(" :"))
        ):
            return lines[:number] or lines
        below -= len(line)
    return lines


@cache
def _headings() -> re.Pattern[str]:
    rows = (
        row
        for code in available()
        if load(code).has_table("page_ends")
        for row in load(code).table("page_ends")
    )
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.IGNORECASE)
