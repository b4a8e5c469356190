"""The quote layer: which stretches stand inside quotation marks. Shared by all languages; never raises.

The marks of all paragraphs of title and body are parted into opening and closing ones together, by the cheapest
reading of the whole row (see ``marks``): so a mark that looks like its counterpart, a missing or a doubled mark
spoils one quote and not the rest. A quote that is not closed runs to the end of its paragraph; if the next paragraph
opens with a mark, or closes one that it did not open, it goes on there. Furniture in between is passed over.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from ...record import Block, Role
from .marks import Part, part

__all__ = ["Quote", "find_quotes", "inside"]

_SINGLE = re.compile(r"(?:(?<=[\s(—–])|(?<![\s\S]))['‘](?=[A-Z\[])([^\n\"“”]{6,700}?[,.?!])['’](?=\s|$)")
_NESTED = 12  # quotes within one quote that are looked through
_SHORT = 3  # words; shorter quotes that no comma or stop ends are scare quotes, titles or nicknames


class Quote(msgspec.Struct, frozen=True):
    """One stretch of quoted words within one block: ``start`` and ``end`` lie inside the marks.

    ``outer_start`` and ``outer_end`` take the marks in. ``scare``: so short that it is a term, title or nickname.
    ``goes_on``: it goes on the quote of the block before. ``nested``: it stands inside another quote.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int
    scare: bool
    goes_on: bool = False
    nested: bool = False


def find_quotes(text: str, blocks: Sequence[Block]) -> list[Quote]:
    """Return the quotes of title and body, in order."""
    spoken = [n for n, block in enumerate(blocks) if block.role in (Role.TITLE, Role.BODY)]
    paired = dict(part(text, [(n, blocks[n].start, blocks[n].end) for n in spoken]))
    quotes: list[Quote] = []
    for number in spoken:
        found = [_quote(text, piece, number) for piece in paired.get(number, ())]
        quotes += sorted([*found, *_single(text, blocks[number], number, found)], key=_start)
    return quotes


def _start(quote: Quote) -> tuple[int, int]:
    return quote.outer_start, -quote.outer_end


def _single(text: str, block: Block, number: int, found: Sequence[Quote]) -> list[Quote]:
    """Return the quotes between single marks that lie outside the others: *'How are you?' she said*."""
    quotes = []
    for match in _SINGLE.finditer(text, block.start, block.end):
        if not any(quote.outer_start < match.end() and match.start() < quote.outer_end for quote in found):
            quotes.append(_quote(text, Part(*match.span(1), *match.span()), number))
    return quotes


def _quote(text: str, piece: Part, block: int) -> Quote:
    start, end = piece.start, piece.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    closes = words[-1:] in ",.!?…" or text[piece.outer_end : piece.outer_end + 1] in (",", ".")
    scare = len(words.split()) <= _SHORT and not (closes and words[:1].isupper())
    return Quote(start, end, piece.outer_start, piece.outer_end, block, scare, piece.goes_on, piece.nested)


def inside(quotes: Sequence[Quote], start: int, end: int) -> Quote | None:
    """Return the outermost quote that holds ``text[start:end]``, scare quotes left out, or None."""
    found = None
    at = bisect_right(quotes, start, key=_begin) - 1
    for quote in quotes[max(0, at - _NESTED) : at + 1]:
        if not quote.scare and quote.start <= start and end <= quote.end:
            found = found or quote
    return found


def _begin(quote: Quote) -> int:
    return quote.outer_start
