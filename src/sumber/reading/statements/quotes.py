"""The quote layer: which stretches stand inside quotation marks. Shared by all languages; never raises.

Marks are paired within a paragraph. A quote that is not closed runs to the paragraph's end; if the next paragraph
opens with a mark, or closes one that it did not open, it goes on there.
"""

import re
from collections.abc import Sequence

import msgspec

from ...record import Block, Role

__all__ = ["Quote", "find_quotes", "inside"]

_OPENERS = {"“": "”", "«": "»", "„": "“"}
_MARK = re.compile(r"[\"“”„«»]|''|``")
_SINGLE = re.compile(r"(?:(?<=[\s(—–])|(?<![\s\S]))['‘](?=[A-Z\[])([^\n\"“”]{6,700}?[,.?!])['’](?=\s|$)")
_SHORT = 3  # words; shorter quotes that no comma or stop ends are scare quotes, titles or nicknames


class Quote(msgspec.Struct, frozen=True):
    """One stretch of quoted words within one block: ``start`` and ``end`` lie inside the marks.

    ``outer_start`` and ``outer_end`` take the marks in. ``scare``: so short that it is a term, title or nickname.
    ``goes_on``: it goes on the quote of the block before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int
    scare: bool
    goes_on: bool = False


def find_quotes(text: str, blocks: Sequence[Block]) -> list[Quote]:
    """Return the quotes of title and body, in order."""
    quotes: list[Quote] = []
    is_open = False
    for number, block in enumerate(blocks):
        if block.role not in (Role.TITLE, Role.BODY):
            continue
        found, is_open = _of_block(text, block, number, is_open)
        quotes += sorted([*found, *_single(text, block, number, found)], key=_start)
    return quotes


def _start(quote: Quote) -> int:
    return quote.start


def _single(text: str, block: Block, number: int, found: Sequence[Quote]) -> list[Quote]:
    """Return the quotes between single marks that lie outside the others: *'How are you?' she said*."""
    quotes = []
    for match in _SINGLE.finditer(text, block.start, block.end):
        if not any(quote.outer_start < match.end() and match.start() < quote.outer_end for quote in found):
            start, end = match.span(1)
            quotes.append(_quote(text, start, end, match.start(), match.end(), number, False))
    return quotes


def _of_block(text: str, block: Block, number: int, was_open: bool) -> tuple[list[Quote], bool]:
    """Return the quotes of one block, and whether the last is still open at its end."""
    quotes: list[Quote] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, block.start, block.end):
        opens = _opens(text, block, mark)
        if opened is None and opens:
            opened = mark
        elif opened is None and was_open and not quotes:
            quotes.append(_quote(text, block.start, mark.start(), block.start, mark.end(), number, True))
        elif opened is None:
            opened = mark if _could_open(text, block, mark) else None
        elif not opens or mark[0] == opened[0] == '"':
            first = opened.start() == block.start
            quotes.append(_from(text, opened, mark, number, was_open and first and not quotes))
            opened = None
        was_open = was_open and not quotes
    if opened is not None and block.end - opened.end() > 2:
        start, end = opened.end(), block.end
        quotes.append(_quote(text, start, end, opened.start(), end, number, was_open and not quotes))
        return quotes, True
    return quotes, False


def _from(text: str, opened: re.Match[str], mark: re.Match[str], number: int, goes_on: bool) -> Quote:
    return _quote(text, opened.end(), mark.start(), opened.start(), mark.end(), number, goes_on)


def _quote(text: str, start: int, end: int, outer: int, outer_end: int, block: int, goes_on: bool) -> Quote:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    closes = words[-1:] in ",.!?…" or text[outer_end : outer_end + 1] in (",", ".")
    scare = len(words.split()) <= _SHORT and not (closes and words[:1].isupper())
    return Quote(start, end, outer, outer_end, block, scare, goes_on)


def _opens(text: str, block: Block, mark: re.Match[str]) -> bool:
    """Return whether a mark opens a quote: by its shape, or by the white space around it."""
    if mark[0] in ("“", "«", "„", "``"):
        return True
    if mark[0] in ("”", "»"):
        return False
    return _could_open(text, block, mark) and not _could_close(text, block, mark)


def _could_open(text: str, block: Block, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end() : mark.end() + 1]
    return bool(after.strip()) and (before.isspace() or before in "([-–—:,")


def _could_close(text: str, block: Block, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end() : mark.end() + 1]
    return not before.isspace() and (not after.strip() or after in ",.;:!?)")


def inside(quotes: Sequence[Quote], start: int, end: int) -> Quote | None:
    """Return the quote that holds ``text[start:end]``, scare quotes left out, or None."""
    return next((q for q in quotes if not q.scare and q.start <= start and end <= q.end), None)
