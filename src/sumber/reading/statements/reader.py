"""One article's words, quotes and cues, as the grammars of statements look at them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...language.tokens import Sentence, Token
from ..analysis import Analysis
from .cues import Cues, cues
from .draft import Stretch
from .quotes import Quote, inside

__all__ = ["Reader"]


def _start(token: Token) -> int:
    return token.start


def _end(token: Token) -> int:
    return token.end


def _outer_start(quote: Quote) -> int:
    return quote.outer_start


def _outer_end(quote: Quote) -> int:
    return quote.outer_end


_NESTED = 8  # quotes that may begin before another and still hold it
_GAP = 40  # code points of blanks between a quote and what belongs to it
_BLANK = " ,:\n\t-–—\xa0"
_FINAL = frozenset({".", "”", '"', "!", ",", ";"})


class Reader:
    """The words of an article with its quotes and the cues of its language."""

    def __init__(self, analysis: Analysis, quotes: Sequence[Quote], code: str) -> None:
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.sentences = analysis.sentences
        self.tags = analysis.tags
        self.quotes = quotes
        self._by_end = sorted(quotes, key=lambda quote: (quote.outer_end, -quote.outer_start))
        self.cues: Cues = cues(code)

    def stretch(self, first: int, end: int) -> Stretch:
        """Return the span of tokens ``first`` to ``end`` (exclusive)."""
        return self.tokens[first].start, self.tokens[end - 1].end

    def within(self, stretch: Stretch) -> Sequence[Token]:
        """Return the tokens of a span."""
        first = bisect_right(self.tokens, stretch[0], key=_end)
        last = bisect_left(self.tokens, stretch[1], key=_start)
        return self.tokens[first : max(last, first + 1)]

    def quote_before(self, offset: int) -> Quote | None:
        """Return the quote that ends right before an offset."""
        at = bisect_right(self._by_end, offset, key=_outer_end) - 1
        if at < 0:
            return None
        quote = self._by_end[at]
        far = offset - quote.outer_end > _GAP
        return None if far or self.text[quote.outer_end : offset].strip(_BLANK) else quote

    def quote_after(self, offset: int) -> Quote | None:
        """Return the quote that begins right after an offset."""
        at = bisect_left(self.quotes, offset, key=_outer_start)
        if at == len(self.quotes):
            return None
        quote = self.quotes[at]
        far = quote.outer_start - offset > _GAP
        return None if far or self.text[offset : quote.outer_start].strip(_BLANK) else quote

    def quotes_at(self, start: int, end: int) -> list[Quote]:
        """Return the quotes that overlap ``text[start:end]``, marks taken in, outer ones first."""
        last = bisect_left(self.quotes, end, key=_outer_start)
        first = max(0, bisect_left(self.quotes, start, key=_outer_start) - _NESTED)
        return [quote for quote in self.quotes[first:last] if quote.outer_end > start]

    def quote_around(self, start: int, end: int) -> Quote | None:
        """Return the quote that holds ``text[start:end]``, scare quotes left out, or None."""
        return inside(self.quotes_at(start, end), start, end)

    def quoted(self, quote: Quote) -> list[Stretch]:
        """Return a quote as content, with the pieces of it that stand in the blocks before."""
        content = [(quote.start, quote.end)]
        at = bisect_left(self.quotes, quote.outer_start, key=_outer_start)
        while self.quotes[at] != quote:
            at += 1
        while self.quotes[at].goes_on and at > 0:
            at -= 1
            content.insert(0, (self.quotes[at].start, self.quotes[at].end))
        return content

    def last(self, sentence: Sentence, final: frozenset[str] = _FINAL) -> int:
        """Return the index behind the last word of a sentence: its full stop and closing marks are no content."""
        last = sentence.last
        while last > sentence.first + 1 and self.tokens[last - 1].text in final:
            last -= 1
        return last
