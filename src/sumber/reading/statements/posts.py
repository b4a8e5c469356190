"""Posts set into a text, and quotes with a credit behind a dash: both name their speaker without a cue.

*Crews are on their way. pic.example/x -- Moe Fire Dept (@MoeFire) November 10, 2016*; *"We won." -- Kari Moe*.
"""

import re
from collections.abc import Iterator, Sequence

from ...page.posts import LONGEST, ONE, signatures
from .draft import Draft, Stretch
from .quotes import Quote
from .reader import Reader

__all__ = ["find_credited"]

_CREDIT = re.compile(
    r"\s{0,2}(?:--|[—–])\s?(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3})(?=\s*(?:$|\n|[,.(]))"
)
_LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.\S+/\S+|\S+\.com/\S+))+\s*$")


def find_credited(reader: Reader) -> list[Draft]:
    """Return posts and credited quotes as statements without a cue, in reading order."""
    found = [*_posts(reader), *_credits(reader, reader.quotes)]
    return sorted(found, key=lambda draft: draft.start)


def _posts(reader: Reader) -> Iterator[Draft]:
    last = 0
    for signed in signatures(reader.text, 0, len(reader.text)):
        if signed.name is None or not signed.is_dated:
            continue
        line = reader.text.rfind("\n", 0, signed.start) + 1
        most = LONGEST if last > line else ONE
        content = _content(reader, max(last, line), signed.start, most)
        last = signed.end
        if content is not None and any(s.start <= signed.start < s.end for s in reader.sentences):
            yield Draft(content=[content], source=signed.name, direct=True)


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
