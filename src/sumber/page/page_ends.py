"""Where an article ends on its page: at a heading of what sites put below it."""

import re
from collections.abc import Iterable
from functools import cache

from ..language import available, load

__all__ = ["is_full", "without_bios", "without_link_lists", "without_scraps", "without_tail"]

_MOST = (
    0.25  # share of the text that may stand below such a heading; WCXB dev: body F1 .9475 without, .9496 with
)


_LONGEST_HEADING = 80


def without_tail(lines: list[str]) -> list[str]:
    """Return the lines above the first heading of what follows an article, if that is but a small part of the text.

    >>> story = "Ships sail again after the long storm of last week, said the chair of the harbour board."
    >>> without_tail([story, "Related stories", "Old ships"]) == [story]
    True
    """
    total = sum(map(len, lines))
    below = total
    for number, line in enumerate(lines):
        if below <= _MOST * total and len(line) < _LONGEST_HEADING and _is_heading(line):
            return lines[:number] or lines
        below -= len(line)
    return lines


_FULL = tuple(".!?…:;,\"”’')。！？」")
_FULL_WORDS = 8
_SCRAP_WORDS = 15
_MOST_SCRAPS = 0.1  # share of the text; more is an article that knows no full stops: a poem, a list, Thai


def without_scraps(lines: list[str], titles: frozenset[str], headings: frozenset[str]) -> list[str]:
    """Return the lines without the scraps above the first full sentence and below the last one.

    Scraps are short lines that no mark ends, other than headings and list items below; above, the title too.

    >>> story = "Ships sail again after the long storm of last week, said the chair of the harbour board."
    >>> without_scraps(["Port", "At a glance", story], frozenset(), frozenset({"At a glance"}))[0]
    'At a glance'
    """
    full = [at for at, line in enumerate(lines) if is_full(line)]
    if not full:
        return lines
    first, last = full[0], full[-1] + 1
    above = [line for line in lines[:first] if line in headings or not (line in titles or _is_scrap(line))]
    below = [
        line for line in lines[last:] if line in headings or line.startswith("- ") or not _is_scrap(line)
    ]
    kept = [*above, *lines[first:last], *below]
    return kept if _length(kept) >= (1 - _MOST_SCRAPS) * _length(lines) else lines


def _length(lines: list[str]) -> int:
    return sum(map(len, lines))


def is_full(line: str) -> bool:
    """Return whether a line holds a full sentence: eight words or more, and a mark at its end."""
    return line.endswith(_FULL) and len(line.split()) >= _FULL_WORDS


def _is_scrap(line: str) -> bool:
    return len(line.split()) < _SCRAP_WORDS and not line.endswith(_FULL) and not line.startswith("|")


def without_link_lists(lines: list[str]) -> list[str]:
    """Return the lines without lists under a heading of other stories, wherever they stand.

    >>> without_link_lists(["Ships sail.", "Related stories:", "- Old ships", "- New ships", "They sail on."])
    ['Ships sail.', 'They sail on.']
    """
    kept: list[str] = []
    inside = False
    for number, line in enumerate(lines):
        is_item = line.startswith("- ")
        followed = number + 1 < len(lines) and lines[number + 1].startswith("- ")
        if followed and len(line) < _LONGEST_HEADING and _is_heading(line):
            inside = True
        elif not is_item:
            inside = False
        if not inside:
            kept.append(line)
    return kept or lines


_BIO = re.compile(
    r"(?:,[^.]{0,60},)? (?:is|was|has|covers?|covered|writes|reports|works|joined|lives|can be|adalah|merupakan)\b"
)
_LAST_LINES = 4


def without_bios(lines: list[str], names: Iterable[str]) -> list[str]:
    """Return the lines without those at the end that say who the authors are.

    >>> without_bios(["Ships sail.", "They rest.", "Kari Moe covers ports."], ["Kari Moe"])
    ['Ships sail.', 'They rest.']
    """
    known = tuple(name for name in names if " " in name)
    kept = [
        line
        for number, line in enumerate(lines)
        if number < max(1, len(lines) - _LAST_LINES)
        or not any(line.startswith(name) and _BIO.match(line, len(name)) for name in known)
    ]
    return kept or lines


def _is_heading(line: str) -> bool:
    return _headings().fullmatch(line.lstrip("-•# ").rstrip(" :")) is not None


@cache
def _headings() -> re.Pattern[str]:
    rows = (
        row
        for code in available()
        if load(code).has_table("page_ends")
        for row in load(code).table("page_ends")
    )
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.IGNORECASE)
