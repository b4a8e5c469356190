"""Posts of social networks that a crawler ran into the text: *Storm! A photo posted by Kari (@karimoe) on May 3, 2024*.

A post that a name signs, *Storm! -- Kari Moe (@karimoe) May 3, 2024*, is somebody's statement and stays in the body
(reading/statements/posts.py finds its speaker); one that only a hash or a handle signs is furniture.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..record import Role
from .sentence_starts import starts
from .spans import Cut

__all__ = ["LONGEST", "ONE", "Signature", "posts", "signatures"]

_MONTH = (
    r"(?:Jan(?:uary|uari)?|Feb(?:ruary|ruari)?|Mar(?:ch|et)?|Apr(?:il)?|May|Mei|June?|Juni|July?|Juli|Aug(?:ust)?|Agustus|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Okt(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Des(?:ember)?)\.?"
)
_DATE = rf"(?:\s?(?:on )?(?:{_MONTH} \d{{1,2}}(?:, \d{{1,4}})?|\d{{1,2}} {_MONTH}(?: \d{{2,4}})?))"
_DASHED = re.compile(rf"(?:--+|[—–]|-(?= )) ?(?P<name>[^@()\n]{{1,60}}?)\(@\w{{1,30}}\)(?P<date>{_DATE})?")
_POSTED = re.compile(
    r"A (?:photo|post|video|picture|reel) (?:posted|shared) by [^@()\n]{0,60}?\(@[\w.]{1,30}\)"
    rf"(?:{_DATE}(?: at \d{{1,2}}:\d\d ?[AaPp][Mm](?: [A-Z]{{2,4}})?)?)?"
)
_LINK = re.compile(r"(?:pic\.twitter\.com|https?://t\.co)/\w+")
_PERSONAL = re.compile(
    r"[#@]\w|\[\?\]|https?:|\b(?:I|I'm|[Ww]e|[Mm]y|[Mm]e|[Oo]ur|[Yy]ou|[Yy]our|u|gonna|saya|kami|kita|aku)\b|!!|\?\?"
)
_YEAR = re.compile(r"\b20\d\d\b")
_GAP = re.compile(r"\S(\s{2,})(?=\S)")
_IN_ROW = 180  # code points between two signatures that are all one post
ONE = 140  # code points that a post's sentences are given where nothing else bounds it
LONGEST = 300  # code points of a post


class Signature(NamedTuple):
    """What signs a post: *-- Kari Moe (@karimoe) May 3, 2024*; ``name`` is the span of the name, None without one."""

    start: int
    end: int
    name: tuple[int, int] | None
    is_dated: bool


def signatures(text: str, start: int, end: int) -> Iterator[Signature]:
    """Yield the signatures of posts in a stretch, in reading order; a single dash without a date is none."""
    last = start
    at = text.find("(@", start, end)
    while at >= 0:
        found = _signature(text, last, at, end)
        if found is not None:
            yield found
            last = found.end
        at = text.find("(@", max(at + 2, last), end)


def _signature(text: str, last: int, at: int, end: int) -> Signature | None:
    """Return the signature whose handle stands at ``at``."""
    lowest = max(last, at - 90)
    for form in (_POSTED, _DASHED):
        found = None
        for candidate in form.finditer(text, lowest, min(end, at + 90)):
            if candidate.start() < at < candidate.end():
                found = candidate
        if found and form is _POSTED:
            return Signature(*found.span(), None, is_dated=False)
        if found and (found["date"] or not found[0].startswith("- ")):
            is_named = found["name"].strip()[:1].isalpha()
            name = (found.start("name"), found.start("name") + len(found["name"].rstrip()))
            dated = _YEAR.search(found["date"] or "") is not None
            return Signature(*found.span(), name if is_named else None, is_dated=dated)
    return None


def posts(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield the posts of a line that no name signs: their words, links and signature in one stretch.

    A post starts at a wide gap, at the post before it, or at the last sentence before its signature; at an earlier one
    if that speaks as posts do and reports do not: of *I* and *you*, with a hash or a link.
    """
    last, in_row = start, False
    for signed in signatures(text, start, end):
        whole = last == start and signed.end == end and signed.start - start <= LONGEST
        opening = start if whole else _opening(text, last, signed.start, in_row=in_row)
        if signed.name is None:
            yield Cut(opening, signed.end, Role.OTHER, "a post with its signature")
        last, in_row = signed.end, True


def _opening(text: str, last: int, at: int, *, in_row: bool) -> int:
    """Return where the words of a post start that is signed at ``at``."""
    length = ONE + sum(len(link[0]) for link in _LINK.finditer(text, max(last, at - LONGEST), at))
    gaps = [
        gap.end() for gap in _GAP.finditer(text, max(last, at - LONGEST), at) if text[gap.end() : at].strip()
    ]
    if gaps:
        return gaps[-1]
    if in_row and at - last <= _IN_ROW + length - ONE:
        return _after_intro(text, last, at)
    near = starts(text, max(last, at - LONGEST), at)
    within = [start for start in near if at - start <= length]
    personal = [start for start in within if _PERSONAL.search(text, start, _next(near, start, at))]
    return (personal or within[-1:] or near[-1:] or [at])[0]


def _next(offsets: list[int], start: int, end: int) -> int:
    return next((offset for offset in offsets if offset > start), end)


def _after_intro(text: str, last: int, at: int) -> int:
    """Return where a post starts after the post before it; a sentence of the story that ends in a colon stays."""
    colon = text.rfind(": ", last, at)
    start = colon + 2 if colon > 0 and at - colon > 6 and colon - last > 15 else last
    while start < at and text[start].isspace():
        start += 1
    return start
