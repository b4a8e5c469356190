"""Posts set into a text, and quotes with a credit behind a dash: both name their speaker without a cue.

*Crews are on their way. pic.example/x -- Moe Fire Dept (@MoeFire) November 10, 2016*; *"We won." -- Kari Moe*.
"""

import re
from collections.abc import Iterator, Sequence

from .draft import Draft, Stretch
from .quotes import Quote
from .reader import Reader

__all__ = ["find_credited"]

_POST = re.compile(
    r"(?:--|[—–-])\s?(?P<name>[^\W\d_][^\n—–@()]{1,50}?)\s?\((?P<handle>@\w{2,20})\)"
    r",?\s(?:on\s)?(?=(?:\d{1,2}\s)?[A-Z][a-z]{2,9}\.?\s\d{1,2},?|\d{1,2}[ /])"
    r"[^\n]{4,18}?(?:20\d\d)"
)
_CREDIT = re.compile(
    r"\s{0,2}(?:--|[—–])\s?(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3})(?=\s*(?:$|\n|[,.(]))"
)
_LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.\S+/\S+|\S+\.com/\S+))+\s*$")
_LONGEST = 300  # code points of a post
_FIRST = 140  # the same where no post stands before it: the text around it is not to be taken in


def find_credited(reader: Reader) -> list[Draft]:
    """Return posts and credited quotes as statements without a cue, in reading order."""
    found = [*_posts(reader), *_credits(reader, reader.quotes)]
    return sorted(found, key=lambda draft: draft.start)


def _posts(reader: Reader) -> Iterator[Draft]:
    last = 0
    for match in _POST.finditer(reader.text):
        line = reader.text.rfind("\n", 0, match.start()) + 1
        most = _LONGEST if last > line else _FIRST
        content = _content(reader, max(last, line), match.start(), most)
        last = match.end()
        if content is not None and any(s.start <= match.start() < s.end for s in reader.sentences):
            yield Draft(content=[content], source=match.span("name"), direct=True)


def _content(reader: Reader, start: int, end: int, most: int) -> Stretch | None:
    """Return the words of a post that ends before ``end``: its sentences that are near enough, without links."""
    links = _LINKS.search(reader.text, start, end)
    end = links.start() if links else end
    while end > start and reader.text[end - 1].isspace():
        end -= 1
    if end - start > most:
        near = [s.start for s in reader.sentences if end - most <= s.start < end - 2 and s.start >= start]
        if not near:
            return None
        start = near[0]
    while start < end and reader.text[start].isspace():
        start += 1
    return (start, end) if end - start > 2 else None


def _credits(reader: Reader, quotes: Sequence[Quote]) -> Iterator[Draft]:
    for quote in quotes:
        match = None if quote.scare else _CREDIT.match(reader.text, quote.outer_end)
        if match is not None:
            yield Draft(content=reader.quoted(quote), source=match.span("name"))
